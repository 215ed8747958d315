package io.rolewright.rule.escalation;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.permission.Bearer;
import java.util.Optional;

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
            identity -> isOf(identity.account(), bearer) && mayBe(identity, bearer),
            session -> isOf(session.account(), bearer) && mayBe(session, bearer),
            user -> false,
            service -> false,
            federated -> false,
            canonical -> true,
            id -> true,
            unresolved -> true,
            malformed -> false));
  }

  private static boolean mayBe(PrincipalPattern.Identity identity, Bearer bearer) {
    boolean user = identity.kind() == PrincipalPattern.IdentityKind.USER;
    return user == bearer.isUser()
        && (!bearer.isNamed() || !isExact(identity.path()) || isNamed(identity.path(), bearer));
  }

  private static boolean isNamed(Text path, Bearer bearer) {
    return bearer.pathAndName().filter(path.shown()::equalsIgnoreCase).isPresent();
  }

  /** Sessions are named after the role without its path. */
  private static boolean mayBe(PrincipalPattern.Session session, Bearer bearer) {
    Optional<String> role = name(session);
    return !bearer.isUser()
        && (!bearer.isNamed()
            || role.isEmpty()
            || bearer.lastName().filter(role.get()::equalsIgnoreCase).isPresent());
  }

  private static boolean isExact(Text text) {
    return !text.hasUnknown() && !text.hasWildcard() && text.variables().isEmpty();
  }

  /** The name, without path, of the only user or role that a pattern is about, if it is one's. */
  static Optional<String> name(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Identity identity && isExact(identity.path())) {
      String path = identity.path().shown();
      return Optional.of(path.substring(path.lastIndexOf('/') + 1));
    }
    if (pattern instanceof PrincipalPattern.Session session && isExact(session.path())) {
      String path = session.path().shown();
      return Optional.of(path.substring(0, Math.max(0, path.indexOf('/'))));
    }
    return Optional.empty();
  }

  private static boolean isOf(Text account, Bearer bearer) {
    return account.isOwnAccount() || account.hasUnknown() || account.is(bearer.owner());
  }
}
