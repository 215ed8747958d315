package io.rolewright.rule.escalation;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.permission.Bearer;

/**
 * Whether a trust policy may let a caller in, told by its principals. Law: one that it says no of
 * lets none of his requests through.
 */
final class TrustedAccounts {

  private TrustedAccounts() {}

  static boolean mayTrust(PolicyDocument trust, Bearer bearer) {
    return trust.statements().stream().anyMatch(s -> !s.isDeny() && mayName(s, bearer));
  }

  private static boolean mayName(Statement statement, Bearer bearer) {
    return !(statement.principal() instanceof PrincipalElement.Listed listed)
        || listed.patterns().stream().anyMatch(pattern -> mayBe(pattern, bearer));
  }

  private static boolean mayBe(PrincipalPattern pattern, Bearer bearer) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> true,
            account -> isOf(account.account(), bearer),
            identity -> isOf(identity.account(), bearer),
            session -> isOf(session.account(), bearer),
            user -> false,
            service -> false,
            federated -> false,
            canonical -> true,
            id -> true,
            unresolved -> true,
            malformed -> false));
  }

  private static boolean isOf(Text account, Bearer bearer) {
    return account.isOwnAccount() || account.hasUnknown() || account.is(bearer.owner());
  }
}
