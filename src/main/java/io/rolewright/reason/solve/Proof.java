package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Formula;
import java.util.List;

/**
 * Why no request makes a formula true: with the lemmas, each true of every request, the asserted
 * formulas contradict each other whatever else their tests mean.
 *
 * @param asserted what was asked for and the laws
 */
public record Proof(List<Formula> asserted, List<Lemma> lemmas) {

  public Proof {
    asserted = List.copyOf(asserted);
    lemmas = List.copyOf(lemmas);
  }

  /**
   * Whether it is shown anew, by other means than those that found it, that the asserted formulas
   * and the lemmas cannot all be true. False says that this was not shown within the budget.
   */
  public boolean isComplete(SearchBudget budget) {
    return new Refutation(lemmas, budget).succeeds(asserted);
  }

  /** The same with only those lemmas that are needed to show so; unchanged if that fails. */
  public Proof concise(SearchBudget budget) {
    Refutation refutation = new Refutation(lemmas, budget);
    return refutation.succeeds(asserted) ? new Proof(asserted, refutation.used()) : this;
  }
}
