package io.rolewright.reason.solve;

import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Conjunction;
import io.rolewright.reason.strings.Theory;
import io.rolewright.reason.strings.Verdict;
import java.util.List;
import java.util.function.Supplier;

/**
 * Texts to show if they will do, the best first. They may be made when they are first needed, for
 * where there is nothing to show nobody needs them. For one thread, as the solver is.
 */
public final class Hints {

  /** Nothing is better than anything. */
  public static final Hints NONE = of(List.of());

  private final Supplier<List<String>> maker;
  private List<String> texts;

  private Hints(Supplier<List<String>> maker, List<String> texts) {
    this.maker = maker;
    this.texts = texts;
  }

  /** These. */
  public static Hints of(List<String> texts) {
    List<String> copy = List.copyOf(texts);
    return new Hints(() -> copy, copy);
  }

  /**
   * Those that {@code maker} makes.
   *
   * @param maker makes the same whenever it is asked
   */
  public static Hints made(Supplier<List<String>> maker) {
    return new Hints(maker, null);
  }

  List<String> texts() {
    if (texts == null) {
      texts = List.copyOf(maker.get());
    }
    return texts;
  }

  /** As {@link Theory#realize(Conjunction, List, Budget)} with these hints. */
  Verdict realize(Theory theory, Conjunction asked, Budget steps) {
    if (texts == null) {
      Verdict verdict = theory.realize(asked, List.of(), steps);
      if (verdict instanceof Verdict.Contradiction) {
        return verdict;
      }
    }
    return theory.realize(asked, texts(), steps);
  }
}
