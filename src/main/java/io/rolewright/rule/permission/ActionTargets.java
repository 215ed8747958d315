package io.rolewright.rule.permission;

import io.rolewright.catalog.ActionTarget;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ServiceAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The resources that an action can be asked of. */
public final class ActionTargets {

  private ActionTargets() {}

  /**
   * Whether a holder can do an action on the resources that it takes: on one of each type that it
   * needs, or on one of all its types where it needs none in particular. The answer is that of the
   * first type, and the first that is no.
   *
   * @param any whether a resource of any name will do; else it must be one that nobody named
   */
  public static Ability ability(String action, Abilities abilities, boolean any) {
    Optional<Ability> first = Optional.empty();
    for (Targets targets : each(action, abilities.bearer(), any)) {
      Ability ability = abilities.can(action, targets);
      if (ability.able().isEmpty()) {
        return ability;
      }
      first = first.or(() -> Optional.of(ability));
    }
    return first.orElseThrow();
  }

  private static List<Targets> each(String action, Bearer bearer, boolean any) {
    Optional<ServiceAction> known = Catalog.shipped().action(action);
    List<ActionTarget> targets = known.map(ServiceAction::targets).orElse(List.of());
    List<Targets> each = new ArrayList<>();
    for (ActionTarget target : targets) {
      if (target.required()) {
        each.add(of(List.of(target), bearer, any));
      }
    }
    return each.isEmpty() ? List.of(of(targets, bearer, any)) : each;
  }

  private static Targets of(List<ActionTarget> targets, Bearer bearer, boolean any) {
    if (targets.isEmpty()) {
      return Targets.only("*");
    }
    List<String> patterns = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    for (ActionTarget target : targets) {
      String example = example(target.type().arn(), bearer);
      examples.add(example);
      patterns.add(any ? pattern(target.type().arn(), bearer) : nameless(target, bearer));
    }
    return new Targets(patterns, List.of(), examples);
  }

  /** Of any account and region that may be the own, but of no name that anybody chose. */
  private static String nameless(ActionTarget target, Bearer bearer) {
    return filled(target.type().arn(), bearer, bearer.accountPattern(), "*", Targets.FRESH);
  }

  private static String pattern(String template, Bearer bearer) {
    return filled(template, bearer, bearer.accountPattern(), "*", "*");
  }

  private static String example(String template, Bearer bearer) {
    return filled(template, bearer, bearer.owner(), "us-east-1", Targets.FRESH);
  }

  private static String filled(
      String template, Bearer bearer, String account, String region, String name) {
    StringBuilder arn = new StringBuilder();
    int from = 0;
    int open;
    while ((open = template.indexOf("${", from)) >= 0) {
      int close = template.indexOf('}', open);
      arn.append(template, from, open);
      arn.append(
          switch (template.substring(open + 2, close)) {
            case "Partition" -> bearer.partition();
            case "Account" -> account;
            case "Region" -> region;
            case "Vendor" -> "backup"; // recovery points, of which few are another service's
            default -> name;
          });
      from = close + 1;
    }
    return arn.append(template.substring(from)).toString();
  }
}
