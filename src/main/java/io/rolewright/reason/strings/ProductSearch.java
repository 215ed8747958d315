package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Searches all texts at once: a place is one state of each automaton, and letters that no automaton
 * tells apart there count as one. Nearest first, by letters so far plus what each wanted language
 * still needs. A place is given up where a wanted language is dead or an unwanted one universal, so
 * that if the search ends without a word, there is none. Used once.
 */
final class ProductSearch {

  private static final int COST_OF_A_PLACE = 8;

  private record Place(int[] states, Place before, char letter, int length, int rank, int order) {}

  /** States of all automata as a key. */
  private record Key(int[] states, int hash) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && hash == key.hash && Arrays.equals(states, key.states);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final List<Automaton> automata;
  private final int wanted;
  private final Budget budget;
  private final Set<Key> seen = new HashSet<>();
  private final PriorityQueue<Place> open =
      new PriorityQueue<>(
          (a, b) -> a.rank != b.rank ? Integer.compare(a.rank, b.rank) : a.order - b.order);
  private final BitSet blamed = new BitSet();
  private Optional<String> found = Optional.empty();

  /** The first {@code wanted} automata are to accept, the others not. */
  ProductSearch(List<Automaton> automata, int wanted, Budget budget) {
    this.automata = automata;
    this.wanted = wanted;
    this.budget = budget;
  }

  /** A word; nothing if there is none or the budget is spent. */
  Optional<String> word() {
    int[] states = new int[automata.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = automata.get(i).start();
    }
    visit(states, null, ' ');
    while (found.isEmpty() && !open.isEmpty() && !budget.isSpent()) {
      expand(open.remove());
    }
    return found;
  }

  /**
   * The automata because of which places were given up or refused: these alone have no word
   * together, if the search ended without one.
   */
  BitSet blamed() {
    return blamed;
  }

  private void expand(Place place) {
    char[] letters = letters(place.states());
    int other = Letters.other(letters);
    if (other >= 0) {
      follow(place, (char) other);
    }
    for (int rank = 0; rank <= Letters.WORST_RANK; rank++) {
      for (char letter : letters) {
        if (Letters.rank(letter) == rank) {
          follow(place, letter);
        }
      }
    }
  }

  private char[] letters(int[] states) {
    int count = 0;
    for (int i = 0; i < states.length; i++) {
      count += automata.get(i).letters(states[i]).length;
    }
    char[] all = new char[count];
    int at = 0;
    for (int i = 0; i < states.length; i++) {
      char[] some = automata.get(i).letters(states[i]);
      System.arraycopy(some, 0, all, at, some.length);
      at += some.length;
    }
    return Letters.distinct(all);
  }

  private void follow(Place place, char letter) {
    if (found.isPresent() || !budget.spend(automata.size())) {
      return;
    }
    int[] states = new int[automata.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = automata.get(i).next(place.states()[i], letter, budget);
    }
    visit(states, place, letter);
  }

  private void visit(int[] states, Place before, char letter) {
    if (isHopeless(states) || !seen.add(new Key(states, Arrays.hashCode(states)))) {
      return;
    }
    int length = before == null ? 0 : before.length() + 1;
    Place place = new Place(states, before, letter, length, rank(states, length), seen.size());
    int refusal = refusal(states);
    if (refusal < 0) {
      found = Optional.of(text(place));
      return;
    }
    blamed.set(refusal);
    if (budget.spend(COST_OF_A_PLACE + states.length)) {
      open.add(place);
    }
  }

  /** Blames one automaton, if possible one already blamed, so that few are. */
  private boolean isHopeless(int[] states) {
    int culprit = -1;
    for (int i = 0; i < states.length; i++) {
      if (states[i] == (i < wanted ? Automaton.DEAD : Automaton.UNIVERSAL)) {
        if (blamed.get(i)) {
          return true;
        }
        culprit = culprit < 0 ? i : culprit;
      }
    }
    if (culprit >= 0) {
      blamed.set(culprit);
    }
    return culprit >= 0;
  }

  /** An automaton for which the text so far is no word, or -1. */
  private int refusal(int[] states) {
    int refusing = -1;
    for (int i = 0; i < states.length; i++) {
      if (automata.get(i).isAccepting(states[i]) != (i < wanted)) {
        if (blamed.get(i)) {
          return i;
        }
        refusing = refusing < 0 ? i : refusing;
      }
    }
    return refusing;
  }

  private int rank(int[] states, int length) {
    long rank = length;
    for (int i = 0; i < wanted; i++) {
      rank += automata.get(i).distance(states[i]);
    }
    return (int) Math.min(rank, Integer.MAX_VALUE);
  }

  private static String text(Place end) {
    List<Character> letters = new ArrayList<>();
    for (Place place = end; place.before() != null; place = place.before()) {
      letters.add(place.letter());
    }
    StringBuilder text = new StringBuilder(letters.size());
    for (int i = letters.size() - 1; i >= 0; i--) {
      text.append(letters.get(i));
    }
    return text.toString();
  }
}
