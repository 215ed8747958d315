package io.rolewright.reason.formula;

import java.math.BigDecimal;

/**
 * A place between the points of the line: just before or just after a point, or beyond all points.
 *
 * @param side below zero: before all points; above: after all; zero: at {@code point}
 * @param after whether just after the point; false at the ends of the line
 */
record Cut(int side, BigDecimal point, boolean after) implements Comparable<Cut> {

  static final Cut START = new Cut(-1, BigDecimal.ZERO, false);
  static final Cut END = new Cut(1, BigDecimal.ZERO, false);

  static Cut before(BigDecimal point) {
    return new Cut(0, point.stripTrailingZeros(), false);
  }

  static Cut after(BigDecimal point) {
    return new Cut(0, point.stripTrailingZeros(), true);
  }

  boolean isAtPoint() {
    return side == 0;
  }

  @Override
  public int compareTo(Cut other) {
    if (side != other.side) {
      return Integer.compare(side, other.side);
    }
    int byPoint = point.compareTo(other.point);
    return byPoint != 0 ? byPoint : Boolean.compare(after, other.after);
  }
}
