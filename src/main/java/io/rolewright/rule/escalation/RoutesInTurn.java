package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The routes of a holder, the certain ones first, then the shortest. One who walks along the list
 * and stops has only those looked for that he came by; its size takes all.
 */
final class RoutesInTurn extends AbstractList<Route> {

  private final Routes routes;
  private final List<EscalationPath> paths;

  /**
   * @param paths the shortest first
   */
  RoutesInTurn(Routes routes, List<EscalationPath> paths) {
    this.routes = routes;
    this.paths = paths;
  }

  @Override
  public Iterator<Route> iterator() {
    return new Walk();
  }

  @Override
  public Route get(int index) {
    return all().get(index);
  }

  @Override
  public int size() {
    return all().size();
  }

  private List<Route> all() {
    List<Route> all = new ArrayList<>();
    iterator().forEachRemaining(all::add);
    return all;
  }

  private final class Walk implements Iterator<Route> {

    private final Iterator<EscalationPath> left = paths.iterator();
    private final List<Route> uncertain = new ArrayList<>();
    private int told;
    private Optional<Route> next = Optional.empty();

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && left.hasNext()) {
        Optional<Route> found = routes.find(left.next());
        next = found.filter(Route::isCertain);
        found.filter(route -> !route.isCertain()).ifPresent(uncertain::add);
      }
      return next.isPresent() || told < uncertain.size();
    }

    @Override
    public Route next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Route route = next.isPresent() ? next.get() : uncertain.get(told++);
      next = Optional.empty();
      return route;
    }
  }
}
