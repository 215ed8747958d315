package io.rolewright.model;

/** Account numbers: twelve digits, leading zeros included. */
public final class AccountNumber {

  /** How many digits an account number has. */
  public static final int LENGTH = 12;

  private AccountNumber() {}

  /** Whether a text can be the number of an account. */
  public static boolean isOne(String text) {
    return text.length() == LENGTH && isDigits(text);
  }

  /** Whether a text has nothing but the digits 0 to 9. */
  public static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
