package io.rolewright.rule;

import java.util.List;

/**
 * A way to change the input so that a finding is gone. What a rule gives is a proposal: it is
 * offered to people only after it has been proved on the changed text.
 *
 * @param title what it does, one line in the imperative: {@code replace `sts:*` by
 *     `sts:AssumeRole`}
 * @param changes made together or not at all, all in one file; at least one
 */
public record Fix(String title, List<Change> changes) {

  public Fix {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("a fix changes something");
    }
  }

  /** A fix of these changes. */
  public static Fix of(String title, Change... changes) {
    return new Fix(title, List.of(changes));
  }
}
