package io.rolewright.reason.access;

import io.rolewright.reason.formula.Intervals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Intervals of numbers and of moments in words. */
record PointWords(
    String atLeast, String above, String atMost, String below, Function<BigDecimal, String> point) {

  private static final PointWords NUMBERS =
      new PointWords(
          "at least ", "greater than ", "at most ", "less than ", BigDecimal::toPlainString);

  private static final PointWords MOMENTS =
      new PointWords("at or after ", "after ", "until ", "before ", PointWords::moment);

  /** Years with four digits. */
  private static final BigDecimal FIRST_SECOND = new BigDecimal("-62167219200");

  private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

  /** As {@code at least 5 and less than 7 or 9}. */
  static String numbers(Intervals points) {
    return NUMBERS.words(points);
  }

  /** Seconds since 1970, as {@code after 2026-01-01T00:00:00Z}. */
  static String moments(Intervals points) {
    return MOMENTS.words(points);
  }

  /** The point, if it is the only one. */
  static Optional<BigDecimal> only(Intervals points) {
    List<Intervals.Piece> pieces = points.pieces();
    return pieces.size() == 1 && isPoint(pieces.get(0)) ? pieces.get(0).low() : Optional.empty();
  }

  private static boolean isPoint(Intervals.Piece piece) {
    return piece.low().isPresent() && piece.low().equals(piece.high());
  }

  private String words(Intervals points) {
    return points.pieces().stream().map(this::words).collect(Collectors.joining(" or "));
  }

  private String words(Intervals.Piece piece) {
    if (isPoint(piece)) {
      return point.apply(piece.low().orElseThrow());
    }
    String low =
        piece.low().map(at -> (piece.lowIncluded() ? atLeast : above) + point.apply(at)).orElse("");
    String high =
        piece
            .high()
            .map(at -> (piece.highIncluded() ? atMost : below) + point.apply(at))
            .orElse("");
    return low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
  }

  private static String moment(BigDecimal second) {
    if (second.compareTo(FIRST_SECOND) < 0 || second.compareTo(LAST_SECOND) > 0) {
      return "second " + second.toPlainString();
    }
    BigDecimal whole = second.setScale(0, RoundingMode.FLOOR);
    return second.subtract(whole).signum() == 0
        ? Instant.ofEpochSecond(whole.longValue()).toString()
        : "second " + second.toPlainString();
  }
}
