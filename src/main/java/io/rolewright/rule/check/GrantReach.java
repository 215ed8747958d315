package io.rolewright.rule.check;

import io.rolewright.catalog.Service;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a service is allowed as a whole.
 *
 * @param scopes the resources on which it is, never none
 * @param conditions what else must hold, the caller's surroundings aside
 */
record GrantReach(Service service, List<Scope> scopes, List<Condition> conditions) {

  /** Where one statement alone allows nearly all of a service; empty if nowhere. */
  static Optional<GrantReach> of(Holder holder, Statement allow, Service service) {
    ServiceActions actions = new ServiceActions(holder, service);
    List<Scope> scopes = new ArrayList<>();
    for (Scope scope : scopes(holder, List.of(allow), service)) {
      if (scope.isWithin(allow) && actions.isNearlyAll(actions.allowed(scope, s -> s == allow))) {
        scopes.add(scope);
      }
    }
    return scopes.isEmpty()
        ? Optional.empty()
        : Optional.of(new GrantReach(service, scopes, bounds(allow)));
  }

  /** The resources that statements and the boundary speak of, as far as they are the service's. */
  static List<Scope> scopes(Holder holder, List<Statement> allows, Service service) {
    Map<String, Scope> scopes = new LinkedHashMap<>();
    List<Statement> statements = new ArrayList<>(allows);
    holder.boundary().map(PolicyDocument::statements).ifPresent(statements::addAll);
    for (Statement statement : statements) {
      if (statement.isAllow()) {
        for (Text resource : resources(statement)) {
          Scope scope = Scope.of(service, resource);
          if (scope.isOfService()) {
            scopes.putIfAbsent(resource.shown(), scope);
          }
        }
      }
    }
    return List.copyOf(scopes.values());
  }

  /** The resources a statement speaks of; {@code NotResource} leaves nearly all. */
  static List<Text> resources(Statement statement) {
    return statement
        .resource()
        .match(
            listed -> listed.patterns(),
            except -> List.of(Defaults.text(except.origin(), "*")),
            absent -> List.<Text>of());
  }

  /** The conditions that narrow what is allowed, not merely who asks, how and when. */
  static List<Condition> bounds(Statement statement) {
    return statement.conditions().stream().filter(c -> !Permissions.isOnSurroundings(c)).toList();
  }

  boolean isUnbounded() {
    return conditions.isEmpty() && scopes.stream().anyMatch(Scope::isEverything);
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
