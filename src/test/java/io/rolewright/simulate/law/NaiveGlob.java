package io.rolewright.simulate.law;

import java.util.ArrayList;
import java.util.List;

/** Patterns as lists of single characters and wildcards, compared by trying everything. */
final class NaiveGlob {

  static final String RUN = "any run";
  static final String ONE = "any one";

  private NaiveGlob() {}

  /** A pattern as written. */
  static List<String> of(String written) {
    List<String> tokens = new ArrayList<>();
    for (char c : written.toCharArray()) {
      tokens.add(c == '*' ? RUN : c == '?' ? ONE : String.valueOf(c));
    }
    return tokens;
  }

  static List<String> literal(String text) {
    List<String> tokens = new ArrayList<>();
    for (char c : text.toCharArray()) {
      tokens.add(String.valueOf(c));
    }
    return tokens;
  }

  static boolean matches(List<String> pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals(RUN)) {
      for (int i = 0; i <= text.length(); i++) {
        if (matches(rest, text.substring(i))) {
          return true;
        }
      }
      return false;
    }
    return !text.isEmpty()
        && (pattern.get(0).equals(ONE) || pattern.get(0).equals(text.substring(0, 1)))
        && matches(rest, text.substring(1));
  }

  /** The pieces between colons, at most six; the last keeps further colons. */
  static List<List<String>> split(List<String> tokens) {
    List<List<String>> pieces = new ArrayList<>(List.of(new ArrayList<>()));
    for (String token : tokens) {
      if (token.equals(":") && pieces.size() < 6) {
        pieces.add(new ArrayList<>());
      } else {
        pieces.get(pieces.size() - 1).add(token);
      }
    }
    return pieces;
  }
}
