package io.rolewright.simulate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a trust policy says to a caller: allowed where some Allow statement matches and no Deny does
 * (R2.2, R2.16). The caller's own side is not looked at: an outsider grants himself what he needs.
 */
public final class TrustPolicies {

  private TrustPolicies() {}

  /**
   * The trust policy's decision.
   *
   * @param ownAccount the account of the role
   * @return uncertain where an unknown piece of the policy decides
   */
  public static Decision decide(PolicyDocument trust, Request request, String ownAccount) {
    StatementMatch match = new StatementMatch(request, ownAccount);
    Truth allow = Truth.NO;
    Truth deny = Truth.NO;
    List<Statement> allowing = new ArrayList<>();
    List<Statement> denying = new ArrayList<>();
    for (Statement statement : trust.statements()) {
      Truth matches = match.matchesTrust(statement);
      if (!matches.isNo() && !statement.isDeny()) {
        allow = allow.or(statement.isAllow() ? matches : Truth.UNKNOWN);
        allowing.add(statement);
      }
      if (!matches.isNo() && !statement.isAllow()) {
        deny = deny.or(statement.isDeny() ? matches : Truth.UNKNOWN);
        denying.add(statement);
      }
    }
    Truth allowed = allow.and(deny.not());
    ReasonCode denial =
        deny.isNo() ? ReasonCode.IMPLICIT_DENY_RESOURCE : ReasonCode.EXPLICIT_DENY_RESOURCE;
    if (!allowed.isNo()) {
      Optional<ReasonCode> otherwise = allowed.isYes() ? Optional.empty() : Optional.of(denial);
      return new Decision(ReasonCode.ALLOW_RESOURCE, otherwise, allowing, Optional.empty());
    }
    return deny.isYes()
        ? new Decision(denial, Optional.empty(), denying, Optional.empty())
        : new Decision(
            ReasonCode.IMPLICIT_DENY_RESOURCE, Optional.empty(), List.of(), Optional.empty());
  }
}
