package io.rolewright.reason.z3;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Z3 writes: a word, a string literal with its quotes, or a list in brackets.
 *
 * @param word empty if it is a list
 */
record SExpression(String word, List<SExpression> parts) {

  /** Reads one; what follows is not looked at. */
  static SExpression read(String written) {
    return new Reading(written).next();
  }

  private static final class Reading {
    private final String written;
    private int at;

    Reading(String written) {
      this.written = written;
    }

    SExpression next() {
      skipSpace();
      if (peek() == '(') {
        return list();
      }
      int from = at;
      if (peek() == '"') {
        skipText();
      } else {
        while (at < written.length() && " \n\t\r()".indexOf(peek()) < 0) {
          at++;
        }
      }
      return new SExpression(written.substring(from, at), List.of());
    }

    private SExpression list() {
      List<SExpression> parts = new ArrayList<>();
      at++;
      skipSpace();
      while (peek() != ')') {
        parts.add(next());
        skipSpace();
      }
      at++;
      return new SExpression("", List.copyOf(parts));
    }

    /** A quote inside is written twice. */
    private void skipText() {
      do {
        at = written.indexOf('"', at + 1) + 1;
      } while (at > 0 && at < written.length() && peek() == '"');
    }

    private char peek() {
      return written.charAt(at);
    }

    private void skipSpace() {
      while (Character.isWhitespace(peek())) {
        at++;
      }
    }
  }

  boolean isTrue() {
    return word.equals("true");
  }

  /** The text of a string literal. */
  String text() {
    String inner = word.substring(1, word.length() - 1).replace("\"\"", "\"");
    StringBuilder text = new StringBuilder();
    int from = 0;
    int escape = inner.indexOf("\\u{");
    while (escape >= 0) {
      int end = inner.indexOf('}', escape);
      text.append(inner, from, escape)
          .append((char) Integer.parseInt(inner.substring(escape + 3, end), 16));
      from = end + 1;
      escape = inner.indexOf("\\u{", from);
    }
    return text.append(inner.substring(from)).toString();
  }

  /**
   * A number; a fraction that is no decimal is rounded, but so little that it stays on the same
   * side of every decimal with no more than {@code scale} digits after the point.
   */
  BigDecimal number(int scale) {
    if (parts.isEmpty()) {
      return new BigDecimal(word);
    }
    BigDecimal first = parts.get(1).number(scale);
    if (parts.get(0).word.equals("-")) {
      return first.negate();
    }
    BigInteger below = parts.get(2).number(scale).toBigIntegerExact();
    // why: a fraction n/d that is not k/10^s differs from it by 1/(d * 10^s) at least
    int digits = scale + below.toString().length() + 1;
    return first.divide(new BigDecimal(below), digits, RoundingMode.FLOOR);
  }
}
