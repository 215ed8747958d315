package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Searches with few languages first: a word for some of them that violates others brings these in,
 * and a contradiction among some is one of all. Most contradictions need one to three languages,
 * and the product of all automata is built only where it must be.
 */
final class Refinement {

  private static final long STEPS_FOR_A_PAIR = 20_000;
  private static final int MOST_IN_PAIRS = 40;

  private final Conjunction asked;
  private final Function<Language, Automaton> automata;

  Refinement(Conjunction asked, Function<Language, Automaton> automata) {
    this.asked = asked;
    this.automata = automata;
  }

  /** A verdict whose core need not be minimal. */
  Verdict verdict(Budget budget) {
    Verdict pairs = pairs(budget);
    if (pairs instanceof Verdict.Contradiction) {
      return pairs;
    }
    Verdict stepwise = stepwise(budget.slice(budget.left() / 2));
    return stepwise instanceof Verdict.Exhausted ? search(asked, budget) : stepwise;
  }

  /** Two wanted languages that have no text in common are found at once. */
  private Verdict pairs(Budget budget) {
    List<Language> in = asked.in();
    int count = in.size() * (in.size() - 1) / 2;
    if (in.size() > 2 && in.size() <= MOST_IN_PAIRS) {
      long each = Math.min(STEPS_FOR_A_PAIR, budget.left() / (8L * count));
      for (int i = 0; i < in.size(); i++) {
        for (int j = 0; j < i; j++) {
          Conjunction pair = new Conjunction(List.of(in.get(j), in.get(i)), List.of());
          Verdict verdict = search(pair, budget.slice(each));
          if (verdict instanceof Verdict.Contradiction) {
            return verdict;
          }
        }
      }
    }
    return new Verdict.Exhausted();
  }

  private Verdict stepwise(Budget budget) {
    Conjunction active = new Conjunction(first(), List.of());
    while (true) {
      Verdict verdict = search(active, budget);
      if (!(verdict instanceof Verdict.Word word)
          || asked.isMetBy(word.text(), budget)
          || budget.isSpent()) {
        return budget.isSpent() ? new Verdict.Exhausted() : verdict;
      }
      active = withViolated(active, word.text());
    }
  }

  /** The wanted language with the fewest patterns. */
  private List<Language> first() {
    Optional<Language> smallest =
        asked.in().stream().min(Comparator.comparingInt(language -> language.patterns().size()));
    return smallest.map(List::of).orElseGet(List::of);
  }

  /**
   * Adds the wanted languages that the word is not in; if there are none, the unwanted it is in.
   */
  private Conjunction withViolated(Conjunction active, String word) {
    List<Language> in = new ArrayList<>(active.in());
    List<Language> notIn = new ArrayList<>(active.notIn());
    asked.in().stream().filter(language -> !language.matches(word)).forEach(in::add);
    if (in.size() == active.in().size()) {
      asked.notIn().stream().filter(language -> language.matches(word)).forEach(notIn::add);
    }
    return new Conjunction(in, notIn);
  }

  private Verdict search(Conjunction some, Budget budget) {
    List<Automaton> all = new ArrayList<>();
    some.in().forEach(language -> all.add(automata.apply(language)));
    some.notIn().forEach(language -> all.add(automata.apply(language)));
    ProductSearch search = new ProductSearch(all, some.in().size(), budget);
    Optional<String> word = search.word();
    if (word.isPresent()) {
      return new Verdict.Word(word.get());
    }
    return budget.isSpent()
        ? new Verdict.Exhausted()
        : new Verdict.Contradiction(blamed(some, search.blamed()), false);
  }

  private static Conjunction blamed(Conjunction some, BitSet blamed) {
    int in = some.in().size();
    return new Conjunction(
        blamed.stream().filter(i -> i < in).mapToObj(some.in()::get).toList(),
        blamed.stream().filter(i -> i >= in).mapToObj(i -> some.notIn().get(i - in)).toList());
  }
}
