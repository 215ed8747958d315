package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.simulate.Operands;

/** Values that their operator cannot compare, so that they match nothing. */
final class OperandTypes {

  private OperandTypes() {}

  static void check(Condition condition, Findings findings) {
    if (condition.operator().isEmpty()) {
      return;
    }
    ConditionOperator operator = condition.operator().get();
    for (Text value : condition.values()) {
      boolean open = value.hasUnknown() || !value.variables().isEmpty();
      if (!open && !Operands.isReadable(operator.comparison(), value.shown())) {
        findings.shape(
            Severity.MEDIUM,
            value.origin(),
            "`"
                + value.shown()
                + "` is no "
                + wanted(operator.comparison())
                + ", so `"
                + condition.operatorName()
                + "` can never match it");
      }
    }
  }

  private static String wanted(Comparison comparison) {
    return switch (comparison) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          "number";
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          "date";
      case IP_ADDRESS -> "IP address or CIDR block";
      case BOOL, NULL -> "`true` or `false`";
      case BINARY_EQUALS -> "base64 text";
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE -> "text";
    };
  }
}
