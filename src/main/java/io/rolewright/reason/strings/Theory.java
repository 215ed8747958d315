package io.rolewright.reason.strings;

import java.util.List;

/**
 * Decides which texts there are. Exact: a {@link Verdict.Word} is as asked, and after a {@link
 * Verdict.Contradiction} there is no such text at all; only the budget can keep it from one of the
 * two. Remembers automata between questions, boundedly; for one thread. The answer does not depend
 * on what was asked before.
 */
public final class Theory {

  /** Finds a text in all of {@code in} and in none of {@code notIn}, or shows there is none. */
  public Verdict realize(List<Language> in, List<Language> notIn, Budget budget) {
    return realize(new Conjunction(in, notIn), List.of(), budget);
  }

  /**
   * The same, with words to try first, in order: a text that is one of {@code hints} is preferred.
   */
  public Verdict realize(Conjunction asked, List<String> hints, Budget budget) {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Takes languages away one at a time while the rest is still contradictory. Minimal if the budget
   * lasts.
   */
  public Verdict.Contradiction minimize(Conjunction contradictory, Budget budget) {
    throw new UnsupportedOperationException("follows");
  }
}
