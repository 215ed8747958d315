package io.rolewright.catalog;

import java.util.List;
import java.util.TreeSet;

/**
 * One action of AWS's service authorization reference.
 *
 * @param service the prefix, such as {@code s3}
 * @param name as AWS writes it, such as {@code GetObject}
 * @param targets the resource types it can be limited to; none means it takes only {@code *}
 *     (R1.24)
 * @param conditionKeys names of the keys that come with the action whatever its resource; global
 *     keys are not repeated here
 */
public record ServiceAction(
    String service,
    String name,
    AccessLevel level,
    List<ActionTarget> targets,
    List<String> conditionKeys) {

  public ServiceAction {
    targets = List.copyOf(targets);
    conditionKeys = List.copyOf(conditionKeys);
  }

  /** The action as a policy writes it, {@code s3:GetObject}. */
  public String id() {
    return service + ":" + name;
  }

  /** Names of all keys that may come with the action: its own and those of its resources. */
  public List<String> allConditionKeys() {
    TreeSet<String> all = new TreeSet<>(conditionKeys);
    for (ActionTarget target : targets) {
      all.addAll(target.conditionKeys());
      all.addAll(target.type().conditionKeys());
    }
    return List.copyOf(all);
  }
}
