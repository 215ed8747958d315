package io.rolewright.reason.encode;

import io.rolewright.model.ActionElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.reason.formula.Formula;

/** Says which actions and resources a statement is about (R1.17 to R1.25). */
final class ElementFormulas {

  private final Terms terms;

  ElementFormulas(Terms terms) {
    this.terms = terms;
  }

  /** That the request's action is covered. */
  Formula covers(ActionElement element) {
    throw new UnsupportedOperationException("" + terms);
  }

  /** That the request's resource is covered. */
  Formula covers(ResourceElement element) {
    throw new UnsupportedOperationException("" + terms);
  }
}
