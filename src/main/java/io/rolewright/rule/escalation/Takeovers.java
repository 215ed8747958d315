package io.rolewright.rule.escalation;

import io.rolewright.model.Statement;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of {@link TrustTakeover} that one statement lets through.
 *
 * @param all never none
 */
public record Takeovers(List<TrustTakeover> all) {

  public Takeovers {
    all = List.copyOf(all);
  }

  /** Those of a holder, by statement, in the order of the calls. */
  public static List<Takeovers> of(Abilities abilities) {
    List<List<TrustTakeover>> groups = new ArrayList<>();
    Map<Statement, List<TrustTakeover>> byStatement = new IdentityHashMap<>();
    for (TrustTakeover each : TrustTakeover.of(abilities)) {
      byStatement
          .computeIfAbsent(
              each.ability().grant().statement(),
              statement -> {
                List<TrustTakeover> group = new ArrayList<>();
                groups.add(group);
                return group;
              })
          .add(each);
    }
    return groups.stream().map(Takeovers::new).toList();
  }

  /** The first of them. */
  public Ability.Able first() {
    return all.get(0).ability();
  }

  /** The calls. */
  public List<String> actions() {
    return all.stream().map(TrustTakeover::action).toList();
  }
}
