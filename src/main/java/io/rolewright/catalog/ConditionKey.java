package io.rolewright.catalog;

/**
 * A condition key that some AWS request can carry.
 *
 * @param name as AWS writes it; a variable part stands in braces, as in {@code
 *     aws:RequestTag/${TagKey}}
 * @param type of each value
 * @param multivalued whether a request may carry several values, so that a condition needs {@code
 *     ForAnyValue} or {@code ForAllValues} (R1.36, R1.38)
 */
public record ConditionKey(String name, ValueType type, boolean multivalued) {

  /** Whether the name has a variable part, which a policy replaces by a tag's key or the like. */
  public boolean isTemplate() {
    return name.contains("${");
  }
}
