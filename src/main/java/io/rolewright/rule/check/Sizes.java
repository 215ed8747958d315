package io.rolewright.rule.check;

/** Lengths of policies in words. */
final class Sizes {

  private Sizes() {}

  /** A count with its thousands parted: {@code 10,240}. */
  static String shown(int count) {
    String digits = Integer.toString(count);
    return count < 1000
        ? digits
        : shown(count / 1000) + "," + digits.substring(digits.length() - 3);
  }

  /** A length; where a template leaves pieces open it is the least that the policy can have. */
  static String characters(int count, boolean exact) {
    return (exact ? "" : "at least ") + shown(count) + " characters";
  }
}
