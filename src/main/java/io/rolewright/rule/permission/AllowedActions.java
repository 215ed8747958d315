package io.rolewright.rule.permission;

import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.simulate.NamedPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The actions that Allow statements speak of, so that most questions end before they are asked.
 * Law: an action that it says no of is allowed by none of them.
 */
final class AllowedActions {

  private final Set<String> named = new HashSet<>();
  private final List<Statement> wide = new ArrayList<>();

  private AllowedActions() {}

  static AllowedActions of(List<NamedPolicy> policies) {
    AllowedActions allowed = new AllowedActions();
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        if (!statement.isDeny()) {
          allowed.add(statement);
        }
      }
    }
    return allowed;
  }

  private void add(Statement statement) {
    boolean plain = statement.action().match(l -> true, e -> false, a -> false);
    boolean wild = !plain;
    for (Text text : statement.action().patterns()) {
      if (text.hasWildcard() || text.hasUnknown() || !text.variables().isEmpty()) {
        wild = true;
      } else if (plain) {
        named.add(text.shown().toLowerCase(Locale.ROOT));
      }
    }
    if (wild) {
      wide.add(statement);
    }
  }

  boolean mayHave(String action) {
    if (named.contains(action.toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (wide.isEmpty()) {
      return false;
    }
    Relevant relevant = new Relevant(action);
    return wide.stream().anyMatch(relevant::maySpeak);
  }
}
