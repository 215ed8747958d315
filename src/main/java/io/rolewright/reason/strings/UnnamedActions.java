package io.rolewright.reason.strings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For groups of which only actions named in full were met: walks the {@link ActionSpace} again,
 * together with the tree of the full names. Once a text has left that tree, whatever comes is not
 * named, so there are at most as many places as in the space and nodes in the tree together. What
 * it does not find does not exist. Used once.
 */
final class UnnamedActions {

  private static final int OUTSIDE = -1;

  /** A place of both walks. */
  private record Pair(ActionSpace.Place place, int node, Pair before, char letter) {

    String text() {
      StringBuilder reversed = new StringBuilder();
      for (Pair pair = this; pair.before != null; pair = pair.before) {
        reversed.append(pair.letter);
      }
      return reversed.reverse().toString();
    }
  }

  private final Actions actions;
  private final Trie names;
  private final Budget budget;
  private final ArrayDeque<Pair> open = new ArrayDeque<>();
  private final Set<ActionSpace.Place> outside = new HashSet<>();
  private long wanted;

  UnnamedActions(AtomTable table, Budget budget) {
    this.actions = table.actions();
    this.names = Trie.of(table.literals().stream().map(Pattern::literal).toList());
    this.budget = budget;
  }

  /** Gives every group an example that has an unnamed action, unless the budget ends. */
  void show(ActionSpace.Place start, List<ActionSpace.Group> groups) {
    wanted = groups.stream().filter(group -> group.example().isEmpty()).count();
    if (wanted > 0) {
      open.add(new Pair(start, 0, null, ' '));
    }
    while (wanted > 0 && !open.isEmpty() && !budget.isSpent()) {
      expand(open.remove());
    }
  }

  private void expand(Pair pair) {
    char[] letters = letters(pair);
    int other = actions.other(letters);
    if (other >= 0) {
      follow(pair, (char) other);
    }
    for (char letter : letters) {
      follow(pair, letter);
    }
  }

  /** What either of the walks tells apart; a colon is followed only where it may stand. */
  private char[] letters(Pair pair) {
    List<Character> letters = new ArrayList<>();
    for (char letter : pair.place().letters()) {
      letters.add(letter);
    }
    if (pair.node() != OUTSIDE) {
      for (int i = names.firstChild(pair.node()); i < names.endOfChildren(pair.node()); i++) {
        letters.add((char) names.token(i));
      }
    }
    char[] all = new char[letters.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = letters.get(i);
    }
    return Letters.distinct(all);
  }

  private void follow(Pair from, char letter) {
    budget.spend(4);
    Optional<ActionSpace.Place> place = from.place().after(letter);
    if (place.isEmpty()) {
      return;
    }
    int node = from.node() == OUTSIDE ? OUTSIDE : names.child(from.node(), letter);
    if (node == OUTSIDE && !outside.add(place.get())) {
      return;
    }
    Pair pair = new Pair(place.get(), node, from, letter);
    ActionSpace.Group group = place.get().group();
    if (group != null && group.example().isEmpty() && !isNamed(node)) {
      group.show(pair.text());
      wanted--;
    }
    open.add(pair);
  }

  private boolean isNamed(int node) {
    BitSet ends = node == OUTSIDE ? new BitSet(0) : names.accepts(node);
    return !ends.isEmpty();
  }
}
