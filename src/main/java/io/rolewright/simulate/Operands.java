package io.rolewright.simulate;

import io.rolewright.model.ConditionOperator.Comparison;

/** Whether the value of a condition can be what its operator compares (R1.32, R1.33). */
public final class Operands {

  private Operands() {}

  /** Whether the operator can make sense of the value; if not, it matches nothing. */
  public static boolean isReadable(Comparison comparison, String value) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE -> true;
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Values.parseNumber(value).isPresent();
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Values.parseDate(value).isPresent();
      case IP_ADDRESS -> Values.parseAddress(value).isPresent();
      case BOOL, NULL -> Values.isBoolean(value);
      case BINARY_EQUALS -> Values.decode(value).isPresent();
    };
  }
}
