/**
 * Questions about all requests: is there one that a policy allows and another does not? The answer
 * is a request that the simulator has replayed, a proof, or that it is not known and why.
 */
package io.rolewright.reason.property;
