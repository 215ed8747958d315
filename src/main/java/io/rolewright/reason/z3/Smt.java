package io.rolewright.reason.z3;

import java.math.BigDecimal;
import java.util.List;

/** Pieces of SMT-LIB 2 text. All of it is ASCII. */
final class Smt {

  private Smt() {}

  /** A string literal; a UTF-16 unit is one character. */
  static String text(String text) {
    StringBuilder written = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        written.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else {
        written.append(c);
      }
    }
    return written.append('"').toString();
  }

  /** A literal of sort Real. */
  static String real(BigDecimal number) {
    String digits = number.abs().toPlainString();
    String point = digits.indexOf('.') < 0 ? digits + ".0" : digits;
    return number.signum() < 0 ? "(- " + point + ")" : point;
  }

  static String not(String term) {
    return "(not " + term + ")";
  }

  static String implies(String condition, String term) {
    return "(=> " + condition + " " + term + ")";
  }

  static String and(List<String> terms) {
    return joined("and", "true", terms);
  }

  static String and(String... terms) {
    return and(List.of(terms));
  }

  static String or(List<String> terms) {
    return joined("or", "false", terms);
  }

  private static String joined(String name, String none, List<String> terms) {
    return switch (terms.size()) {
      case 0 -> none;
      case 1 -> terms.get(0);
      default -> "(" + name + " " + String.join(" ", terms) + ")";
    };
  }

  static String in(String text, String expression) {
    return "(str.in_re " + text + " " + expression + ")";
  }

  /** A balanced tree: Z3 makes a list out of many arguments and runs down it by recursion. */
  static String tree(String name, List<String> terms) {
    if (terms.size() == 1) {
      return terms.get(0);
    }
    int half = terms.size() / 2;
    return "("
        + name
        + " "
        + tree(name, terms.subList(0, half))
        + " "
        + tree(name, terms.subList(half, terms.size()))
        + ")";
  }
}
