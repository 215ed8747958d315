package io.rolewright.rule.permission;

import io.rolewright.catalog.Service;
import io.rolewright.model.Condition;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a service is allowed as a whole.
 *
 * @param scopes the resources on which it is, never none
 * @param whole whether really all actions are allowed, none being denied or out of bounds
 * @param conditions what else must hold, the caller's surroundings aside
 */
record GrantReach(Service service, List<Scope> scopes, boolean whole, List<Condition> conditions) {

  /** Where one statement alone allows nearly all of a service; empty if nowhere. */
  static Optional<GrantReach> of(Holder holder, Statement allow, Service service) {
    ServiceActions actions = new ServiceActions(holder, service);
    List<Scope> scopes = new ArrayList<>();
    boolean whole = true;
    for (Scope scope : scopes(holder, List.of(allow), service)) {
      if (scope.isWithin(allow)) {
        BitSet allowed = actions.allowed(scope, s -> s == allow);
        if (actions.isNearlyAll(allowed)) {
          scopes.add(scope);
          whole &= allowed.cardinality() == service.actions().size();
        }
      }
    }
    return scopes.isEmpty()
        ? Optional.empty()
        : Optional.of(new GrantReach(service, scopes, whole, bounds(allow)));
  }

  /**
   * The resources that statements and the boundary speak of, as far as they are the service's; also
   * those that a Deny of all others leaves.
   */
  static List<Scope> scopes(Holder holder, List<Statement> allows, Service service) {
    List<Text> resources = new ArrayList<>();
    allows.forEach(allow -> resources.addAll(resources(allow)));
    Stream.concat(holder.policies().stream(), holder.boundary().stream())
        .flatMap(policy -> policy.statements().stream())
        .filter(Statement::isDeny)
        .forEach(deny -> resources.addAll(spared(deny)));
    holder
        .boundary()
        .ifPresent(
            boundary ->
                boundary.statements().stream()
                    .filter(Statement::isAllow)
                    .forEach(allow -> resources.addAll(resources(allow))));
    Map<String, Scope> scopes = new LinkedHashMap<>();
    for (Text resource : resources) {
      Scope scope = Scope.of(service, resource);
      if (scope.isOfService()) {
        scopes.putIfAbsent(resource.shown(), scope);
      }
    }
    return List.copyOf(scopes.values());
  }

  private static List<Text> spared(Statement deny) {
    return deny.resource()
        .match(listed -> List.of(), except -> except.patterns(), absent -> List.of());
  }

  /** The resources a statement speaks of; {@code NotResource} leaves nearly all. */
  static List<Text> resources(Statement statement) {
    return statement
        .resource()
        .match(
            listed -> listed.patterns(),
            except -> List.of(Text.pattern(except.origin(), "*")),
            absent -> List.<Text>of());
  }

  /** The conditions that narrow what is allowed, not merely who asks, how and when. */
  static List<Condition> bounds(Statement statement) {
    return statement.conditions().stream().filter(c -> !Permissions.isOnSurroundings(c)).toList();
  }

  boolean isUnbounded() {
    return conditions.isEmpty() && scopes.stream().anyMatch(Scope::isEverything);
  }

  /** How much of the service, in words. */
  String share() {
    return whole ? "every action" : "nearly every action";
  }

  /** The reach in words. */
  String where() {
    if (scopes.stream().noneMatch(Scope::isEverything)) {
      List<String> patterns =
          scopes.stream().map(scope -> "`" + scope.pattern().shown() + "`").toList();
      return "on " + Lists.shown(patterns, 2);
    }
    List<String> keys =
        conditions.stream().map(c -> "`" + c.key().shown() + "`").distinct().toList();
    return "on every resource"
        + (keys.isEmpty() ? "" : ", under conditions on " + Lists.shown(keys, 3));
  }
}
