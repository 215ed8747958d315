/**
 * Rules: what a rule file says, what a rule finds, and the checkers that decide.
 *
 * <p>{@link io.rolewright.rule.Rule} is a rule file's metadata with its checker; {@link
 * io.rolewright.rule.Finding} is what it reports. May use {@code reason}, {@code simulate}, {@code
 * catalog}, {@code model} and {@code source}; knows neither input formats nor reports.
 */
package io.rolewright.rule;
