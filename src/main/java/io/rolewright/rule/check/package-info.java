/**
 * The checkers that rule files name, each the simple name of its rule, and the words they share:
 * {@link io.rolewright.rule.check.Trust} for who gets in, {@link
 * io.rolewright.rule.check.Permissions} for what a holder may do.
 */
package io.rolewright.rule.check;
