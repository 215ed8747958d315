package io.rolewright.parse.yaml;

import java.util.Locale;

/** What the core schema takes for a number (YAML 1.2.2, section 10.3.2). */
final class YamlNumbers {

  private YamlNumbers() {}

  /** Whether the text, without its sign, is a number. */
  static boolean isNumber(String text) {
    if (text.startsWith("0o")) {
      return all(text, 2, "01234567");
    }
    if (text.startsWith("0x")) {
      return all(text, 2, "0123456789abcdefABCDEF");
    }
    return isDecimal(text)
        || text.toLowerCase(Locale.ROOT).equals(".inf")
        || text.equals(".nan")
        || text.equals(".NaN")
        || text.equals(".NAN");
  }

  private static boolean all(String text, int from, String digits) {
    for (int i = from; i < text.length(); i++) {
      if (digits.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.length() > from;
  }

  private static boolean isDecimal(String text) {
    int whole = digits(text, 0);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
      if (end == 1) {
        return false;
      }
    } else if (whole == 0) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
        sign++;
      }
      end = digits(text, sign);
      return end > sign && end == text.length();
    }
    return end == text.length();
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
