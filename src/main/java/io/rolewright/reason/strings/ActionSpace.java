package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All actions as a deterministic automaton over the patterns with wildcards of all atoms at once. A
 * place is a phase, the atoms settled whatever comes, and the nodes that matter for the others.
 * Walked breadth first, so that each place is found by a shortest beginning. Used once.
 */
final class ActionSpace {

  private static final int COST_OF_A_PLACE = 8;

  /** Actions that are in the same atoms by wildcards, and one of them not named in full. */
  static final class Group {

    private final BitSet atoms;
    private String example;

    private Group(BitSet atoms) {
      this.atoms = atoms;
    }

    BitSet atoms() {
      return atoms;
    }

    /** Nothing as long as none is known. */
    Optional<String> example() {
      return Optional.ofNullable(example);
    }

    void show(String action) {
      example = action;
    }
  }

  /** Where a beginning of an action leads. */
  static final class Place {

    private final Key key;
    private final Group group;
    private final Place before;
    private final char letter;
    private char[] letters = new char[0];
    private Place[] after = new Place[0];
    private Place afterOther;

    private Place(Key key, Group group, Place before, char letter) {
      this.key = key;
      this.group = group;
      this.before = before;
      this.letter = letter;
    }

    /** The group of the actions that lead here; only in the last phase. */
    Group group() {
      return group;
    }

    /** The letters told apart here. */
    char[] letters() {
      return letters;
    }

    /** The place after {@code c}, once all places are known. */
    Optional<Place> after(char c) {
      for (int i = 0; i < letters.length; i++) {
        if (letters[i] == c) {
          return Optional.ofNullable(after[i]);
        }
      }
      return Optional.ofNullable(c == ':' ? null : afterOther);
    }

    private String text() {
      StringBuilder reversed = new StringBuilder();
      for (Place place = this; place.before != null; place = place.before) {
        reversed.append(place.letter);
      }
      return reversed.reverse().toString();
    }
  }

  /** What makes two places the same. */
  private record Key(Actions.Phase phase, BitSet settled, int[] nodes, int hash) {
    Key(Actions.Phase phase, BitSet settled, int[] nodes) {
      this(
          phase,
          settled,
          nodes,
          31 * Arrays.hashCode(nodes) + 4 * settled.hashCode() + phase.ordinal());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && hash == key.hash
          && phase == key.phase
          && Arrays.equals(nodes, key.nodes)
          && settled.equals(key.settled);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final AtomTable table;
  private final Budget budget;
  private final Frontier frontier;
  private final Dominance dominance;
  private final Map<Key, Place> known = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<BitSet, Group> groups = new HashMap<>();
  private final List<Group> groupsInOrder = new ArrayList<>();

  ActionSpace(AtomTable table, Budget budget) {
    this.table = table;
    this.budget = budget;
    this.frontier = new Frontier(table.wild());
    this.dominance = new Dominance(table.wild());
  }

  /** Finds every place; incomplete if the budget is spent afterwards. */
  Place explore() {
    frontier.start();
    Place start = place(Actions.Phase.START, new BitSet(0), null, ' ');
    for (int i = 0; i < places.size() && !budget.isSpent(); i++) {
      expand(places.get(i));
    }
    return start;
  }

  /** Every group once; those without an example may have none. */
  List<Group> groups() {
    return groupsInOrder;
  }

  private void expand(Place place) {
    char[] letters = legal(Letters.toldApart(table.wild(), place.key.nodes), place.key.phase);
    place.letters = letters;
    place.after = new Place[letters.length];
    int other = table.actions().other(letters);
    if (other >= 0) {
      place.afterOther = follow(place, (char) other);
    }
    for (int i = 0; i < letters.length && !budget.isSpent(); i++) {
      place.after[i] = follow(place, letters[i]);
    }
  }

  /** Of these, the letters an action may go on with; the colon where it may. */
  private char[] legal(char[] letters, Actions.Phase phase) {
    char[] legal = new char[letters.length + 1];
    int count = 0;
    for (char letter : letters) {
      if (table.actions().isLetter(letter)) {
        legal[count++] = letter;
      }
    }
    if (phase == Actions.Phase.SERVICE) {
      legal[count++] = ':';
    }
    return Arrays.copyOf(legal, count);
  }

  private Place follow(Place from, char letter) {
    budget.spend(1L + from.key.nodes.length);
    frontier.startFrom(from.key.nodes);
    frontier.step(letter);
    Actions.Phase phase = letter == ':' ? Actions.Phase.COLON : from.key.phase.afterLetter();
    Place place = place(phase, from.key.settled, from, letter);
    if (place.group != null && place.group.example == null) {
      String action = from.text() + letter;
      budget.spend(action.length());
      if (!table.isLiteral(action)) {
        place.group.show(action);
      }
    }
    return place;
  }

  private Place place(Actions.Phase phase, BitSet before, Place from, char letter) {
    BitSet settled = settled(before);
    int[] nodes = dominance.essential(frontier, settled);
    Key key = new Key(phase, settled, nodes);
    Place place = known.get(key);
    if (place == null) {
      budget.spend(COST_OF_A_PLACE + nodes.length);
      Group group = phase == Actions.Phase.NAME ? group(settled) : null;
      place = new Place(key, group, from, letter);
      known.put(key, place);
      places.add(place);
    }
    return place;
  }

  /** The same object as before if nothing was added. */
  private BitSet settled(BitSet before) {
    BitSet now = frontier.settled();
    if (Dominance.isWithin(now, before)) {
      return before;
    }
    now.or(before);
    return now;
  }

  private Group group(BitSet settled) {
    BitSet atoms = frontier.accepted();
    atoms.or(settled);
    Group group = groups.get(atoms);
    if (group == null) {
      group = new Group(atoms);
      groups.put(atoms, group);
      groupsInOrder.add(group);
    }
    return group;
  }
}
