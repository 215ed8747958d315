package io.rolewright.reason.strings;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which nodes of a {@link Frontier} still matter. A node does not if every pattern through it also
 * goes through a free run further on that has been entered already: such a run takes whatever the
 * node would wait for. Nor does it if it serves only labels that are settled. Leaving these out
 * changes no answer and keeps the number of sets small. Mutable scratch space, for one thread.
 */
final class Dominance {

  private final Trie trie;
  private final int[] covered; // by node: how many children need not be waited for
  private int[] touched = new int[16];
  private int touchedCount;
  private final BitSet needless = new BitSet();

  Dominance(Trie trie) {
    this.trie = trie;
    this.covered = new int[trie.size()];
  }

  /** The nodes that matter, ascending. */
  int[] essential(Frontier frontier, BitSet settled) {
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.node(i);
      if (trie.isFreeRun(node)) {
        climb(frontier, node, settled);
      }
    }
    int[] kept = new int[frontier.size()];
    int count = 0;
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.node(i);
      if (!needless.get(node) && !isWithin(trie.serves(node), settled)) {
        kept[count++] = node;
      }
    }
    forget();
    int[] essential = Arrays.copyOf(kept, count);
    Arrays.sort(essential);
    return essential;
  }

  /** Tells the nodes before that one more child is covered, as far up as all of them are. */
  private void climb(Frontier frontier, int run, BitSet settled) {
    for (int node = trie.parent(run); node >= 0; node = trie.parent(node)) {
      touch(node);
      boolean all = covered[node] == trie.endOfChildren(node) - trie.firstChild(node);
      if (!all || !isWithin(trie.accepts(node), settled)) {
        return;
      }
      needless.set(node);
      if (trie.isFreeRun(node) && frontier.hasRun(node)) {
        return; // it climbs by itself
      }
    }
  }

  private void touch(int node) {
    if (covered[node]++ == 0) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = node;
    }
  }

  private void forget() {
    for (int i = 0; i < touchedCount; i++) {
      covered[touched[i]] = 0;
      needless.clear(touched[i]);
    }
    touchedCount = 0;
  }

  /** Whether {@code some} has nothing that {@code all} has not. */
  static boolean isWithin(BitSet some, BitSet all) {
    for (int bit = some.nextSetBit(0); bit >= 0; bit = some.nextSetBit(bit + 1)) {
      if (!all.get(bit)) {
        return false;
      }
    }
    return true;
  }
}
