package io.rolewright.reason.solve;

import java.util.List;

/**
 * A formula that is to be made true.
 *
 * @param literal is true only if the formula has to be
 * @param any whether one of the parts is enough
 * @param parts none if it is a test or its contrary
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
    return new Goal(literal, any, List.copyOf(parts), cost);
  }

  boolean isLeaf() {
    return parts.isEmpty();
  }
}
