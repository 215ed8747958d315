package io.rolewright.reason.actor;

import io.rolewright.reason.Strangers;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom a trust policy means to let in where it names him: the opposite of a stranger. Organisation,
 * network, claims and whatever else the policy asks for are such as it asks, as far as a request of
 * his can have them at all: a session of a role has no MFA.
 */
public final class Intended {

  private Intended() {}

  /** Any principal of an account. */
  public static Actor anyoneOf(String account) {
    return Actors.anyoneOf(account);
  }

  /** An IAM user. */
  public static Actor user(String account, String path) {
    return Actors.caller(Caller.user(account, path));
  }

  /** A role with a session of any name. */
  public static Actor role(String account, String path) {
    Caller caller = Caller.roleSession(account, path, Strangers.NAME);
    return insider(Callers.of(caller).withAnySession());
  }

  /** One session of a role. */
  public static Actor session(String account, String role, String session) {
    return Actors.caller(Caller.roleSession(account, role, session));
  }

  private static Actor insider(Callers callers) {
    return target ->
        List.of(
            target
                .requests(callers, "sts:AssumeRole")
                .where(new InsiderKeys().restriction(Examples.of(target.named()))));
  }

  /**
   * A service that works for resources of the owner's.
   *
   * @param accounts whose resources, the role's own among them
   * @param tells whether it says for which resource and account it works
   */
  public static Actor service(String service, Set<String> accounts, boolean tells) {
    Callers callers = Callers.of(Caller.service(service));
    return target -> {
      Say own = new OwnServiceKeys(service, target.named(), accounts, tells);
      return List.of(target.requests(callers, "sts:AssumeRole").where(own.restriction(Map.of())));
    };
  }

  /** The holder of any token of an OIDC provider. */
  public static Actor token(String issuer) {
    Callers callers = Callers.of(Caller.federated(Caller.Kind.WEB_IDENTITY, issuer));
    return target -> List.of(target.requests(callers, "sts:AssumeRoleWithWebIdentity"));
  }

  /**
   * The holder of a token of an OIDC provider with a subject like this.
   *
   * @param subject a glob
   */
  public static Actor token(String issuer, String subject) {
    Requests.Restriction named = KeyTest.like(issuer + ":sub", List.of(subject));
    return target ->
        token(issuer).requests(target).stream().map(each -> each.where(named)).toList();
  }

  /** The holder of any assertion of a SAML provider, which is named by its ARN. */
  public static Actor assertion(String provider) {
    Callers callers = Callers.of(Caller.federated(Caller.Kind.SAML, provider));
    return target -> List.of(target.requests(callers, "sts:AssumeRoleWithSAML"));
  }
}
