package io.rolewright.rule.check;

import java.util.Optional;

/** Account numbers: twelve digits, leading zeros included. */
final class AccountNumbers {

  private static final int LENGTH = 12;

  private AccountNumbers() {}

  static boolean isOne(String text) {
    return text.length() == LENGTH && isDigits(text);
  }

  /**
   * What is wrong with text that is meant as an account number; nothing where it is not meant so.
   */
  static Optional<String> fault(String text) {
    if (text.isEmpty() || isOne(text)) {
      return Optional.empty();
    }
    if (isDigits(text)) {
      return Optional.of(
          "has " + text.length() + " digits where an account number has twelve" + zero(text));
    }
    String bare = text.replaceAll("[- ]", "");
    return isOne(bare)
        ? Optional.of("has an account number with separators; did you mean `" + bare + "`?")
        : Optional.empty();
  }

  /** Spreadsheets and YAML readers drop leading zeros. */
  private static String zero(String text) {
    return text.length() < LENGTH && text.length() >= LENGTH - 3
        ? "; leading zeros may have been lost"
        : "";
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
