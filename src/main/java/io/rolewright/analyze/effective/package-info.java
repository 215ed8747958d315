/**
 * What a role or a session can do at most, as a short readable list: {@link
 * io.rolewright.analyze.effective.RolePermissions} of a role in a file, {@link
 * io.rolewright.analyze.effective.SessionPermissions} of a session that a scenario got. Both ask
 * {@code reason}, put its lines into words, and have the simulator confirm a request of each line.
 */
package io.rolewright.analyze.effective;
