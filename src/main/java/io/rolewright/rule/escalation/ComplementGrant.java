package io.rolewright.rule.escalation;

import io.rolewright.catalog.SensitiveAction;
import io.rolewright.catalog.SensitiveAction.Danger;
import io.rolewright.model.ActionElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.ActionTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An Allow of all but what it lists, by {@code NotAction} or {@code NotResource}, with the
 * sensitive actions that it really lets through on resources that nobody named, Denies and boundary
 * considered.
 *
 * @param all none of the actions, or none of the resources, being the exception
 */
public record ComplementGrant(Statement allow, List<Sensitive> all) {

  /** A sensitive action that goes through by this statement alone. */
  public record Sensitive(String action, Set<Danger> dangers, Ability.Able ability) {}

  public ComplementGrant {
    all = List.copyOf(all);
  }

  /** Whether it is the actions of which only the exceptions are listed. */
  public boolean isNotAction() {
    return allow.action() instanceof ActionElement.Except;
  }

  /**
   * The statements of a holder of which some sensitive action goes through, in written order.
   *
   * @param most actions to name of each
   */
  public static List<ComplementGrant> of(Abilities abilities, int most) {
    List<ComplementGrant> found = new ArrayList<>();
    for (var policy : abilities.policies()) {
      for (Statement statement : policy.statements()) {
        if (statement.isAllow() && isComplement(statement)) {
          List<Sensitive> all = sensitive(abilities.only(s -> s == statement), most);
          if (!all.isEmpty()) {
            found.add(new ComplementGrant(statement, all));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static boolean isComplement(Statement statement) {
    return statement.action() instanceof ActionElement.Except
        || statement.resource() instanceof ResourceElement.Except;
  }

  private static List<Sensitive> sensitive(Abilities abilities, int most) {
    List<Sensitive> found = new ArrayList<>();
    for (SensitiveAction action : SensitiveAction.all()) {
      if (found.size() < most && abilities.mayDo(action.id())) {
        ActionTargets.ability(action.id(), abilities, false)
            .able()
            .ifPresent(able -> found.add(new Sensitive(action.id(), action.dangers(), able)));
      }
    }
    return found;
  }
}
