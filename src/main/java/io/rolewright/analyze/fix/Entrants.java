package io.rolewright.analyze.fix;

import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipal.SourceKeys;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.model.AccountNumber;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.PrincipalPattern.IdentityKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Intended;
import io.rolewright.simulate.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a trust policy means to let in: every principal that it names, a star being no name. Those
 * that a template leaves open have a stand-in.
 */
final class Entrants {

  /** Stands for an account that a template leaves open; no account has this number. */
  private static final String STAND_IN = "888888888888";

  private final PolicyDocument trust;
  private final String owner;

  Entrants(PolicyDocument trust, String owner) {
    this.trust = trust;
    this.owner = owner;
  }

  /** Those whom a statement names. */
  List<Actor> of(Statement statement) {
    List<Actor> actors = new ArrayList<>();
    if (statement.principal() instanceof PrincipalElement.Listed listed) {
      listed.patterns().forEach(pattern -> actors.addAll(of(pattern, statement)));
    }
    return actors;
  }

  private List<Actor> of(PrincipalPattern pattern, Statement statement) {
    return pattern.match(
        new PrincipalPattern.Cases<List<Actor>>(
            everyone -> List.of(),
            account -> List.of(Intended.anyoneOf(number(account.account()))),
            identity -> List.of(identity(identity)),
            session -> List.of(session(session)),
            user -> List.of(),
            service -> service(service),
            federated -> federated(federated, statement),
            canonical -> List.of(),
            id -> List.of(),
            unresolved ->
                unresolved.type().equals("AWS") ? List.of(Intended.anyoneOf(STAND_IN)) : List.of(),
            malformed -> List.of()));
  }

  private Actor identity(PrincipalPattern.Identity identity) {
    String account = number(identity.account());
    String path = identity.path().shown();
    return identity.kind() == IdentityKind.USER
        ? Intended.user(account, path)
        : Intended.role(account, path);
  }

  private Actor session(PrincipalPattern.Session session) {
    String path = session.path().shown();
    int slash = path.lastIndexOf('/');
    String account = number(session.account());
    return slash < 0
        ? Intended.role(account, path)
        : Intended.session(account, path.substring(0, slash), path.substring(slash + 1));
  }

  private String number(Text account) {
    return account.isOwnAccount() ? owner : account.plain().orElse(STAND_IN);
  }

  /** Where it is not known whether a service tells for whom it works, it must get in both ways. */
  private List<Actor> service(PrincipalPattern.Service service) {
    Optional<String> name = ServiceNames.resolved(service.name()).plain();
    if (name.isEmpty()) {
      return List.of();
    }
    SourceKeys sent =
        ServicePrincipals.shipped()
            .lookup(name.get())
            .map(ServicePrincipal::sourceKeys)
            .orElse(SourceKeys.UNKNOWN);
    boolean surely = sent == SourceKeys.DOCUMENTED || sent == SourceKeys.SAMPLE;
    Actor telling = Intended.service(name.get(), sources(), true);
    Actor silent = Intended.service(name.get(), sources(), false);
    return sent == SourceKeys.NOT_SENT
        ? List.of(silent)
        : surely ? List.of(telling) : List.of(telling, silent);
  }

  /** The owner's account and those that the policy names as sources. */
  private Set<String> sources() {
    Set<String> accounts = new TreeSet<>(Set.of(owner));
    for (Statement statement : trust.statements()) {
      for (Condition condition : statement.conditions()) {
        boolean arn = condition.keyName().equals("aws:sourcearn");
        if (arn || condition.keyName().equals("aws:sourceaccount")) {
          for (Text value : condition.values()) {
            List<Text> parts = value.split(':', 6);
            Text account = arn && parts.size() == 6 ? parts.get(4) : value;
            account.plain().filter(AccountNumber::isOne).ifPresent(accounts::add);
          }
        }
      }
    }
    return accounts;
  }

  private static List<Actor> federated(PrincipalPattern.Federated federated, Statement statement) {
    if (federated.kind() == FederationKind.SAML) {
      return federated.written().plain().map(Intended::assertion).map(List::of).orElse(List.of());
    }
    Optional<String> issuer = federated.provider().plain();
    if (federated.kind() != FederationKind.OIDC || issuer.isEmpty()) {
      return List.of();
    }
    List<Actor> tokens = new ArrayList<>(List.of(Intended.token(issuer.get())));
    String subject = issuer.get().toLowerCase(Locale.ROOT) + ":sub";
    statement.conditions().stream()
        .filter(c -> c.keyName().equals(subject))
        .flatMap(c -> c.values().stream())
        .filter(v -> v.variables().isEmpty())
        .flatMap(v -> v.plain().stream())
        .forEach(value -> tokens.add(Intended.token(issuer.get(), value)));
    return tokens;
  }
}
