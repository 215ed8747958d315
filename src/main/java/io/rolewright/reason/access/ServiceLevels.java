package io.rolewright.reason.access;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far some actions go in one service, by AWS's access levels. Counts what the catalogue lists;
 * actions that it does not know are not counted.
 *
 * @param service the prefix, such as {@code s3}
 * @param levels those touched, in order of {@link AccessLevel}
 */
public record ServiceLevels(String service, Map<AccessLevel, Extent> levels) {

  /**
   * How much of a level.
   *
   * @param granted how many of its actions are in the set
   * @param listed how many actions of the level the catalogue lists
   */
  public record Extent(int granted, int listed) {

    /** Whether every listed action of the level is in the set. */
    public boolean isComplete() {
      return granted == listed;
    }
  }

  /**
   * What a set of actions comes to.
   *
   * @param services those that the set names or leaves exceptions for, sorted
   * @param others all services not among these: whether all of their actions are in the set; none
   *     if nothing of them is
   */
  public record Summary(List<ServiceLevels> services, Optional<Boolean> others) {

    public Summary {
      services = List.copyOf(services);
    }
  }

  public ServiceLevels {
    levels = Collections.unmodifiableMap(new TreeMap<>(levels));
  }

  /** The levels of the services that {@code actions} names; inflates only these. */
  public static Summary of(ActionSet actions, Catalog catalog) {
    TreeSet<String> named = new TreeSet<>();
    actions.terms().forEach(term -> addServices(term, named));
    List<ServiceLevels> services = new ArrayList<>();
    for (String prefix : named) {
      catalog
          .service(prefix)
          .map(service -> of(actions, service))
          .filter(levels -> !levels.levels.isEmpty())
          .ifPresent(services::add);
    }
    return new Summary(services, others(actions));
  }

  private static void addServices(ActionTerm term, TreeSet<String> to) {
    term.wanted().forEach(pattern -> to.add(ActionGlob.of(pattern).service()));
    term.except().forEach(pattern -> to.add(ActionGlob.of(pattern).service()));
  }

  private static ServiceLevels of(ActionSet actions, Service service) {
    Map<AccessLevel, Extent> levels = new EnumMap<>(AccessLevel.class);
    for (ServiceAction action : service.actions()) {
      Extent before = levels.getOrDefault(action.level(), new Extent(0, 0));
      int more = actions.contains(action.id()) ? 1 : 0;
      levels.put(action.level(), new Extent(before.granted + more, before.listed + 1));
    }
    levels.values().removeIf(extent -> extent.granted == 0);
    return new ServiceLevels(service.prefix(), levels);
  }

  /** Services that no pattern names are all alike, but for patterns such as {@code s*:Get*}. */
  private static Optional<Boolean> others(ActionSet actions) {
    List<ActionTerm> wide =
        actions.terms().stream().filter(ServiceLevels::coversManyServices).toList();
    if (wide.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        wide.stream().anyMatch(term -> isEverything(term) && hasNamedExceptionsOnly(term)));
  }

  private static boolean coversManyServices(ActionTerm term) {
    return term.wanted().stream().allMatch(pattern -> ActionGlob.of(pattern).service().isEmpty());
  }

  private static boolean isEverything(ActionTerm term) {
    String text = term.pattern().toString();
    return term.also().isEmpty() && (text.equals("*") || text.equals("*:*"));
  }

  private static boolean hasNamedExceptionsOnly(ActionTerm term) {
    return term.except().stream().noneMatch(pattern -> ActionGlob.of(pattern).service().isEmpty());
  }

  /** As {@code s3: all of list and read, some of write}. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>();
    List<String> some = new ArrayList<>();
    levels.forEach((level, extent) -> (extent.isComplete() ? all : some).add(shown(level)));
    List<String> parts = new ArrayList<>();
    if (!all.isEmpty()) {
      parts.add("all of " + ValueWords.listed(all, "and"));
    }
    if (!some.isEmpty()) {
      parts.add("some of " + ValueWords.listed(some, "and"));
    }
    return service + ": " + String.join(", ", parts);
  }

  private static String shown(AccessLevel level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
