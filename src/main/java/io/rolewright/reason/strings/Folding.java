package io.rolewright.reason.strings;

import java.util.Arrays;

/**
 * Lower case, letter by letter. {@code fold} of every letter of a text gives {@code
 * text.toLowerCase(Locale.ROOT)}, except for three kinds of letters that Java does not treat one by
 * one: U+0130 (becomes two letters; here it stays itself), a capital sigma at the end of a word
 * (becomes U+03C2; here always U+03C3) and capitals outside the basic plane (stay themselves).
 */
final class Folding {

  private static final char DOTTED_CAPITAL_I = '\u0130';
  private static final char KELVIN = '\u212A';

  private Folding() {}

  /** The lower-case letter. */
  static char fold(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == DOTTED_CAPITAL_I ? c : Character.toLowerCase(c);
  }

  /** Each letter of {@code text} folded. */
  static String fold(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = fold(letters[i]);
    }
    return new String(letters);
  }

  /** All letters that fold to {@code folded}, ascending; itself among them. */
  static char[] unfold(char folded) {
    if (folded >= 0x80) {
      return BeyondAscii.ORIGINS[folded] == null
          ? new char[] {folded}
          : BeyondAscii.ORIGINS[folded].clone();
    }
    if (folded < 'a' || folded > 'z') {
      return new char[] {folded};
    }
    char capital = (char) (folded - 32);
    return folded == 'k' ? new char[] {capital, folded, KELVIN} : new char[] {capital, folded};
  }

  /** Read from the JDK's tables when a policy first needs them. */
  private static final class BeyondAscii {

    static final char[][] ORIGINS = origins();

    private BeyondAscii() {}

    private static char[][] origins() {
      char[][] origins = new char[Character.MAX_VALUE + 1][];
      for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
        char folded = fold((char) c);
        if (folded != c && folded >= 0x80) {
          char[] known = origins[folded] == null ? new char[] {folded} : origins[folded];
          origins[folded] = Arrays.copyOf(known, known.length + 1);
          origins[folded][known.length] = (char) c;
          Arrays.sort(origins[folded]);
        }
      }
      return origins;
    }
  }
}
