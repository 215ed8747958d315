/**
 * Who gets in: the words in which rules speak of trust policies and of conditions.
 *
 * <p>Start with {@link io.rolewright.rule.trust.TrustActions}, what a trust policy can grant, and
 * {@link io.rolewright.rule.trust.Opening}, why a condition of it lets a stranger pass. May use
 * {@code reason}, {@code simulate}, {@code catalog} and {@code model}; knows no checker.
 */
package io.rolewright.rule.trust;
