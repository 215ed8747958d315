package io.rolewright.catalog;

import java.util.List;

/**
 * One resource type that an action can be limited to.
 *
 * @param required whether a policy must allow such a resource for the action to succeed
 * @param conditionKeys names of the keys that come with the action only on this resource type
 */
public record ActionTarget(ResourceType type, boolean required, List<String> conditionKeys) {
  public ActionTarget {
    conditionKeys = List.copyOf(conditionKeys);
  }
}
