/**
 * Questions about every request, not one: can this kind of caller get in at all?
 *
 * <p>{@link io.rolewright.reason.Reach} looks for a request that a trust policy allows, among
 * requests built from what the policy itself says. What it finds is proved by evaluation; that it
 * finds nothing is no proof. The packages below have the search that proves ({@code
 * reason.property}), which is to take its place. May use {@code simulate}, {@code catalog}, {@code
 * model} and {@code source}.
 */
package io.rolewright.reason;
