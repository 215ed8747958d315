package io.rolewright.simulate;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a statement applies to a request: every element must match (R2.1). */
final class StatementTest {

  private final Statement statement;
  private final PrincipalTest principal;
  private final ActionTest action;
  private final ResourceTest resource;
  private final List<ConditionTest> conditions = new ArrayList<>();
  private final boolean testsPrincipalArn;
  private String shown; // worked out when first asked for

  private StatementTest(Statement statement, Assumptions assumptions) {
    this.statement = statement;
    this.principal = PrincipalTest.of(statement.principal(), statement.isDeny(), assumptions);
    this.action = ActionTest.of(statement.action(), assumptions);
    this.resource = ResourceTest.of(statement.resource(), assumptions);
    statement.conditions().forEach(c -> conditions.add(ConditionTest.of(c, assumptions)));
    this.testsPrincipalArn = statement.conditions().stream().anyMatch(StatementTest::bindsArn);
  }

  static StatementTest of(Statement statement, Assumptions assumptions) {
    return new StatementTest(statement, assumptions);
  }

  private static boolean bindsArn(Condition condition) {
    return condition.keyName().equals("aws:principalarn")
        && condition.operator().filter(StatementTest::demands).isPresent();
  }

  private static boolean demands(ConditionOperator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && operator.comparison() != ConditionOperator.Comparison.NULL;
  }

  private String shown() {
    if (shown == null) {
      shown = statement.shown();
    }
    return shown;
  }

  Statement statement() {
    return statement;
  }

  /** Whether an aws:PrincipalArn condition goes with a star of this statement (R2.8). */
  boolean testsPrincipalArn() {
    return testsPrincipalArn;
  }

  /**
   * Whether the statement applies.
   *
   * @param found takes how it names the caller; for policies that name somebody
   */
  Truth matches(Facts facts, PolicyScope scope, PrincipalTest.Found found, Trail trail) {
    trail.begin();
    Truth all = Truth.YES;
    if (scope != PolicyScope.CALLER) {
      all = principal.matches(facts, scope, found, trail);
    }
    if (!all.isNo() || trail.isKept()) {
      all = all.and(action.matches(facts, trail));
    }
    if (scope != PolicyScope.TRUST && (!all.isNo() || trail.isKept())) {
      all = all.and(resource.matches(facts, trail));
    }
    for (ConditionTest condition : conditions) {
      if (all.isNo() && !trail.isKept()) {
        break;
      }
      all = all.and(condition.holds(facts, trail));
    }
    if (trail.isKept()) {
      trail.end(Step.Kind.STATEMENT, statement.origin(), shown(), all, Cause.PARTS, List.of());
    }
    return all;
  }
}
