package io.rolewright.rule.word;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.PrincipalPattern.IdentityKind;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.Strangers;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Everybody;
import io.rolewright.reason.encode.KeyAvailability;
import io.rolewright.reason.solve.Domain;
import io.rolewright.rule.Estate;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Optional;

/** Everybody whom a principal names, whatever he says in his request. */
record Named(Scope scope) {

  /** The callers, as far as it is told who they are; none of what cannot assume roles. */
  Optional<Actor> of(PrincipalPattern pattern, Optional<String> asked) {
    String action = asked.orElseGet(() -> call(pattern));
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Optional.of(Everybody.principals(action)),
            account -> Optional.of(ofAccount(account.account(), action)),
            identity -> Optional.of(identity(identity, action)),
            session -> Optional.of(session(session, action)),
            user -> Optional.empty(),
            service -> service(service, action),
            federated -> federated(federated, action),
            canonical -> Optional.empty(),
            id -> Optional.empty(),
            unresolved -> Optional.empty(),
            malformed -> Optional.empty()));
  }

  /** The action with which such a principal assumes a role. */
  static String call(PrincipalPattern pattern) {
    if (!(pattern instanceof PrincipalPattern.Federated federated)) {
      return "sts:AssumeRole";
    }
    return federated.kind() == FederationKind.SAML
        ? "sts:AssumeRoleWithSAML"
        : "sts:AssumeRoleWithWebIdentity";
  }

  /** Where a principal stands: under {@code AWS}, {@code Service} or {@code Federated}. */
  static Optional<String> family(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Optional.of("AWS"),
            account -> Optional.of("AWS"),
            identity -> Optional.of("AWS"),
            session -> Optional.of("AWS"),
            user -> Optional.of("AWS"),
            service -> Optional.of("Service"),
            federated -> Optional.of("Federated"),
            canonical -> Optional.empty(),
            id -> Optional.of("AWS"),
            unresolved -> Optional.of(unresolved.type()),
            malformed -> Optional.empty()));
  }

  /** Whether no request of such callers for the role has the key, itself in lower case. */
  static boolean neverSends(PrincipalPattern pattern, String key) {
    if (Everybody.isClaim(key) && family(pattern).filter("AWS"::equals).isPresent()) {
      return true;
    }
    if (key.startsWith("aws:principaltag/") && pattern instanceof PrincipalPattern.Service) {
      return Principals.service(pattern).filter(name -> !Everybody.isTagged(name)).isPresent();
    }
    List<Caller.Kind> kinds = kinds(pattern);
    return !kinds.isEmpty() && kinds.stream().allMatch(kind -> neverSends(kind, pattern, key));
  }

  private static boolean neverSends(Caller.Kind kind, PrincipalPattern pattern, String key) {
    return new KeyAvailability(kind).of(key, call(pattern)) == Domain.Presence.NEVER;
  }

  private static List<Caller.Kind> kinds(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Federated federated) {
      return switch (federated.kind()) {
        case OIDC -> List.of(Caller.Kind.WEB_IDENTITY);
        case SAML -> List.of(Caller.Kind.SAML);
        case UNDECIDED -> List.of();
      };
    }
    return switch (family(pattern).orElse("")) {
      case "AWS" -> List.of(Caller.Kind.USER, Caller.Kind.ROLE_SESSION);
      case "Service" -> List.of(Caller.Kind.SERVICE);
      default -> List.of();
    };
  }

  private Actor ofAccount(Text account, String action) {
    return number(account)
        .map(number -> Everybody.ofAccount(number, action))
        .orElseGet(() -> Everybody.principals(action));
  }

  private Actor identity(PrincipalPattern.Identity identity, String action) {
    Optional<String> account = number(identity.account());
    Optional<String> path = filled(identity.path());
    if (account.isEmpty() || path.isEmpty()) {
      return ofAccount(identity.account(), action);
    }
    Caller caller =
        identity.kind() == IdentityKind.USER
            ? Caller.user(account.get(), path.get())
            : Caller.roleSession(account.get(), path.get(), Strangers.NAME);
    return Everybody.caller(caller, action);
  }

  private Actor session(PrincipalPattern.Session session, String action) {
    Optional<String> account = number(session.account());
    Optional<String> path = filled(session.path());
    int slash = path.map(p -> p.indexOf('/')).orElse(-1);
    if (account.isEmpty() || slash < 0) {
      return ofAccount(session.account(), action);
    }
    String role = path.get().substring(0, slash);
    String name = path.get().substring(slash + 1);
    return Everybody.caller(Caller.roleSession(account.get(), role, name), action);
  }

  private Optional<Actor> service(PrincipalPattern.Service service, String action) {
    boolean known = !scope.owner().equals(Estate.UNNAMED_ACCOUNT);
    return Principals.service(service).map(name -> Everybody.service(name, action, known));
  }

  /** By its name alone, since a provider is always of the account of the role that it is for. */
  private static Optional<Actor> federated(PrincipalPattern.Federated federated, String action) {
    Optional<String> name = federated.provider().plain();
    return switch (federated.kind()) {
      case OIDC -> Optional.of(Everybody.bearer(Caller.Kind.WEB_IDENTITY, name, action));
      case SAML -> Optional.of(Everybody.bearer(Caller.Kind.SAML, name, action));
      case UNDECIDED -> Optional.empty();
    };
  }

  private Optional<String> number(Text account) {
    return account.isOwnAccount() ? Optional.of(scope.owner()) : account.plain();
  }

  /** A name with the own account filled in; none where a piece is open. */
  private Optional<String> filled(Text name) {
    StringBuilder filled = new StringBuilder();
    for (TextPart part : name.parts()) {
      if (part instanceof TextPart.Unknown) {
        return Optional.empty();
      }
      filled.append(part instanceof TextPart.OwnAccount ? scope.owner() : part.shown());
    }
    return Optional.of(filled.toString());
  }
}
