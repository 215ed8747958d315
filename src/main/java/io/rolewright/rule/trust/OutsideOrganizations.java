package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Constrained;
import io.rolewright.reason.Strangers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Actors who belong to any organisation but one's own. */
public final class OutsideOrganizations {

  private static final List<String> KEYS = List.of("aws:principalorgid", "aws:principalorgpaths");

  private OutsideOrganizations() {}

  /** The actor in no organisation, or in one that the policy mentions and that is not own. */
  public static Actor of(Actor actor, Trust trust, Set<String> own) {
    Map<String, List<List<String>>> allowed = new HashMap<>();
    for (String key : KEYS) {
      List<List<String>> values = new ArrayList<>();
      values.add(List.of());
      values.add(List.of(Strangers.ORGANIZATION));
      trust.statements().forEach(statement -> addForeign(statement, key, own, values));
      allowed.put(key, values);
    }
    return new Constrained(actor, allowed);
  }

  private static void addForeign(
      Statement statement, String key, Set<String> own, List<List<String>> values) {
    for (Condition condition : statement.conditions()) {
      if (condition.keyName().toLowerCase(Locale.ROOT).equals(key)) {
        condition.values().stream()
            .map(Text::shown)
            .filter(value -> own.stream().noneMatch(value::startsWith))
            .map(value -> List.of(value.replace('*', 'x').replace('?', 'x')))
            .forEach(values::add);
      }
    }
  }
}
