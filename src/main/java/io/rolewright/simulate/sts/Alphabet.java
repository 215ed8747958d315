package io.rolewright.simulate.sts;

import java.util.function.IntPredicate;

/** The characters that a parameter takes (section 3.1 of the semantics). */
enum Alphabet {
  /** {@code [\w+=,.@-]}. */
  NAME("letters of the English alphabet, digits and any of `_+=,.@-`", c -> isWord(c, "+=,.@-")),
  /** {@code [\w+=,.@:\/-]}. */
  EXTERNAL_ID(
      "letters of the English alphabet, digits and any of `_+=,.@:/-`", c -> isWord(c, "+=,.@:/-")),
  DIGITS("digits", Alphabet::isDigit),
  /** {@code [\p{L}\p{Z}\p{N}_.:/=+\-@]}. */
  TAG("letters, digits, blanks and any of `_.:/=+-@`", Alphabet::isTag),
  /** Whatever can be sent. */
  ANY("any characters", c -> true);

  private final String shown;
  private final IntPredicate members;

  Alphabet(String shown, IntPredicate members) {
    this.shown = shown;
    this.members = members;
  }

  /** The characters as the object of "takes". */
  String shown() {
    return shown;
  }

  /** Whether a code point belongs to it. */
  boolean has(int codePoint) {
    return members.test(codePoint);
  }

  /** The first character of a text that does not belong to it, or -1. */
  int firstOther(String text) {
    return text.codePoints().filter(c -> !has(c)).findFirst().orElse(-1);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(int c, String more) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || isDigit(c) || c == '_' || more.indexOf(c) >= 0;
  }

  private static boolean isTag(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> "_.:/=+-@".indexOf(c) >= 0;
    };
  }
}
