package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Statement;

/** Statements as they would be without {@code …IfExists}. */
public final class Plainly {

  private Plainly() {}

  /** The statement with every {@code …IfExists} operator in its plain form. */
  public static Statement of(Statement statement) {
    return statement.with(statement.conditions().stream().map(Plainly::of).toList());
  }

  private static Condition of(Condition condition) {
    return condition.operator().map(Plainly::of).map(condition::with).orElse(condition);
  }

  private static ConditionOperator of(ConditionOperator operator) {
    return new ConditionOperator(operator.comparison(), operator.negated(), operator.set(), false);
  }
}
