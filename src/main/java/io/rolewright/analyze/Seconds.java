package io.rolewright.analyze;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** Reads the durations that sessions can have: 900 seconds to 12 hours. */
final class Seconds {

  private static final long SHORTEST = 900;
  private static final long LONGEST = 43_200;

  private Seconds() {}

  /** From {@code 3600}, {@code 4h}, {@code 1h30m} or ISO 8601's {@code PT4H}; else empty. */
  static OptionalLong parse(String text) {
    try {
      long seconds = isNumber(text) ? Long.parseLong(text) : duration(text).toSeconds();
      boolean possible = seconds >= SHORTEST && seconds <= LONGEST;
      return possible ? OptionalLong.of(seconds) : OptionalLong.empty();
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static Duration duration(String text) {
    return Duration.parse(text.startsWith("P") ? text : "PT" + text);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
