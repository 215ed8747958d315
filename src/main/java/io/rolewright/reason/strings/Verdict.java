package io.rolewright.reason.strings;

import java.util.function.Function;

/** What {@link Theory} found out about a {@link Conjunction}. */
public sealed interface Verdict {

  /**
   * A text that is in every wanted language and in no unwanted one: short, not always shortest.
   *
   * @param text may be empty; any UTF-16, readable letters where there is a choice
   */
  record Word(String text) implements Verdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.word().apply(this);
    }
  }

  /**
   * No text does. The core alone is already contradictory.
   *
   * @param minimal whether it is known that without any one of its languages there is a word; false
   *     only if the budget ended while the core was being made smaller
   */
  record Contradiction(Conjunction core, boolean minimal) implements Verdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.contradiction().apply(this);
    }
  }

  /** Not known: the budget ended first. */
  record Exhausted() implements Verdict {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.no().apply(this);
    }
  }

  /** One answer for each kind. */
  record Cases<R>(
      Function<Word, R> word,
      Function<Contradiction, R> contradiction,
      Function<Exhausted, R> no) {}

  /** Calls the function for this kind. */
  <R> R match(Cases<R> cases);
}
