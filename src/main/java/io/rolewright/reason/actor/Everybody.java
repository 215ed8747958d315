package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Population;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody of some sort, whatever he says: all requests that callers of the sort can make, and
 * none that they cannot. What is impossible for everybody of a sort is so for each of them. Left
 * out are sessions of AWS principals that still have the claims of the token or assertion with
 * which they began: whoever asks for a claim means the token itself.
 */
public final class Everybody {

  private Everybody() {}

  /**
   * All calls that a trust policy may have to decide, of callers of some kinds, whatever they say.
   */
  public static Actor calls(Set<Caller.Kind> kinds) {
    return target ->
        kinds.stream()
            .map(k -> Population.assuming(k, target.role(), target.owner(), target.partition()))
            .toList();
  }

  /** Any user or role session of any account. */
  public static Actor principals(String action) {
    return target ->
        insiders(target, action, users(target), Callers.all(Caller.Kind.ROLE_SESSION, at(target)));
  }

  /** Any user or role session of an account. */
  public static Actor ofAccount(String account, String action) {
    return target ->
        insiders(
            target,
            action,
            users(target).ofAccount(account),
            Callers.all(Caller.Kind.ROLE_SESSION, at(target)).ofAccount(account));
  }

  /** One caller. */
  public static Actor caller(Caller caller, String action) {
    return target -> insiders(target, action, Callers.of(caller));
  }

  /**
   * Whether a key is a claim of an identity provider.
   *
   * @param key in lower case
   */
  public static boolean isClaim(String key) {
    int colon = key.indexOf(':');
    return key.startsWith("saml:") || colon > 0 && key.lastIndexOf('.', colon) > 0;
  }

  /**
   * Whether calls of a service for a role have principal tags, which come from a certificate.
   *
   * @param service such as {@code rolesanywhere.amazonaws.com}
   */
  public static boolean isTagged(String service) {
    return ServiceKeys.isTagged(service);
  }

  private static String at(Target target) {
    return target.partition();
  }

  private static Callers users(Target target) {
    return Callers.all(Caller.Kind.USER, at(target));
  }

  private static List<Requests> insiders(Target target, String action, Callers... callers) {
    Say insider = new InsiderKeys();
    Say plain = key -> isClaim(key.name()) ? key.absent() : insider.of(key);
    Requests.Restriction own = plain.restriction(Examples.of(target.named()));
    return List.of(callers).stream()
        .map(each -> target.requests(each, action).where(own).where(Typed::names))
        .toList();
  }

  /**
   * A service, for whomever it acts.
   *
   * @param ownerKnown whether the number of the role's account is known; else any number may be it
   */
  public static Actor service(String service, String action, boolean ownerKnown) {
    Callers callers = Callers.of(Caller.service(service));
    return target ->
        List.of(
            target
                .requests(callers, action)
                .where(new ServiceKeys(service).restriction(Examples.ofSources(service)))
                .where(new SourceAccounts(target, ownerKnown)));
  }

  /**
   * Whoever has a token or an assertion of an identity provider.
   *
   * @param kind web identity or SAML
   * @param provider the issuer of web identities or the name of a SAML provider; any if not known
   */
  public static Actor bearer(Caller.Kind kind, Optional<String> provider, String action) {
    return target -> {
      Callers callers =
          provider
              .map(name -> Callers.of(Caller.federated(kind, name)))
              .orElseGet(() -> Callers.all(kind, at(target)));
      return List.of(target.requests(callers, action));
    };
  }
}
