package io.rolewright.reason.strings;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which texts there are. Exact: a {@link Verdict.Word} is as asked, and after a {@link
 * Verdict.Contradiction} there is no such text at all; only the budget can keep it from one of the
 * two. Remembers automata between questions, boundedly; for one thread. Verdicts do not depend on
 * what was asked before, nor does the number of steps.
 *
 * <p>In order: what is plain to see, words given as hints, finite lists, {@link GenericWords}, and
 * last a {@link Refinement} of searches.
 */
public final class Theory {

  /** Numbers kept in automata between two questions: about 16 MB. */
  private static final long KEPT = 4_000_000;

  /** About so many numbers are remembered for a step at most. */
  private static final long COST_OF_A_STEP = 4;

  private final Map<Language, Automaton> automata = new LinkedHashMap<>(16, 0.75f, true);
  private long grown; // at most by how much, since automata were last weighed

  /** Finds a text in all of {@code in} and in none of {@code notIn}, or shows there is none. */
  public Verdict realize(List<Language> in, List<Language> notIn, Budget budget) {
    return realize(new Conjunction(in, notIn), List.of(), budget);
  }

  /** The same, with words to try first: the first of {@code hints} that is as asked is the word. */
  public Verdict realize(Conjunction asked, List<String> hints, Budget budget) {
    for (String hint : hints) {
      if (asked.isMetBy(hint, budget)) {
        return new Verdict.Word(hint);
      }
    }
    long before = budget.left();
    Verdict verdict = decide(asked, budget);
    if (verdict instanceof Verdict.Contradiction contradiction) {
      verdict = minimize(contradiction.core(), budget);
    } else if (verdict instanceof Verdict.Word word) {
      verdict = named(word, asked, budget);
    }
    grown += COST_OF_A_STEP * (before - budget.left());
    if (grown > KEPT / 4) {
      forget();
    }
    return verdict;
  }

  /** A text that ends in a separator reads better with a name after it, if it may have one. */
  private static Verdict named(Verdict.Word word, Conjunction asked, Budget budget) {
    String text = word.text();
    boolean ends = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    return !ends && asked.isMetBy(text + "x", budget) ? new Verdict.Word(text + "x") : word;
  }

  /**
   * Takes languages away one at a time while the rest is still contradictory. Minimal if the budget
   * lasts.
   *
   * @param contradictory must be known to be so; this is not asked again
   */
  public Verdict.Contradiction minimize(Conjunction contradictory, Budget budget) {
    Conjunction core = contradictory;
    Set<Conjunction> tried = new HashSet<>();
    boolean minimal = true;
    int index = core.size() - 1;
    while (index >= 0) {
      if (!tried.add(core.only(index))) {
        index--;
        continue;
      }
      Verdict fewer = decide(core.without(index), budget.slice(budget.left() / 2));
      if (fewer instanceof Verdict.Contradiction smaller) {
        core = smaller.core();
        index = core.size() - 1;
      } else {
        minimal &= fewer instanceof Verdict.Word;
        index--;
      }
    }
    return new Verdict.Contradiction(core, minimal);
  }

  /** A verdict whose core need not be minimal. */
  private Verdict decide(Conjunction asked, Budget budget) {
    if (budget.isSpent()) {
      return new Verdict.Exhausted();
    }
    Optional<Verdict> plain = PlainCases.verdict(asked, budget);
    if (plain.isPresent()) {
      return plain.get();
    }
    Conjunction telling = PlainCases.telling(asked);
    Optional<Verdict> generic = new GenericWords(telling, budget).verdict();
    if (generic.isPresent()) {
      return generic.get();
    }
    return new Refinement(telling, this::automaton).verdict(budget);
  }

  private Automaton automaton(Language language) {
    Automaton known = automata.get(language);
    if (known == null) {
      known = new Automaton(language);
      automata.put(language, known);
      grown += known.weight();
    }
    return known;
  }

  /** Forgets the automata that were not used for the longest time, until few enough are left. */
  private void forget() {
    grown = 0;
    long weight = automata.values().stream().mapToLong(Automaton::weight).sum();
    Iterator<Automaton> oldest = automata.values().iterator();
    while (weight > KEPT && oldest.hasNext()) {
      weight -= oldest.next().weight();
      oldest.remove();
    }
  }
}
