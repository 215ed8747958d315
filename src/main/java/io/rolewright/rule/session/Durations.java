package io.rolewright.rule.session;

import io.rolewright.catalog.Quota;
import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.Defaults;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/** Session durations in seconds, and in words. */
public final class Durations {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  private Durations() {}

  /** The duration for people: {@code 12 h}, {@code 1 h 30 min}, {@code 45 s}. */
  public static String shown(long seconds) {
    StringBuilder shown = new StringBuilder();
    append(shown, seconds / HOUR, "h");
    append(shown, seconds % HOUR / MINUTE, "min");
    append(shown, seconds % MINUTE, "s");
    return shown.isEmpty() ? "0 s" : shown.toString();
  }

  private static void append(StringBuilder shown, long count, String unit) {
    if (count != 0) {
      shown.append(shown.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
    }
  }

  /** What a setting amounts to: as written, or as its template has it by default. */
  public static OptionalLong seconds(Amount amount) {
    return amount.value().isPresent() ? amount.value() : byDefault(amount);
  }

  /**
   * The longest session a role gives: what it sets, else what AWS takes. The longest there is where
   * a template leaves it open, or where only the role's trust policy is in the input.
   */
  public static long most(Role role) {
    if (role.maxSessionDuration().isPresent()) {
      OptionalLong set = seconds(role.maxSessionDuration().get());
      return set.orElse(Quota.ROLE_MAX_SESSION_DURATION.most());
    }
    boolean trustOnly = role.trust().filter(t -> t.origin().isSamePlace(role.origin())).isPresent();
    return trustOnly
        ? Quota.ROLE_MAX_SESSION_DURATION.most()
        : Quota.ROLE_MAX_SESSION_DURATION.usual();
  }

  /** Whether the duration is known only as long as nobody changes a template's parameter. */
  public static boolean isByDefault(Amount amount) {
    return amount.value().isEmpty() && byDefault(amount).isPresent();
  }

  /** Whether the text is known and still is no duration. */
  public static boolean isUnreadable(Amount amount) {
    return amount.value().isEmpty() && !amount.written().hasUnknown();
  }

  /** The end of a message about a duration that a parameter decides; empty for others. */
  public static String depends(Amount amount) {
    return isByDefault(amount)
        ? "; whether it is so depends on " + Defaults.deciders(amount.written())
        : "";
  }

  private static OptionalLong byDefault(Amount amount) {
    if (!amount.written().hasUnknown()) {
      return OptionalLong.empty();
    }
    return Defaults.of(amount.written())
        .map(text -> parse(text.shown().strip()))
        .orElse(OptionalLong.empty());
  }

  /** Seconds as a number, or as ISO 8601 has them. */
  private static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(
          text.startsWith("P") ? Duration.parse(text).toSeconds() : Long.parseLong(text));
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException noDuration) {
      return OptionalLong.empty();
    }
  }
}
