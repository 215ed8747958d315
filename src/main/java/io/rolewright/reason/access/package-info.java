/**
 * Access as a short list that people can read: which actions, on which resources, under which
 * conditions.
 *
 * <p>{@link io.rolewright.reason.access.AccessLines} takes a formula about requests apart into
 * {@link io.rolewright.reason.access.Line}s: an {@link io.rolewright.reason.access.ActionSet} and
 * tests of everything else. The actions are split into classes over all names there may ever be, so
 * that the lines are exactly the formula, also for actions that AWS adds tomorrow. {@link
 * io.rolewright.reason.access.AccessWords} says the lines in English. Nothing here knows how
 * policies become formulas. May use the other reasoning packages, {@code catalog} and {@code
 * model}.
 */
package io.rolewright.reason.access;
