package io.rolewright.rule.trust;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.Text;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Actors;
import io.rolewright.simulate.ServiceNames;
import java.util.Optional;

/** Whom the conditions of a statement must keep out, by the principal that it names. */
public final class Adversaries {

  private Adversaries() {}

  /**
   * Of an account somebody from outside its organisation and network, of a service its work for
   * strangers, of an OIDC provider another tenant. Nobody for everyone and for SAML.
   */
  public static Optional<Actor> of(Trust trust, PrincipalPattern pattern) {
    return new Callers(trust.ownAccount(), true)
        .of(pattern)
        .or(() -> service(pattern).map(Actors::confusedService))
        .or(() -> issuer(pattern).map(Actors::foreignTenant));
  }

  /** The service that a principal names, as written. */
  public static Optional<String> service(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Service service
        ? ServiceNames.resolved(service.name()).plain()
        : Optional.empty();
  }

  /** The OIDC issuer that a principal names. */
  public static Optional<String> issuer(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Federated federated
            && federated.kind() == FederationKind.OIDC
        ? Optional.of(federated.provider()).flatMap(Text::plain)
        : Optional.empty();
  }
}
