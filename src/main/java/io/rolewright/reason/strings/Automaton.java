package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One language as a deterministic automaton, made only as far as it is walked. Every state is an
 * essential set of nodes of the language's {@link Trie}; two are always there: from {@link
 * #UNIVERSAL} everything is accepted, from {@link #DEAD} nothing. Mutable, for one thread.
 */
final class Automaton {

  static final int UNIVERSAL = 0;
  static final int DEAD = 1;

  private static final BitSet NONE = new BitSet(0);
  private static final int UNKNOWN = -1;

  private record State(boolean accepting, int distance, int[] nodes, char[] letters, int[] next) {}

  /** A set of nodes as a key. */
  private record Nodes(int[] nodes, int hash) {
    Nodes(int[] nodes) {
      this(nodes, Arrays.hashCode(nodes));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Nodes set && hash == set.hash && Arrays.equals(nodes, set.nodes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final Trie trie;
  private final Frontier frontier;
  private final Dominance dominance;
  private final List<State> states = new ArrayList<>();
  private final Map<Nodes, Integer> numbers = new HashMap<>();
  private final int start;
  private long weight;

  Automaton(Language language) {
    trie = Trie.of(language.patterns());
    frontier = new Frontier(trie);
    dominance = new Dominance(trie);
    weight = 500 + 4L * trie.size(); // the objects themselves, too
    states.add(new State(true, 0, new int[0], new char[0], new int[] {UNIVERSAL}));
    states.add(new State(false, FAR, new int[0], new char[0], new int[] {DEAD}));
    frontier.start();
    start = settle();
  }

  /** Further than any text is long. */
  static final int FAR = Integer.MAX_VALUE / 4;

  int start() {
    return start;
  }

  boolean isAccepting(int state) {
    return states.get(state).accepting();
  }

  /** The least number of letters that lead to acceptance. */
  int distance(int state) {
    return states.get(state).distance();
  }

  /** What a state tells apart, ascending. */
  char[] letters(int state) {
    return states.get(state).letters();
  }

  /** About how many numbers are remembered. */
  long weight() {
    return weight;
  }

  /** The state after {@code c}; costs the same whether it is known already or not. */
  int next(int state, char c, Budget budget) {
    if (state == UNIVERSAL || state == DEAD) {
      return state;
    }
    State from = states.get(state);
    budget.spend(1 + from.nodes().length);
    int at = Arrays.binarySearch(from.letters(), c);
    int slot = at < 0 ? from.letters().length : at;
    if (from.next()[slot] == UNKNOWN) {
      frontier.startFrom(from.nodes());
      frontier.step(c);
      from.next()[slot] = settle();
    }
    return from.next()[slot];
  }

  /** The number of the state in which the frontier is. */
  private int settle() {
    if (!frontier.settled().isEmpty()) {
      return UNIVERSAL;
    }
    int[] nodes = dominance.essential(frontier, NONE);
    if (nodes.length == 0) {
      return DEAD;
    }
    return numbers.computeIfAbsent(new Nodes(nodes), this::add);
  }

  private int add(Nodes set) {
    int[] nodes = set.nodes();
    boolean accepting = false;
    int distance = FAR;
    for (int node : nodes) {
      accepting |= !trie.accepts(node).isEmpty();
      distance = Math.min(distance, trie.distance(node));
    }
    char[] letters = Letters.toldApart(trie, nodes);
    int[] next = new int[letters.length + 1];
    Arrays.fill(next, UNKNOWN);
    states.add(new State(accepting, distance, nodes, letters, next));
    weight += 16 + nodes.length + 2L * letters.length;
    return states.size() - 1;
  }
}
