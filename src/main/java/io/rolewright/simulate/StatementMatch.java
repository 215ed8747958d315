package io.rolewright.simulate;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.Statement;

/**
 * Whether single statements, or single elements of them, apply to a request (R2.1). For many
 * requests under one policy, {@link Authorization} and {@link TrustPolicies} prepare it once.
 */
public final class StatementMatch {

  private final Facts facts;

  /**
   * @param ownAccount the account that owns the policies asked about; what an unnamed own account
   *     stands for
   */
  public StatementMatch(Request request, String ownAccount) {
    this.facts = Facts.of(request, ownAccount);
  }

  /** A statement of a trust policy, whose resource is always the role itself (R1.25). */
  public Truth matchesTrust(Statement statement) {
    return StatementTest.of(statement, Assumptions.DEFAULT)
        .matches(facts, PolicyScope.TRUST, new PrincipalTest.Found(), Trail.NONE);
  }

  /** A statement of a policy that names no principal. */
  public Truth matchesPermission(Statement statement) {
    return StatementTest.of(statement, Assumptions.DEFAULT)
        .matches(facts, PolicyScope.CALLER, PrincipalTest.Found.NOTHING, Trail.NONE);
  }

  /** Whether the resource is among those the statement speaks of, whatever its action. */
  public Truth matchesResource(Statement statement) {
    return ResourceTest.of(statement.resource(), Assumptions.DEFAULT).matches(facts, Trail.NONE);
  }

  /** Whether one condition holds in the request. */
  public Truth holds(Condition condition) {
    return ConditionTest.of(condition, Assumptions.DEFAULT).holds(facts, Trail.NONE);
  }

  /**
   * Whether an action element covers the request's action (R1.17). An absent element belongs to a
   * statement that is unknown as a whole.
   */
  public Truth matchesAction(ActionElement element) {
    return ActionTest.of(element, Assumptions.DEFAULT).matches(facts, Trail.NONE);
  }
}
