package io.rolewright.reason.strings;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many patterns with their common beginnings shared: a nondeterministic automaton in the shape of a
 * tree. Node 0 is the start; children of a node lie side by side, ordered by token, and after their
 * parent. A node entered by a run stays entered as long as the run takes the letters. Each pattern
 * carries a label, so that one walk tells which of many lists a text is in. Immutable; memory is
 * proportional to the patterns' length.
 */
final class Trie {

  private static final BitSet NONE = new BitSet(0);

  /** A pattern and the lists it belongs to. */
  record Labelled(Pattern pattern, BitSet labels) {}

  private final int size;
  private final int[] token;
  private final int[] parent;
  private final int[] children;
  private final BitSet[] accepts;
  private final BitSet[] serves;
  private final int[] distance;
  private final int[] runNumber;

  private Trie(Building built) {
    size = built.size;
    token = Arrays.copyOf(built.token, size);
    parent = Arrays.copyOf(built.parent, size);
    children = Arrays.copyOf(built.children, size + 1);
    accepts = Arrays.copyOf(built.accepts, size);
    serves = new BitSet[size];
    distance = new int[size];
    runNumber = new int[size];
    numberRuns();
    lookAhead(built.known);
  }

  /** All patterns with label 0. */
  static Trie of(List<Pattern> patterns) {
    BitSet zero = label(0);
    return ofLabelled(patterns.stream().map(pattern -> new Labelled(pattern, zero)).toList());
  }

  /** The set of just this label. */
  static BitSet label(int label) {
    BitSet labels = new BitSet();
    labels.set(label);
    return labels;
  }

  static Trie ofLabelled(List<Labelled> patterns) {
    return new Trie(new Building(patterns));
  }

  private void numberRuns() {
    int count = 0;
    for (int node = 1; node < size; node++) {
      if (Token.isRun(token[node])) {
        runNumber[node] = count++;
      }
    }
  }

  /** From the leaves up: what can still be accepted, and how soon. */
  private void lookAhead(Map<BitSet, BitSet> known) {
    for (int node = size - 1; node >= 0; node--) {
      BitSet served = accepts[node];
      int nearest = served.isEmpty() ? Integer.MAX_VALUE / 4 : 0;
      for (int child = firstChild(node); child < endOfChildren(node); child++) {
        served = union(served, serves[child], known);
        nearest = Math.min(nearest, distance[child] + (Token.isRun(token[child]) ? 0 : 1));
      }
      serves[node] = served;
      distance[node] = nearest;
    }
  }

  private static BitSet union(BitSet a, BitSet b, Map<BitSet, BitSet> known) {
    if (a == b || b.isEmpty()) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    BitSet both = (BitSet) a.clone();
    both.or(b);
    BitSet same = known.putIfAbsent(both, both);
    return same == null ? both : same;
  }

  int size() {
    return size;
  }

  /** The token by which a node other than the start is entered. */
  int token(int node) {
    return token[node];
  }

  /** The node before; -1 for the start. */
  int parent(int node) {
    return parent[node];
  }

  int firstChild(int node) {
    return children[node];
  }

  int endOfChildren(int node) {
    return children[node + 1];
  }

  /** Labels of the patterns that end here; not to be changed. */
  BitSet accepts(int node) {
    return accepts[node];
  }

  /** Labels of the patterns that end here or further on; not to be changed. */
  BitSet serves(int node) {
    return serves[node];
  }

  /** The least number of letters that end a pattern from here. */
  int distance(int node) {
    return distance[node];
  }

  boolean isRun(int node) {
    return node != 0 && Token.isRun(token[node]);
  }

  boolean isFreeRun(int node) {
    return node != 0 && token[node] == Token.RUN;
  }

  /** Run nodes are numbered from 0. */
  int runNumber(int runNode) {
    return runNumber[runNode];
  }

  /** The child entered by {@code wanted}, or -1. */
  int child(int node, int wanted) {
    int at = Arrays.binarySearch(token, children[node], children[node + 1], wanted);
    return at < 0 ? -1 : at;
  }

  /** Whether a pattern fits {@code text}. */
  boolean accepts(String text) {
    return !labels(text).isEmpty();
  }

  /** Labels of all patterns that fit {@code text}. */
  BitSet labels(String text) {
    return labels(text, new Frontier(this), Budget.unlimited());
  }

  /**
   * The same, for many texts; means nothing if the budget is spent afterwards.
   *
   * @param frontier scratch space of this trie
   */
  BitSet labels(String text, Frontier frontier, Budget budget) {
    frontier.start();
    for (int i = 0; i < text.length() && !frontier.isEmpty(); i++) {
      if (!budget.spend(frontier.size())) {
        return new BitSet(0);
      }
      frontier.step(text.charAt(i));
    }
    return frontier.accepted();
  }

  /** Lays the nodes out level by level, from the patterns in order of their tokens. */
  private static final class Building {

    private final List<Labelled> patterns;
    private int size;
    private int[] token = new int[64];
    private int[] parent = new int[64];
    private int[] children = new int[65];
    private BitSet[] accepts = new BitSet[64];
    private final Map<BitSet, BitSet> known = new HashMap<>();

    /**
     * The patterns from {@code from} to {@code to} go through a node, {@code depth} tokens deep.
     */
    private record Range(int node, int from, int to, int depth) {}

    Building(List<Labelled> unsorted) {
      patterns = unsorted.stream().sorted((a, b) -> a.pattern().compareTo(b.pattern())).toList();
      ArrayDeque<Range> open = new ArrayDeque<>();
      open.add(new Range(add(0, -1), 0, patterns.size(), 0));
      while (!open.isEmpty()) {
        grow(open.remove(), open);
      }
      children[size] = size;
    }

    private void grow(Range range, ArrayDeque<Range> open) {
      int from = range.from();
      while (from < range.to() && tokens(from).length == range.depth()) {
        accept(range.node(), patterns.get(from++).labels());
      }
      children[range.node()] = size;
      while (from < range.to()) {
        int next = tokens(from)[range.depth()];
        int to = from + 1;
        while (to < range.to() && tokens(to)[range.depth()] == next) {
          to++;
        }
        open.add(new Range(add(next, range.node()), from, to, range.depth() + 1));
        from = to;
      }
    }

    private int[] tokens(int pattern) {
      return patterns.get(pattern).pattern().tokens();
    }

    private void accept(int node, BitSet labels) {
      accepts[node] = union(accepts[node], labels, known);
    }

    private int add(int entered, int from) {
      if (size == token.length) {
        token = Arrays.copyOf(token, 2 * size);
        parent = Arrays.copyOf(parent, 2 * size);
        children = Arrays.copyOf(children, 2 * size + 1);
        accepts = Arrays.copyOf(accepts, 2 * size);
      }
      token[size] = entered;
      parent[size] = from;
      accepts[size] = NONE;
      return size++;
    }
  }
}
