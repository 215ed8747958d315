package io.rolewright.rule.trust;

import io.rolewright.model.Arn;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.PrincipalPattern.IdentityKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.ServiceNames;
import java.util.Optional;

/** What can be told of an entry of a principal element. */
public final class Principals {

  private Principals() {}

  /** {@code *}, or a template parameter that is {@code *} unless someone changes it. */
  public static boolean isEveryone(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Unresolved open) {
      return open.text().parts().size() == 1
          && open.text().parts().get(0) instanceof TextPart.Unknown unknown
          && unknown.typical().filter("*"::equals).isPresent();
    }
    return pattern instanceof PrincipalPattern.Everyone;
  }

  /** The entry of a statement that names everyone, if one does. */
  public static Optional<PrincipalPattern> everyone(Statement statement) {
    return statement.principal() instanceof PrincipalElement.Listed listed
        ? listed.patterns().stream().filter(Principals::isEveryone).findFirst()
        : Optional.empty();
  }

  /** What it is, in the word that rules use. */
  public static String kind(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> "everyone",
            account -> "account",
            identity -> identity.kind() == IdentityKind.USER ? "user" : "role",
            session -> "session",
            user -> "federated user",
            service -> "service",
            Principals::federated,
            canonical -> "canonical user",
            id -> "unique id",
            unresolved -> "unresolved",
            malformed -> "malformed"));
  }

  private static String federated(PrincipalPattern.Federated federated) {
    return switch (federated.kind()) {
      case OIDC -> "oidc";
      case SAML -> "saml";
      case UNDECIDED -> "federated";
    };
  }

  /** The account that a principal belongs to, also one whose kind is open. */
  public static Optional<Text> account(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Optional.empty(),
            account -> Optional.of(account.account()),
            identity -> Optional.of(identity.account()),
            session -> Optional.of(session.account()),
            user -> Optional.of(user.account()),
            service -> Optional.empty(),
            PrincipalPattern.Federated::account,
            canonical -> Optional.empty(),
            id -> Optional.empty(),
            unresolved -> Arn.of(unresolved.text()).map(Arn::account),
            malformed -> Optional.empty()));
  }

  /** Whether one is the role, wherever its path is, of which the other is a session. */
  public static boolean isRoleOf(PrincipalPattern role, PrincipalPattern session) {
    if (!(role instanceof PrincipalPattern.Identity identity)
        || !(session instanceof PrincipalPattern.Session one)
        || identity.kind() != IdentityKind.ROLE) {
      return false;
    }
    String path = identity.path().shown();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return identity.account().shown().equals(one.account().shown())
        && one.path().shown().startsWith(name + "/");
  }

  /** The service that a principal names, with a template's suffix filled in. */
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
