package io.rolewright.rule.session;

import io.rolewright.model.Statement;

/**
 * A statement of a resource policy that gives sessions of a role what the session policy, or the
 * role's boundary, does not allow (R2.8).
 *
 * @param statement the one of the resource policy
 * @param policy the resource policy's name
 * @param form how it names them
 * @param layer what is passed by
 * @param answer yes with a request that is allowed by the resource policy only, or open
 */
public record Bypass(Statement statement, String policy, Form form, PassedBy layer, Answer answer) {

  /** How a resource policy names sessions so that nothing of the role's side bounds them. */
  public enum Form {
    /** {@code arn:aws:sts::A:assumed-role/Role/Session}. */
    SESSION_ARN,
    /** A star under a condition on {@code aws:PrincipalArn}. */
    STAR_WITH_PRINCIPAL_ARN
  }

  /** What does not bound the request. */
  public enum PassedBy {
    SESSION_POLICY,
    BOUNDARY
  }
}
