package io.rolewright.reason.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether formulas hold of one request; what several share is asked once. */
final class Evaluation {

  private final Assignment request;
  private final Map<Formula, Boolean> known = new HashMap<>();

  Evaluation(Assignment request) {
    this.request = request;
  }

  boolean of(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return constant.value();
    }
    if (formula instanceof Formula.Not not) {
      return !of(not.inner());
    }
    Boolean before = known.get(formula);
    if (before == null) {
      before = work(formula);
      known.put(formula, before);
    }
    return before;
  }

  private boolean work(Formula formula) {
    if (formula instanceof Formula.Atomic atomic) {
      return atomic.atom().holds(request);
    }
    return formula instanceof Formula.And and
        ? !some(and.parts(), false)
        : some(((Formula.Or) formula).parts(), true);
  }

  private boolean some(List<Formula> parts, boolean value) {
    for (Formula part : parts) {
      if (of(part) == value) {
        return true;
      }
    }
    return false;
  }
}
