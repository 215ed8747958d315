package io.rolewright.source;

import java.util.Locale;

/**
 * Something in the input, or in the run, that kept Rolewright from judging all of it.
 *
 * <p>A problem is not a finding: it says what could not be read or decided, where, and what would
 * help.
 *
 * @param severity whether the job could still be done
 * @param message one line: lower-case start, no final period, user text in backticks
 * @param at the place, at least the file
 * @param gap whether it is a question that stays open: the message says which, and what is assumed
 */
public record Problem(Severity severity, String message, Origin at, boolean gap) {

  /** How much a problem cost. */
  public enum Severity {
    /** Something that was asked for could not be judged: the run ends with exit code 2. */
    ERROR,
    /** Something was passed over that may matter; the rest was judged. */
    WARNING,
    /** Worth knowing, costs nothing. */
    NOTE;

    /** The name in reports: {@code warning}. */
    public String shown() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Problem error(String message, Origin at) {
    return new Problem(Severity.ERROR, message, at, false);
  }

  public static Problem warning(String message, Origin at) {
    return new Problem(Severity.WARNING, message, at, false);
  }

  public static Problem note(String message, Origin at) {
    return new Problem(Severity.NOTE, message, at, false);
  }

  /** A question that stays open, so that silence about it is no answer. */
  public static Problem gap(String message, Origin at) {
    return new Problem(Severity.WARNING, message, at, true);
  }
}
