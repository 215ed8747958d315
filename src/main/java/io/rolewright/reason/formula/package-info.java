/**
 * Sentences about a request, built from tests of its fields with not, and, or.
 *
 * <p>A {@link io.rolewright.reason.formula.Field} is one thing a request says or leaves out: a
 * text, a point on a line (number, date, address) or a set of texts. An {@link
 * io.rolewright.reason.formula.Atom} tests one; a whole value list of a policy is one atom. {@link
 * io.rolewright.reason.formula.Formulas} is the only maker of {@link
 * io.rolewright.reason.formula.Formula}s: it folds what is plain to see and makes each formula
 * once. Nothing here searches; that is {@code reason.solve}. Depends on {@code reason.strings}.
 */
package io.rolewright.reason.formula;
