package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A condition key name with variable parts, such as {@code aws:RequestTag/${TagKey}}. Each variable
 * stands for one or more characters of any kind; letter case does not count (R1.28).
 */
final class KeyTemplate {

  private final List<String> literals;

  private KeyTemplate(List<String> literals) {
    this.literals = literals;
  }

  static KeyTemplate of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> literals = new ArrayList<>();
    int from = 0;
    for (int open = lower.indexOf("${"); open >= 0; open = lower.indexOf("${", from)) {
      literals.add(lower.substring(from, open));
      from = lower.indexOf('}', open) + 1;
    }
    literals.add(lower.substring(from));
    return new KeyTemplate(literals);
  }

  /** Whether a name in lower case is an instance of this template. */
  boolean matches(String lowerName) {
    return matches(lowerName, 0, 0);
  }

  private boolean matches(String name, int at, int index) {
    String literal = literals.get(index);
    if (!name.startsWith(literal, at)) {
      return false;
    }
    int after = at + literal.length();
    if (index == literals.size() - 1) {
      return after == name.length();
    }
    for (int next = after + 1; next <= name.length(); next++) {
      if (matches(name, next, index + 1)) {
        return true;
      }
    }
    return false;
  }
}
