package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.catalog.EscalationPath.Target;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.ActionTargets;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what one path may be gone with: targets, one after the other, and the calls on it. */
final class RouteSearch {

  private final EscalationPath path;
  private final Abilities abilities;
  private final Roster roster;
  private Optional<String> doubt = Optional.empty();

  RouteSearch(EscalationPath path, Abilities abilities, Roster roster) {
    this.path = path;
    this.abilities = abilities;
    this.roster = roster;
  }

  /** Why there may be one although none was found. */
  Optional<String> doubt() {
    return doubt;
  }

  /** A way that is certain, else one that may be. */
  Optional<Route> find() {
    Optional<Route> uncertain = Optional.empty();
    for (Aim aim : new Aims(path, abilities, roster).all()) {
      Optional<Route> found = on(aim);
      if (found.filter(Route::isCertain).isPresent()) {
        return found;
      }
      uncertain = uncertain.or(() -> found);
    }
    return uncertain;
  }

  private Optional<Route> on(Aim aim) {
    for (String service : services()) {
      Optional<Route> found = on(aim, service);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The services to pass a role to; one that does not matter where none is passed. */
  private List<String> services() {
    return path.passesRole() && !path.trustedServices().isEmpty()
        ? path.trustedServices().stream().sorted().toList()
        : List.of("");
  }

  private Optional<Route> on(Aim aim, String service) {
    if (path.passesRole() && aim.role().filter(r -> !trusts(r, service)).isPresent()) {
      return Optional.empty();
    }
    List<Route.Step> steps = new ArrayList<>();
    for (String action : path.actions()) {
      Optional<Ability.Able> able = able(action, aim, service);
      if (able.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new Route.Step(action, able.get()));
    }
    return Optional.of(new Route(path, steps, aim.targets().examples().get(0), aim.role()));
  }

  private boolean trusts(Role role, String service) {
    return service.isEmpty() || roster.trusts(role, service);
  }

  private Optional<Ability.Able> able(String action, Aim aim, String service) {
    if (action.equals("sts:AssumeRole") && aim.role().isPresent()) {
      return noted(new RoleAssuming(abilities).into(aim.role().get(), roster.estate()));
    }
    if (path.target() == Target.POLICY && action.equals(path.decidingAction())) {
      return onPolicy(action, aim);
    }
    if (!isOnTarget(action)) {
      return onAnything(action);
    }
    Ask ask = Ask.of(action, aim.targets()).with(Guards.of(action, service, path, abilities));
    return noted(abilities.can(ask));
  }

  /** Whether it is the target that an action is asked of, and not something of no matter. */
  private boolean isOnTarget(String action) {
    return path.kind() != Kind.COMPUTE
        && (path.kind() != Kind.PASS || action.equals("iam:PassRole"));
  }

  /** A policy of any name, or one that the role has. */
  private Optional<Ability.Able> onPolicy(String action, Aim aim) {
    Targets policies = abilities.bearer().fresh("policy/*");
    for (Role role : aim.role().stream().toList()) {
      for (String name : roster.of(role).ownPolicies()) {
        policies = name.startsWith("arn:") ? policies.or(Targets.only(name)) : policies;
      }
    }
    return noted(abilities.can(action, policies));
  }

  /** Of anything new any name will do, of what is there already it must be one nobody chose. */
  private Optional<Ability.Able> onAnything(String action) {
    return noted(ActionTargets.ability(action, abilities, path.kind() == Kind.PASS));
  }

  private Optional<Ability.Able> noted(Ability ability) {
    doubt = doubt.or(ability::undecided);
    return ability.able();
  }
}
