package io.rolewright.catalog;

import java.util.List;

/**
 * A kind of resource that a service's actions work on.
 *
 * @param name such as {@code bucket}, unique in its service
 * @param arn its ARN with {@code ${…}} for the variable parts
 * @param conditionKeys names of the keys that requests on such a resource carry
 */
public record ResourceType(String name, String arn, List<String> conditionKeys) {
  public ResourceType {
    conditionKeys = List.copyOf(conditionKeys);
  }
}
