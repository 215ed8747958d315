package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.catalog.EscalationPaths;
import io.rolewright.rule.permission.Abilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways of the published list that are open to a holder, each call decided for all requests with
 * conditions, Denies and boundary, and the other side where it has a say. Remembers what it found;
 * safe for threads.
 */
public final class Routes {

  private static final Comparator<EscalationPath> SHORTEST_FIRST =
      Comparator.<EscalationPath>comparingInt(path -> path.actions().size())
          .thenComparing(EscalationPath::kind)
          .thenComparing(EscalationPath::id);

  private static final class Listed {
    static final List<EscalationPath> PATHS =
        EscalationPaths.shipped().all().stream().sorted(SHORTEST_FIRST).toList();
  }

  private final Abilities abilities;
  private final Roster roster;
  private final Map<EscalationPath, Optional<Route>> known = new IdentityHashMap<>();
  private Optional<String> doubt = Optional.empty();

  /** From a holder, among the others of an input. */
  public Routes(Abilities abilities, Roster roster) {
    this.abilities = abilities;
    this.roster = roster;
  }

  /** The shortest; one that is certain before others. */
  public Optional<Route> shortest() {
    return shortest(EnumSet.allOf(Kind.class));
  }

  /** The shortest of some kinds; one that is certain before others. */
  public Optional<Route> shortest(Set<Kind> kinds) {
    Optional<Route> uncertain = Optional.empty();
    for (EscalationPath path : Listed.PATHS) {
      Optional<Route> found = kinds.contains(path.kind()) ? find(path) : Optional.empty();
      if (found.filter(Route::isCertain).isPresent()) {
        return found;
      }
      uncertain = uncertain.or(() -> found);
    }
    return uncertain;
  }

  /** All, shortest first; one for each path. */
  public List<Route> all() {
    List<Route> found = new ArrayList<>();
    Listed.PATHS.forEach(path -> find(path).ifPresent(found::add));
    return List.copyOf(found);
  }

  /**
   * All, the certain ones first, then the shortest; looked for as somebody walks along the list.
   */
  public List<Route> inTurn() {
    return new RoutesInTurn(this, Listed.PATHS);
  }

  /** Those of one kind, in the same order. */
  public List<Route> inTurn(Kind kind) {
    return new RoutesInTurn(this, Listed.PATHS.stream().filter(p -> p.kind() == kind).toList());
  }

  /** Whether a path is open to him. */
  public synchronized Optional<Route> find(EscalationPath path) {
    Optional<Route> found = known.get(path);
    if (found == null) {
      found = search(path);
      known.put(path, found);
    }
    return found;
  }

  private Optional<Route> search(EscalationPath path) {
    for (String action : path.actions()) {
      if (!abilities.mayDo(action)) {
        return Optional.empty();
      }
    }
    RouteSearch search = new RouteSearch(path, abilities, roster);
    Optional<Route> found = search.find();
    if (found.isEmpty()) {
      doubt = doubt.or(search::doubt);
    }
    return found;
  }

  /** Why there may be another: some question asked so far stayed open. */
  public synchronized Optional<String> doubt() {
    return doubt;
  }
}
