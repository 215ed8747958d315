package io.rolewright.rule.trust;

import io.rolewright.model.AccountNumber;
import java.util.Optional;

/** Says what is wrong with text that is meant as an account number. */
final class AccountFaults {

  private AccountFaults() {}

  /**
   * What is wrong with text that is meant as an account number; nothing where it is not meant so.
   */
  static Optional<String> of(String text) {
    if (text.isEmpty() || AccountNumber.isOne(text)) {
      return Optional.empty();
    }
    if (AccountNumber.isDigits(text)) {
      return Optional.of(
          "has " + text.length() + " digits where an account number has twelve" + zero(text));
    }
    String bare = text.replaceAll("[- ]", "");
    return AccountNumber.isOne(bare)
        ? Optional.of("has an account number with separators; did you mean `" + bare + "`?")
        : Optional.empty();
  }

  /** Spreadsheets and YAML readers drop leading zeros. */
  private static String zero(String text) {
    return text.length() < AccountNumber.LENGTH && text.length() >= AccountNumber.LENGTH - 3
        ? "; leading zeros may have been lost"
        : "";
  }
}
