/**
 * The checkers that rule files name, one class for each rule, and the few words that only one or
 * two of them need.
 *
 * <p>What checkers share is by subject: {@link io.rolewright.rule.trust} for who gets in, {@link
 * io.rolewright.rule.permission} for what a holder may do. {@link
 * io.rolewright.rule.check.AdminEquivalent} is the one to imitate.
 */
package io.rolewright.rule.check;
