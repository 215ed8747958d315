package io.rolewright.rule;

/**
 * Text as printable ASCII: other characters, and the backslash, are written as {@code \}{@code
 * uXXXX}. A file of ASCII alone is read without decoding, which is what a cold start needs.
 *
 * <p>Law: {@code read(write(text))} is the text.
 */
public final class Ascii {

  private static final int DIGITS = 4;

  private Ascii() {}

  /**
   * The text in printable ASCII.
   *
   * @param also one more character that must not stand in it
   */
  public static String write(String text, char also) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '\\' || c == also) {
        String hex = Integer.toHexString(c);
        plain.append("\\u").append("0".repeat(DIGITS - hex.length())).append(hex);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** The text that was written so. */
  public static String read(String plain) {
    int escape = plain.indexOf('\\');
    if (escape < 0) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain.length());
    int from = 0;
    for (; escape >= 0; escape = plain.indexOf('\\', from)) {
      text.append(plain, from, escape);
      from = escape + 2 + DIGITS;
      text.append((char) Integer.parseInt(plain.substring(escape + 2, from), 16));
    }
    return text.append(plain, from, plain.length()).toString();
  }
}
