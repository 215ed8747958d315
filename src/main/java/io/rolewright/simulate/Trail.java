package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.source.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects the steps of an evaluation. The evaluation is the same with and without it, except that
 * without it nothing is looked at that cannot change the answer any more.
 */
final class Trail {

  /** Keeps nothing and costs nothing. */
  static final Trail NONE = new Trail(false);

  private final boolean kept;
  private final Deque<List<Step>> open = new ArrayDeque<>();

  private Trail(boolean kept) {
    this.kept = kept;
    open.push(new ArrayList<>());
  }

  static Trail keeping() {
    return new Trail(true);
  }

  boolean isKept() {
    return kept;
  }

  /** Begins a step; what ends before it does is a part of it. */
  void begin() {
    if (kept) {
      open.push(new ArrayList<>());
    }
  }

  /** Ends the step begun last. */
  void end(Step.Kind kind, Origin at, String text, Truth matched, Cause cause, List<String> given) {
    if (kept) {
      List<Step> parts = open.pop();
      open.element().add(new Step(kind, at, text, matched, cause, given, parts));
    }
  }

  /** A step without parts, about one pattern or value. */
  void value(Text text, Truth matched, Cause cause) {
    if (kept) {
      open.element()
          .add(
              new Step(
                  Step.Kind.VALUE,
                  text.origin(),
                  text.shown(),
                  matched,
                  cause,
                  List.of(),
                  List.of()));
    }
  }

  /** The steps ended so far outside of any other, which are then forgotten. */
  List<Step> taken() {
    List<Step> steps = List.copyOf(open.element());
    open.element().clear();
    return steps;
  }
}
