/**
 * What a holder may do: the words in which rules speak of permissions.
 *
 * <p>Start with {@link io.rolewright.rule.permission.Holder}, who holds them, {@link
 * io.rolewright.rule.permission.Permissions}, what they let him do, and {@link
 * io.rolewright.rule.permission.Privilege}, what that amounts to. May use {@code simulate}, {@code
 * catalog} and {@code model}; knows no checker.
 */
package io.rolewright.rule.permission;
