package io.rolewright.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A condition operator taken apart: {@code ForAnyValue:StringNotLikeIfExists} is LIKE, negated, for
 * any value, if it exists (R1.26 to R1.35).
 *
 * @param negated whether it is one of the {@code Not…} operators: true iff no value matches
 */
public record ConditionOperator(
    Comparison comparison, boolean negated, SetQualifier set, boolean ifExists) {

  /** What is compared, in its positive form (R1.32). */
  public enum Comparison {
    STRING_EQUALS,
    STRING_EQUALS_IGNORE_CASE,
    STRING_LIKE,
    NUMERIC_EQUALS,
    NUMERIC_LESS_THAN,
    NUMERIC_LESS_THAN_EQUALS,
    NUMERIC_GREATER_THAN,
    NUMERIC_GREATER_THAN_EQUALS,
    DATE_EQUALS,
    DATE_LESS_THAN,
    DATE_LESS_THAN_EQUALS,
    DATE_GREATER_THAN,
    DATE_GREATER_THAN_EQUALS,
    BOOL,
    BINARY_EQUALS,
    IP_ADDRESS,
    ARN_EQUALS,
    ARN_LIKE,
    /** Tests presence itself: {@code {"Null": {"key": "true"}}} holds iff the key is absent. */
    NULL;

    /** Whether policy variables in values are substituted (R1.45; U9 takes Bool as literal). */
    public boolean hasVariables() {
      return switch (this) {
        case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE -> true;
        default -> false;
      };
    }
  }

  /** How several values of one request key are taken (R1.35). */
  public enum SetQualifier {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  private static final Map<String, ConditionOperator> BY_NAME = byName();

  /**
   * The operator of a name in AWS's exact spelling (R1.27, U7 option A).
   *
   * @return nothing where the name is not an operator, for example because its case is wrong
   */
  public static Optional<ConditionOperator> named(String written) {
    SetQualifier set = SetQualifier.NONE;
    String name = written;
    if (name.startsWith("ForAllValues:")) {
      set = SetQualifier.FOR_ALL_VALUES;
      name = name.substring("ForAllValues:".length());
    } else if (name.startsWith("ForAnyValue:")) {
      set = SetQualifier.FOR_ANY_VALUE;
      name = name.substring("ForAnyValue:".length());
    }
    boolean ifExists = name.endsWith("IfExists");
    if (ifExists) {
      name = name.substring(0, name.length() - "IfExists".length());
    }
    ConditionOperator base = BY_NAME.get(name);
    if (base == null || (ifExists && base.comparison == Comparison.NULL)) {
      return Optional.empty();
    }
    return Optional.of(new ConditionOperator(base.comparison, base.negated, set, ifExists));
  }

  /**
   * The operator of a name in any letter case (R1.27, U7 option B).
   *
   * @return nothing where no operator is so called
   */
  public static Optional<ConditionOperator> namedInAnyCase(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    StringBuilder exact = new StringBuilder();
    for (String set : List.of("ForAllValues:", "ForAnyValue:")) {
      if (lower.startsWith(set.toLowerCase(Locale.ROOT))) {
        exact.append(set);
        lower = lower.substring(set.length());
      }
    }
    boolean ifExists = lower.endsWith("ifexists");
    String base = ifExists ? lower.substring(0, lower.length() - "ifexists".length()) : lower;
    for (String name : BY_NAME.keySet()) {
      if (name.equalsIgnoreCase(base)) {
        return named(exact.append(name).append(ifExists ? "IfExists" : "").toString());
      }
    }
    return Optional.empty();
  }

  /** The operator without its {@code IfExists}. */
  public ConditionOperator withoutIfExists() {
    return new ConditionOperator(comparison, negated, set, false);
  }

  /** The names of all operators, without qualifier and suffix, for did-you-mean. */
  public static Iterable<String> baseNames() {
    return BY_NAME.keySet();
  }

  private static Map<String, ConditionOperator> byName() {
    Map<String, ConditionOperator> names = new HashMap<>();
    both(names, "StringEquals", "StringNotEquals", Comparison.STRING_EQUALS);
    both(
        names,
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        Comparison.STRING_EQUALS_IGNORE_CASE);
    both(names, "StringLike", "StringNotLike", Comparison.STRING_LIKE);
    both(names, "NumericEquals", "NumericNotEquals", Comparison.NUMERIC_EQUALS);
    one(names, "NumericLessThan", Comparison.NUMERIC_LESS_THAN);
    one(names, "NumericLessThanEquals", Comparison.NUMERIC_LESS_THAN_EQUALS);
    one(names, "NumericGreaterThan", Comparison.NUMERIC_GREATER_THAN);
    one(names, "NumericGreaterThanEquals", Comparison.NUMERIC_GREATER_THAN_EQUALS);
    both(names, "DateEquals", "DateNotEquals", Comparison.DATE_EQUALS);
    one(names, "DateLessThan", Comparison.DATE_LESS_THAN);
    one(names, "DateLessThanEquals", Comparison.DATE_LESS_THAN_EQUALS);
    one(names, "DateGreaterThan", Comparison.DATE_GREATER_THAN);
    one(names, "DateGreaterThanEquals", Comparison.DATE_GREATER_THAN_EQUALS);
    one(names, "Bool", Comparison.BOOL);
    one(names, "BinaryEquals", Comparison.BINARY_EQUALS);
    both(names, "IpAddress", "NotIpAddress", Comparison.IP_ADDRESS);
    both(names, "ArnEquals", "ArnNotEquals", Comparison.ARN_EQUALS);
    both(names, "ArnLike", "ArnNotLike", Comparison.ARN_LIKE);
    one(names, "Null", Comparison.NULL);
    return Map.copyOf(names);
  }

  private static void both(
      Map<String, ConditionOperator> names, String positive, String negative, Comparison base) {
    one(names, positive, base);
    names.put(negative, new ConditionOperator(base, true, SetQualifier.NONE, false));
  }

  private static void one(Map<String, ConditionOperator> names, String name, Comparison base) {
    names.put(name, new ConditionOperator(base, false, SetQualifier.NONE, false));
  }
}
