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

  /**
   * Whether a listed name, which may be a template, is that of a key. Letter case does not count
   * (R1.28).
   *
   * @param listed a key's name as AWS's reference lists it
   * @param key a key's name as a request or policy has it
   */
  public static boolean isListed(String listed, String key) {
    int variable = listed.indexOf("${");
    return variable < 0
        ? listed.equalsIgnoreCase(key)
        : key.regionMatches(true, 0, listed, 0, variable);
  }
}
