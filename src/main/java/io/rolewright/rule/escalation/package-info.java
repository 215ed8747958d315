/**
 * By what a holder can get at more than he has: passing and assuming roles, paths of escalation,
 * changes of trust, boundaries that do not bound, and who from outside gets at it. Each question is
 * one method; its answers carry replayed requests. Built on {@link
 * io.rolewright.rule.permission.Abilities}; knows no checker.
 */
package io.rolewright.rule.escalation;
