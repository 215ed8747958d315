/**
 * Which files to read: the walk through folders, what is passed over, and reading bytes within
 * bounds. Knows nothing of what is in a file, but for a quick look whether it may be ours.
 */
package io.rolewright.parse.walk;
