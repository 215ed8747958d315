/**
 * Questions about every request, not one: can this kind of caller get in at all?
 *
 * <p>{@link io.rolewright.reason.Reach} looks for a request that a trust policy allows, among
 * requests built from what the policy itself says. What it finds is proved by evaluation; that it
 * finds nothing is no proof. A solver-backed search with proofs takes its place behind the same
 * question. May use {@code simulate}, {@code catalog}, {@code model} and {@code source}.
 */
package io.rolewright.reason;
