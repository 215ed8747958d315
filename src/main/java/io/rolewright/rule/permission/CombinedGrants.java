package io.rolewright.rule.permission;

import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.model.Condition;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Lists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds services that several patterns together allow nearly as a whole on the same resources. */
final class CombinedGrants {

  /** Of a service with fewer actions, naming most is no carelessness. */
  private static final int FEWEST = 10;

  private static final List<String> READING =
      List.of("get", "list", "describe", "batchget", "query", "scan", "search", "select", "head");

  private final Holder holder;
  private final List<Statement> allows;
  private final Set<String> whole;

  /**
   * @param whole the services that a single pattern allows as a whole, which are judged elsewhere
   */
  CombinedGrants(Holder holder, List<Statement> allows, Set<String> whole) {
    this.holder = holder;
    this.allows = allows;
    this.whole = whole;
  }

  void find(List<WideGrant> found) {
    Map<String, List<ActionPattern>> byService = new LinkedHashMap<>();
    for (Statement allow : allows) {
      for (Text text : listed(allow)) {
        ActionText.pattern(text)
            .filter(p -> !p.coversManyServices() && !whole.contains(p.service()))
            .ifPresent(p -> byService.computeIfAbsent(p.service(), s -> new ArrayList<>()).add(p));
      }
    }
    byService.forEach(
        (prefix, patterns) -> {
          if (patterns.stream().anyMatch(CombinedGrants::mayChange)) {
            Catalog.shipped()
                .service(prefix)
                .filter(service -> service.actions().size() >= FEWEST)
                .flatMap(service -> find(service, patterns))
                .ifPresent(found::add);
          }
        });
  }

  /** A wildcard that is not only about reading. Most policies have none, and need no catalogue. */
  private static boolean mayChange(ActionPattern pattern) {
    return !pattern.isLiteral() && READING.stream().noneMatch(pattern.name()::startsWith);
  }

  private Optional<WideGrant> find(Service service, List<ActionPattern> patterns) {
    ServiceActions actions = new ServiceActions(holder, service);
    if (!actions.isNearlyAll(actions.named(patterns))) {
      return Optional.empty();
    }
    List<Statement> speaking = allows.stream().filter(s -> speaks(s, service)).toList();
    List<Scope> scopes = GrantReach.scopes(holder, speaking, service);
    List<Scope> all = scopes.stream().filter(Scope::isEverything).toList();
    return find(actions, service, speaking, all, s -> GrantReach.bounds(s).isEmpty())
        .or(() -> find(actions, service, speaking, scopes, s -> true));
  }

  private Optional<WideGrant> find(
      ServiceActions actions,
      Service service,
      List<Statement> speaking,
      List<Scope> scopes,
      Predicate<Statement> counted) {
    Set<Statement> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    speaking.stream().filter(counted).forEach(parts::add);
    List<Scope> wide =
        scopes.stream()
            .filter(scope -> actions.isNearlyAll(actions.allowed(scope, parts::contains)))
            .toList();
    if (wide.isEmpty()) {
      return Optional.empty();
    }
    List<Statement> playing =
        speaking.stream()
            .filter(counted)
            .filter(s -> wide.stream().anyMatch(scope -> scope.isWithin(s)))
            .toList();
    return Optional.of(grant(service, wide, playing));
  }

  private static WideGrant grant(Service service, List<Scope> scopes, List<Statement> parts) {
    List<Text> patterns =
        parts.stream()
            .flatMap(s -> listed(s).stream())
            .filter(t -> ActionText.pattern(t).filter(p -> isOf(p, service)).isPresent())
            .toList();
    List<String> spelled = patterns.stream().map(t -> "`" + t.shown() + "`").distinct().toList();
    List<Condition> bounds = parts.stream().flatMap(s -> GrantReach.bounds(s).stream()).toList();
    GrantReach reach = new GrantReach(service, scopes, false, bounds);
    return new WideGrant(
        patterns.get(0).origin(),
        Lists.shown(spelled, 4)
            + (spelled.size() > 1 ? " together come" : " comes")
            + " close to every action of `"
            + service.prefix()
            + "` "
            + reach.where()
            + ServiceRisk.of(service.prefix()),
        reach.isUnbounded(),
        patterns.subList(1, patterns.size()));
  }

  private static boolean speaks(Statement allow, Service service) {
    return listed(allow).stream()
        .anyMatch(t -> ActionText.pattern(t).filter(p -> isOf(p, service)).isPresent());
  }

  private static boolean isOf(ActionPattern pattern, Service service) {
    return !pattern.coversManyServices() && pattern.matchesService(service.prefix());
  }

  private static List<Text> listed(Statement allow) {
    return allow
        .action()
        .match(listed -> listed.patterns(), except -> List.of(), absent -> List.of());
  }
}
