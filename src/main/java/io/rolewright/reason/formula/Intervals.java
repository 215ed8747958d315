package io.rolewright.reason.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some points of a line, as finitely many intervals with open or closed ends. Points are exact
 * decimals. Equal exactly if the same points are in it. Immutable.
 */
public final class Intervals {

  /** The most digits before or after the point of an end; more are refused. */
  public static final int MOST_DIGITS = 2_000;

  private static final Intervals NONE = new Intervals(List.of());
  private static final Intervals ALL = new Intervals(List.of(Cut.START, Cut.END));
  private static final BigDecimal HALF = new BigDecimal("0.5");

  // INVARIANT: strictly ascending and of even number; inside from each even one to the next
  private final List<Cut> cuts;

  private Intervals(List<Cut> cuts) {
    this.cuts = List.copyOf(cuts);
  }

  /** No point. */
  public static Intervals none() {
    return NONE;
  }

  /** Every point. */
  public static Intervals all() {
    return ALL;
  }

  /** Just this point. */
  public static Intervals at(BigDecimal point) {
    return between(Cut.before(checked(point)), Cut.after(point));
  }

  /** From {@code low} to {@code high}, both included; none if they are the wrong way round. */
  public static Intervals closed(BigDecimal low, BigDecimal high) {
    return between(Cut.before(checked(low)), Cut.after(checked(high)));
  }

  /** The points greater than {@code low}. */
  public static Intervals above(BigDecimal low) {
    return between(Cut.after(checked(low)), Cut.END);
  }

  /** The points not less than {@code low}. */
  public static Intervals atLeast(BigDecimal low) {
    return between(Cut.before(checked(low)), Cut.END);
  }

  /** The points less than {@code high}. */
  public static Intervals below(BigDecimal high) {
    return between(Cut.START, Cut.before(checked(high)));
  }

  /** The points not greater than {@code high}. */
  public static Intervals atMost(BigDecimal high) {
    return between(Cut.START, Cut.after(checked(high)));
  }

  /** Whether a point can be an end: it has no more than {@link #MOST_DIGITS} on either side. */
  public static boolean canBeEnd(BigDecimal point) {
    return point.signum() == 0
        || point.scale() <= MOST_DIGITS && (long) point.precision() - point.scale() <= MOST_DIGITS;
  }

  private static BigDecimal checked(BigDecimal point) {
    if (!canBeEnd(point)) {
      throw new IllegalArgumentException("a point with too many digits");
    }
    return point;
  }

  private static Intervals between(Cut low, Cut high) {
    return low.compareTo(high) < 0 ? new Intervals(List.of(low, high)) : NONE;
  }

  /** The points that are not in this. */
  public Intervals complement() {
    List<Cut> others = new ArrayList<>(cuts);
    if (!others.remove(Cut.START)) {
      others.add(0, Cut.START);
    }
    if (!others.remove(Cut.END)) {
      others.add(Cut.END);
    }
    return new Intervals(others);
  }

  /** The points in this or {@code other}. */
  public Intervals union(Intervals other) {
    return merge(other, 1);
  }

  /** The points in this and {@code other}. */
  public Intervals intersect(Intervals other) {
    return merge(other, 2);
  }

  /** The points that are in at least {@code enough} of this and {@code other}. */
  private Intervals merge(Intervals other, int enough) {
    List<Cut> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    boolean inside = false;
    while (i < cuts.size() || j < other.cuts.size()) {
      Cut next = next(i, other, j);
      i += i < cuts.size() && cuts.get(i).equals(next) ? 1 : 0;
      j += j < other.cuts.size() && other.cuts.get(j).equals(next) ? 1 : 0;
      if (i % 2 + j % 2 >= enough != inside) {
        inside = !inside;
        merged.add(next);
      }
    }
    return new Intervals(merged);
  }

  private Cut next(int i, Intervals other, int j) {
    if (i == cuts.size()) {
      return other.cuts.get(j);
    }
    boolean mine = j == other.cuts.size() || cuts.get(i).compareTo(other.cuts.get(j)) <= 0;
    return mine ? cuts.get(i) : other.cuts.get(j);
  }

  /**
   * One interval.
   *
   * @param low none: without lower end
   * @param high none: without upper end
   */
  public record Span(
      Optional<BigDecimal> low, boolean withLow, Optional<BigDecimal> high, boolean withHigh) {}

  /** The intervals, ascending, no two of which touch; not empty. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i += 2) {
      Cut low = cuts.get(i);
      Cut high = cuts.get(i + 1);
      spans.add(new Span(end(low), !low.after(), end(high), high.after()));
    }
    return spans;
  }

  private static Optional<BigDecimal> end(Cut cut) {
    return cut.isAtPoint() ? Optional.of(cut.point()) : Optional.empty();
  }

  /** Whether {@code point} is in this. */
  public boolean contains(BigDecimal point) {
    Cut before = Cut.before(point);
    int passed = 0;
    while (passed < cuts.size() && cuts.get(passed).compareTo(before) <= 0) {
      passed++;
    }
    return passed % 2 == 1;
  }

  /**
   * One piece without gaps.
   *
   * @param low where it begins; nothing if before all points
   * @param lowIncluded whether {@code low} is in it; no if there is none
   * @param high where it ends; nothing if after all points
   * @param highIncluded whether {@code high} is in it; no if there is none
   */
  public record Piece(
      Optional<BigDecimal> low,
      boolean lowIncluded,
      Optional<BigDecimal> high,
      boolean highIncluded) {

    static Piece of(Cut low, Cut high) {
      return new Piece(point(low), low.isAtPoint() && !low.after(), point(high), high.after());
    }

    private static Optional<BigDecimal> point(Cut cut) {
      return cut.isAtPoint() ? Optional.of(cut.point()) : Optional.empty();
    }
  }

  /** The pieces, ascending, with a gap between each two. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i += 2) {
      pieces.add(Piece.of(cuts.get(i), cuts.get(i + 1)));
    }
    return pieces;
  }

  /** Whether no point is in this. */
  public boolean isEmpty() {
    return cuts.isEmpty();
  }

  /** Whether every point is in this. */
  public boolean isAll() {
    return equals(ALL);
  }

  /**
   * A point in this, the simplest near an end; none exactly if there is no such point.
   *
   * @param whole whether only whole numbers count as points
   */
  public Optional<BigDecimal> some(boolean whole) {
    for (int i = 0; i < cuts.size(); i += 2) {
      BigDecimal near = wholeIn(cuts.get(i), cuts.get(i + 1));
      if (contains(near)) {
        return Optional.of(near);
      }
    }
    return whole || isEmpty() ? Optional.empty() : Optional.of(inside(cuts.get(0), cuts.get(1)));
  }

  /** A whole number between the cuts if there is one: the one next to an end. */
  private static BigDecimal wholeIn(Cut low, Cut high) {
    if (low.isAtPoint()) {
      return low.after()
          ? floor(low.point()).add(BigDecimal.ONE)
          : low.point().setScale(0, RoundingMode.CEILING);
    }
    if (high.isAtPoint()) {
      return high.after()
          ? floor(high.point())
          : high.point().setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }
    return BigDecimal.ZERO;
  }

  private static BigDecimal floor(BigDecimal point) {
    return point.setScale(0, RoundingMode.FLOOR);
  }

  /** Between two cuts without a whole number both are at points. */
  private static BigDecimal inside(Cut low, Cut high) {
    if (!low.after()) {
      return low.point();
    }
    return high.after() ? high.point() : low.point().add(high.point()).multiply(HALF);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intervals intervals && cuts.equals(intervals.cuts);
  }

  @Override
  public int hashCode() {
    return cuts.hashCode();
  }

  /** As {@code [1, 5) | (7, )}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i += 2) {
      Cut low = cuts.get(i);
      Cut high = cuts.get(i + 1);
      parts.add(
          (low.isAtPoint() && !low.after() ? "[" : "(")
              + (low.isAtPoint() ? low.point().toPlainString() : "")
              + ", "
              + (high.isAtPoint() ? high.point().toPlainString() : "")
              + (high.after() ? "]" : ")"));
    }
    return parts.isEmpty() ? "none" : String.join(" | ", parts);
  }
}
