package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Typical;

/** CN006: a wildcard under an operator to which it is a plain character. */
public final class LiteralWildcard implements Checker {

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    for (Statement statement : policy.document().statements()) {
      for (Condition condition : statement.conditions()) {
        condition
            .operator()
            .filter(LiteralWildcard::isExact)
            .ifPresent(operator -> check(statement, condition, operator, findings));
      }
    }
  }

  private static boolean isExact(ConditionOperator operator) {
    return operator.comparison() == Comparison.STRING_EQUALS
        || operator.comparison() == Comparison.STRING_EQUALS_IGNORE_CASE;
  }

  private static void check(
      Statement statement, Condition condition, ConditionOperator operator, Findings findings) {
    for (Text value : condition.values()) {
      boolean written = value.hasWildcard();
      if (written || Typical.of(value).hasWildcard()) {
        Severity severity = severity(statement, operator);
        findings.shape(
            written ? severity : severity.oneLower(),
            value.origin(),
            fact(condition, value)
                + ": "
                + consequence(statement, operator)
                + (written ? "" : ", while " + value.shown() + " has its default"));
        if (written && operator.comparison() == Comparison.STRING_EQUALS) {
          findings.fixedBy(Operators.wild(condition));
        }
      }
    }
  }

  private static String fact(Condition condition, Text value) {
    Text typical = Typical.of(value);
    String character = typical.shown().indexOf('*') >= 0 ? "*" : "?";
    return "`"
        + character
        + "` is a plain character under `"
        + condition.operatorName()
        + "`, so `"
        + typical.shown()
        + "` matches only itself";
  }

  private static String consequence(Statement statement, ConditionOperator operator) {
    if (statement.isDeny()) {
      return operator.negated()
          ? "the Deny spares nobody whom this value was to spare"
          : "the Deny misses what this value was to cover";
    }
    return operator.negated()
        ? "the Allow leaves out nothing that this value was to leave out"
        : "the Allow grants nothing by this value";
  }

  /** A hole is graver than a policy that does too little. */
  private static Severity severity(Statement statement, ConditionOperator operator) {
    return statement.isDeny() != operator.negated() ? Severity.HIGH : Severity.MEDIUM;
  }
}
