package io.rolewright.reason.strings;

/**
 * One piece of a pattern, as a number: a letter is its UTF-16 value, a letter in any case is {@link
 * #ANY_CASE} plus its folded value, wildcards are negative.
 */
final class Token {

  static final int RUN = -1;
  static final int ONE = -2;
  static final int RUN_WITHOUT_COLON = -3;
  static final int ONE_WITHOUT_COLON = -4;
  static final int ANY_CASE = 0x10000;

  private Token() {}

  /** The letter in whatever case, or just the letter where it has no other. */
  static int anyCase(char c) {
    char folded = Folding.fold(c);
    return Folding.unfold(folded).length == 1 ? folded : ANY_CASE + folded;
  }

  static boolean isRun(int token) {
    return token == RUN || token == RUN_WITHOUT_COLON;
  }

  static boolean isLetter(int token) {
    return token >= 0;
  }

  static boolean isAnyCase(int token) {
    return token >= ANY_CASE;
  }

  /** The letter, folded if any case will do. */
  static char letter(int token) {
    return (char) token;
  }

  /** Whether a token that is no run takes {@code c}. */
  static boolean takes(int token, char c) {
    if (token >= ANY_CASE) {
      return Folding.fold(c) == token - ANY_CASE;
    }
    return token >= 0 ? token == c : token == ONE || c != ':';
  }
}
