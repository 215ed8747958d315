package io.rolewright.reason.encode;

import io.rolewright.model.Condition;
import io.rolewright.reason.formula.Formula;

/** Says when a condition holds (section 1.5 of the semantics; option A of what is uncertain). */
final class ConditionFormulas {

  private final Terms terms;

  ConditionFormulas(Terms terms) {
    this.terms = terms;
  }

  /** Holds of exactly the requests of which the condition does. */
  Formula holds(Condition condition) {
    throw new UnsupportedOperationException("" + terms);
  }
}
