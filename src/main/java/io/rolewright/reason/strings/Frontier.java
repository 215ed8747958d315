package io.rolewright.reason.strings;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The nodes of a {@link Trie} that a text may be at. Mutable, for one walk after another by one
 * thread. A step costs the number of nodes times the logarithm of their children.
 */
final class Frontier {

  private final Trie trie;
  private final BitSet runs = new BitSet(); // by number; only run nodes might be entered twice
  private int[] now = new int[16];
  private int[] before = new int[16];
  private int count;

  Frontier(Trie trie) {
    this.trie = trie;
  }

  /** Before the first letter. */
  void start() {
    clear();
    enter(0);
  }

  /** Where another walk stood. */
  void startFrom(int[] nodes) {
    clear();
    for (int node : nodes) {
      add(node);
      if (trie.isRun(node)) {
        runs.set(trie.runNumber(node));
      }
    }
  }

  private void clear() {
    runs.clear();
    count = 0;
  }

  /** After one more letter. */
  void step(char c) {
    int many = count;
    int[] from = now;
    clear();
    now = before;
    before = from;
    for (int i = 0; i < many; i++) {
      leave(from[i], c);
    }
  }

  private void leave(int node, char c) {
    if (trie.isFreeRun(node) || trie.isRun(node) && c != ':') {
      enterRun(node);
    }
    if (trie.firstChild(node) == trie.endOfChildren(node)) {
      return;
    }
    enterIfThere(trie.child(node, c));
    enterIfThere(trie.child(node, Token.ANY_CASE + Folding.fold(c)));
    enterIfThere(trie.child(node, Token.ONE));
    if (c != ':') {
      enterIfThere(trie.child(node, Token.ONE_WITHOUT_COLON));
    }
  }

  private void enterIfThere(int node) {
    if (node >= 0) {
      enter(node);
    }
  }

  /** A run may take nothing, so it is entered with the node before it. */
  private void enter(int node) {
    add(node);
    int end = trie.endOfChildren(node);
    for (int child = trie.firstChild(node); child < end && trie.token(child) < 0; child++) {
      if (Token.isRun(trie.token(child))) {
        enterRun(child);
      }
    }
  }

  private void enterRun(int node) {
    if (!runs.get(trie.runNumber(node))) {
      runs.set(trie.runNumber(node));
      add(node);
    }
  }

  private void add(int node) {
    if (count == now.length) {
      now = Arrays.copyOf(now, 2 * count);
    }
    now[count++] = node;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int size() {
    return count;
  }

  int node(int index) {
    return now[index];
  }

  /** Whether a run node is among the nodes. */
  boolean hasRun(int node) {
    return runs.get(trie.runNumber(node));
  }

  /** Labels of the patterns that fit the text so far. */
  BitSet accepted() {
    BitSet labels = new BitSet();
    for (int i = 0; i < count; i++) {
      labels.or(trie.accepts(now[i]));
    }
    return labels;
  }

  /** Labels of the patterns that fit the text so far and whatever comes after it. */
  BitSet settled() {
    BitSet labels = new BitSet();
    for (int i = 0; i < count; i++) {
      if (trie.isFreeRun(now[i])) {
        labels.or(trie.accepts(now[i]));
      }
    }
    return labels;
  }
}
