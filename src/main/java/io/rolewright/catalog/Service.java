package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One service of AWS's service authorization reference with its actions, resource types and
 * condition keys. Immutable; names compare without regard to case.
 */
public final class Service {

  private final String prefix;
  private final String name;
  private final boolean supportsRcps;
  private final List<ServiceAction> actions;
  private final List<ResourceType> resourceTypes;
  private final List<ConditionKey> conditionKeys;
  private final Map<String, ServiceAction> actionsByName = new HashMap<>();
  private final Map<String, ConditionKey> keysByName = new HashMap<>();

  Service(
      String prefix,
      String name,
      boolean supportsRcps,
      List<ServiceAction> actions,
      List<ResourceType> resourceTypes,
      List<ConditionKey> conditionKeys) {
    this.prefix = prefix;
    this.name = name;
    this.supportsRcps = supportsRcps;
    this.actions = List.copyOf(actions);
    this.resourceTypes = List.copyOf(resourceTypes);
    this.conditionKeys = List.copyOf(conditionKeys);
    for (ServiceAction action : actions) {
      actionsByName.put(action.name().toLowerCase(Locale.ROOT), action);
    }
    for (ConditionKey key : conditionKeys) {
      keysByName.put(key.name().toLowerCase(Locale.ROOT), key);
    }
  }

  /** What stands before the colon in an action, such as {@code s3}. */
  public String prefix() {
    return prefix;
  }

  /** The service's name, such as {@code Amazon S3}. */
  public String name() {
    return name;
  }

  /** Whether resource control policies apply to the service's resources (R2.5). */
  public boolean supportsRcps() {
    return supportsRcps;
  }

  /** All actions, sorted by name. */
  public List<ServiceAction> actions() {
    return actions;
  }

  /** All resource types, sorted by name. */
  public List<ResourceType> resourceTypes() {
    return resourceTypes;
  }

  /** All condition keys that the service's requests may carry, sorted by name. */
  public List<ConditionKey> conditionKeys() {
    return conditionKeys;
  }

  /** The action of a name without its prefix, in any case. */
  public Optional<ServiceAction> action(String actionName) {
    return Optional.ofNullable(actionsByName.get(actionName.toLowerCase(Locale.ROOT)));
  }

  /** The key that a name written in a policy stands for, its variable parts filled in. */
  public Optional<ConditionKey> conditionKey(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    ConditionKey exact = keysByName.get(lower);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (ConditionKey key : conditionKeys) {
      if (key.isTemplate() && KeyTemplate.of(key.name()).matches(lower)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** The actions that at least one of the patterns matches, each once, sorted by name. */
  public List<ServiceAction> matching(Collection<ActionPattern> patterns) {
    List<ActionPattern> mine = new ArrayList<>();
    for (ActionPattern pattern : patterns) {
      if (pattern.matchesService(prefix)) {
        mine.add(pattern);
      }
    }
    List<ServiceAction> found = new ArrayList<>();
    for (ServiceAction action : actions) {
      if (isMatched(action, mine)) {
        found.add(action);
      }
    }
    return found;
  }

  private static boolean isMatched(ServiceAction action, List<ActionPattern> patterns) {
    for (ActionPattern pattern : patterns) {
      if (pattern.matchesName(action.name())) {
        return true;
      }
    }
    return false;
  }
}
