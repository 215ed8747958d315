package io.rolewright.simulate.sts;

import java.util.Set;

/**
 * Actions that AWS does not take with some credentials, whatever the policies say (section 3.3).
 *
 * @param actions in lower case: an action, or what actions begin with and a {@code *}
 * @param but actions in lower case that are taken all the same
 */
public record Barred(String actions, Set<String> but) {

  public Barred {
    but = Set.copyOf(but);
  }

  Barred(String actions) {
    this(actions, Set.of());
  }

  /** Whether an action, in lower case, is one of these. */
  public boolean has(String action) {
    int last = actions.length() - 1;
    boolean fits =
        actions.charAt(last) == '*'
            ? action.startsWith(actions.substring(0, last))
            : action.equals(actions);
    return fits && !but.contains(action);
  }
}
