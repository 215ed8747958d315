package io.rolewright.parse.cloudformation;

import java.util.Set;

/**
 * A comparison that the template alone does not decide: {@code left} equals {@code right}.
 *
 * @param left its resolved text, unknown pieces in angle brackets
 * @param right likewise
 * @param constant whether {@code right} is known text
 * @param among the values that {@code left} may have; empty where any
 */
record Atom(String left, String right, boolean constant, Set<String> among) {

  Atom {
    among = Set.copyOf(among);
  }

  /** Whether both cannot hold: the same thing compared with two different constants. */
  boolean excludes(Atom other) {
    return constant && other.constant && left.equals(other.left) && !right.equals(other.right);
  }

  /** This comparison, or its negation, as part of a sentence. */
  String shown(boolean value) {
    return bare(left) + (value ? " is `" : " is not `") + right + "`";
  }

  private static String bare(String text) {
    boolean one = text.startsWith("<") && text.indexOf('>') == text.length() - 1;
    return one ? text.substring(1, text.length() - 1) : "`" + text + "`";
  }
}
