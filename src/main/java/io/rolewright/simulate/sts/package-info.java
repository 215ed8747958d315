/**
 * Calls to AWS STS: whether one succeeds, what session comes out, for how long, and what that
 * session may do (sections 3 and 4 of the semantics).
 */
package io.rolewright.simulate.sts;
