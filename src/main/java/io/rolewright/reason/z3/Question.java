package io.rolewright.reason.z3;

import java.util.ArrayList;
import java.util.List;

/** One script for Z3, as it grows: variables, what must hold of them, and which values to tell. */
final class Question {

  private final StringBuilder script = new StringBuilder();
  private final List<String> asked = new ArrayList<>();
  private int names;

  /** A new variable, whose value is of no interest. */
  String hidden(String sort) {
    String name = "x" + names++;
    script.append("(declare-const ").append(name).append(' ').append(sort).append(")\n");
    return name;
  }

  /** A new variable, whose value is asked for. */
  String declare(String sort) {
    String name = hidden(sort);
    asked.add(name);
    return name;
  }

  /** A name for a term. */
  String define(String sort, String term) {
    String name = "x" + names++;
    script
        .append("(define-fun ")
        .append(name)
        .append(" () ")
        .append(sort)
        .append(' ')
        .append(term)
        .append(")\n");
    return name;
  }

  void demand(String term) {
    if (!term.equals("true")) {
      script.append("(assert ").append(term).append(")\n");
    }
  }

  /** Everything up to and with {@code (check-sat)}. */
  String script() {
    return script + "(check-sat)\n";
  }

  /** What to ask for if the answer is yes; empty if nothing is. */
  String values() {
    return asked.isEmpty() ? "" : "(get-value (" + String.join(" ", asked) + "))";
  }
}
