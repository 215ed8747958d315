/**
 * Says policies as formulas: what holds of exactly the requests that a policy, or all policies in
 * force, allow. Written from the numbered rules, apart from the simulator, so that each checks the
 * other.
 */
package io.rolewright.reason.encode;
