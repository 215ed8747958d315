package io.rolewright.simulate;

import io.rolewright.model.ActionElement;
import io.rolewright.simulate.TextTest.Reading;
import java.util.List;

/** Whether an {@code Action} or {@code NotAction} covers a request's action (R1.17). */
final class ActionTest {

  private final ActionElement element;
  private final List<TextTest> patterns;
  private final boolean except;
  private final boolean absent;

  private ActionTest(ActionElement element, Assumptions assumptions) {
    this.element = element;
    this.patterns = TextTest.all(element.patterns(), Reading.ACTION, assumptions);
    this.except = element.match(l -> false, e -> true, a -> false);
    this.absent = element.match(l -> false, e -> false, a -> true);
  }

  static ActionTest of(ActionElement element, Assumptions assumptions) {
    return new ActionTest(element, assumptions);
  }

  /** An absent element belongs to a statement that is unknown, an empty list to none (R1.8). */
  Truth matches(Facts facts, Trail trail) {
    trail.begin();
    Truth any = absent ? Truth.UNKNOWN : any(facts, trail);
    Truth matched = except && !patterns.isEmpty() ? any.not() : any;
    if (trail.isKept()) {
      trail.end(
          Step.Kind.ACTION,
          element.origin(),
          except ? "NotAction" : "Action",
          matched,
          absent ? Cause.NO_ELEMENT : Cause.PARTS,
          List.of(facts.request().action()));
    }
    return matched;
  }

  private Truth any(Facts facts, Trail trail) {
    Truth any = Truth.NO;
    for (TextTest pattern : patterns) {
      Truth one = pattern.matches(facts.action(), facts);
      any = any.or(one);
      if (trail.isKept()) {
        trail.value(pattern.text(), pattern.shown(), one, pattern.cause(one, facts));
      } else if (any.isYes()) {
        return any;
      }
    }
    return any;
  }
}
