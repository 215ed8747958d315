package io.rolewright.reason.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A formula that is to be made true.
 *
 * @param literal is true only if the formula has to be
 * @param any whether one of the parts is enough
 * @param parts the cheaper first; none if it is a test or its contrary
 * @param cost how much it takes to make it true, roughly
 */
record Goal(int literal, boolean any, List<Goal> parts, long cost) {

  private static final long MOST = 1_000_000_000;

  static Goal leaf(int literal, long cost) {
    return new Goal(literal, false, List.of(), cost);
  }

  static Goal of(int literal, boolean any, List<Goal> parts) {
    long cost = any ? MOST : 0;
    for (Goal part : parts) {
      cost = any ? Math.min(cost, part.cost) : Math.min(MOST, cost + part.cost);
    }
    List<Goal> cheapFirst = new ArrayList<>(parts);
    cheapFirst.sort(Comparator.comparingLong(Goal::cost));
    return new Goal(literal, any, List.copyOf(cheapFirst), cost);
  }

  boolean isLeaf() {
    return parts.isEmpty();
  }
}
