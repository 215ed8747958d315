/**
 * Who gets in: the words in which rules speak of trust policies and of conditions.
 *
 * <p>Start with {@link io.rolewright.rule.trust.Trust}, a role's trust policy as rules ask about
 * it. {@link io.rolewright.rule.trust.Callers} and {@link io.rolewright.rule.trust.Adversaries} say
 * who may come, {@link io.rolewright.rule.trust.Requests} tells in words who did. May use {@code
 * reason}, {@code simulate}, {@code catalog} and {@code model}; knows no checker.
 */
package io.rolewright.rule.trust;
