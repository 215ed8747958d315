/**
 * Answers whether some request makes a formula true.
 *
 * <p>{@link io.rolewright.reason.solve.Solver} finds a request, proves that there is none, or says
 * why it does not know. {@link io.rolewright.reason.solve.BooleanSearch} proposes a conjunction of
 * tests that would do; the theories of texts, points and sets find values for it or a {@link
 * io.rolewright.reason.solve.Lemma} that rules it out, field by field; and so on until one of the
 * two gives up. {@link io.rolewright.reason.solve.Implicants} lists all such conjunctions. Budgets
 * are counted steps, so that answers repeat. Depends on {@code reason.formula} and {@code
 * reason.strings}.
 */
package io.rolewright.reason.solve;
