package io.rolewright.simulate;

/**
 * Kleene's three values: whether something holds, when part of the input may be unknown (R0.4).
 * {@link #UNKNOWN} means that it holds for some values of what is unknown and fails for others, or
 * that this could not be told.
 */
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  public static Truth of(boolean value) {
    return value ? YES : NO;
  }

  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Truth not() {
    return values()[2 - ordinal()];
  }

  /** Whether this holds for every value of what is unknown. */
  public boolean isYes() {
    return this == YES;
  }

  /** Whether this holds for no value of what is unknown. */
  public boolean isNo() {
    return this == NO;
  }
}
