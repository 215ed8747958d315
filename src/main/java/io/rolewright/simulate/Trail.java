package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.source.Origin;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the steps of an evaluation. The evaluation is the same with and without it, except that
 * without it nothing is looked at that cannot change the answer any more.
 */
final class Trail {

  /** Keeps nothing and costs nothing. */
  static final Trail NONE = new Trail(false);

  /** A statement, and one of its elements. */
  private static final int DEPTH = 2;

  private final boolean kept;

  // the ended steps whose whole is still open, and where each open step's parts begin
  private Step[] steps = new Step[16];
  private int ended;
  private final int[] begins = new int[DEPTH];
  private int open;

  private Trail(boolean kept) {
    this.kept = kept;
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
      begins[open++] = ended;
    }
  }

  /** Ends the step begun last. */
  void end(Step.Kind kind, Origin at, String text, Truth matched, Cause cause, List<String> given) {
    if (kept) {
      int from = begins[--open];
      List<Step> parts =
          from == ended ? List.of() : List.of(Arrays.copyOfRange(steps, from, ended));
      ended = from;
      add(new Step(kind, at, text, matched, cause, given, parts));
    }
  }

  /** A step without parts, about one pattern or value. */
  void value(Text text, String shown, Truth matched, Cause cause) {
    if (kept) {
      add(new Step(Step.Kind.VALUE, text.origin(), shown, matched, cause, List.of(), List.of()));
    }
  }

  private void add(Step step) {
    if (ended == steps.length) {
      steps = Arrays.copyOf(steps, 2 * ended);
    }
    steps[ended++] = step;
  }

  /** The one step ended outside of any other, which is then forgotten. */
  Step taken() {
    return steps[--ended];
  }
}
