package io.rolewright.rule.word;

import io.rolewright.model.Arn;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Actors;
import io.rolewright.reason.actor.Everybody;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups of callers that a statement lets in or means to keep out. */
final class CallerGroups {

  private static final int ACCOUNT_DIGITS = 12;

  private final Scope scope;

  CallerGroups(Scope scope) {
    this.scope = scope;
  }

  /** Whom the conditions must keep out, for each principal that the statements name. */
  Optional<Actor> adversaries(PolicyDocument policy) {
    List<Actor> all = new ArrayList<>();
    policy.statements().stream()
        .filter(Statement::isAllow)
        .forEach(s -> adversaries(s).ifPresent(all::add));
    return together(all);
  }

  /** The same of one statement. */
  Optional<Actor> adversaries(Statement statement) {
    List<Actor> all = new ArrayList<>();
    for (PrincipalPattern pattern : statement.principal().patterns()) {
      if (Principals.isEveryone(pattern)) {
        all.add(Actors.stranger());
        mentioned(statement).forEach(account -> all.add(Actors.outsiderOf(account)));
      } else {
        ActorWords.adversary(scope, pattern).ifPresent(all::add);
      }
    }
    return together(all);
  }

  private static Optional<Actor> together(List<Actor> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(Actors.oneOf(all));
  }

  /** Accounts that conditions ask for by their number. */
  private static Set<String> mentioned(Statement statement) {
    Set<String> accounts = new LinkedHashSet<>();
    for (Condition condition : statement.conditions()) {
      String key = condition.keyName();
      for (Text value : condition.values()) {
        Optional<Text> account =
            key.equals("aws:principalaccount")
                ? Optional.of(value)
                : key.equals("aws:principalarn")
                    ? Arn.of(value).map(Arn::account)
                    : Optional.empty();
        account
            .filter(a -> !a.hasWildcard())
            .flatMap(Text::plain)
            .filter(a -> a.length() == ACCOUNT_DIGITS)
            .ifPresent(accounts::add);
      }
    }
    return accounts;
  }

  /** Anybody at all that a principal can be, asking for a session; adversaries come first. */
  Optional<Actor> anyone(PrincipalPattern pattern) {
    if (Principals.isEveryone(pattern)) {
      return Optional.of(Everybody.principals("sts:AssumeRole"));
    }
    List<Actor> all = new ArrayList<>();
    ActorWords.adversary(scope, pattern).ifPresent(all::add);
    new PrincipalActors(scope, false).of(pattern).ifPresent(all::add);
    Principals.issuer(pattern).map(Actors::anyToken).ifPresent(all::add);
    if (Principals.kind(pattern).equals("saml")) {
      all.add(Everybody.calls(EnumSet.of(Caller.Kind.SAML)));
    }
    return together(all);
  }

  /** The same of all principals of a statement. */
  Optional<Actor> anyone(Statement statement) {
    List<Actor> all = new ArrayList<>();
    statement.principal().patterns().forEach(pattern -> anyone(pattern).ifPresent(all::add));
    return together(all);
  }

  /** All calls that a trust policy has to decide, of callers such as the statement names. */
  static Actor calls(Statement statement) {
    return Everybody.calls(kinds(statement));
  }

  /** The kinds of callers that a statement can speak of. */
  static Set<Caller.Kind> kinds(Statement statement) {
    if (!(statement.principal() instanceof PrincipalElement.Listed listed)) {
      return all();
    }
    Set<Caller.Kind> kinds = EnumSet.noneOf(Caller.Kind.class);
    listed.patterns().forEach(pattern -> kinds.addAll(kinds(pattern)));
    return kinds;
  }

  private static Set<Caller.Kind> all() {
    return EnumSet.of(
        Caller.Kind.USER,
        Caller.Kind.ROLE_SESSION,
        Caller.Kind.SERVICE,
        Caller.Kind.WEB_IDENTITY,
        Caller.Kind.SAML);
  }

  private static Set<Caller.Kind> people() {
    return EnumSet.of(Caller.Kind.USER, Caller.Kind.ROLE_SESSION);
  }

  private static Set<Caller.Kind> kinds(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> all(),
            account -> people(),
            identity ->
                EnumSet.of(
                    identity.kind() == PrincipalPattern.IdentityKind.USER
                        ? Caller.Kind.USER
                        : Caller.Kind.ROLE_SESSION),
            session -> EnumSet.of(Caller.Kind.ROLE_SESSION),
            user -> people(),
            service -> EnumSet.of(Caller.Kind.SERVICE),
            CallerGroups::federated,
            canonical -> all(),
            id -> people(),
            unresolved -> all(),
            malformed -> all()));
  }

  private static Set<Caller.Kind> federated(PrincipalPattern.Federated federated) {
    EnumSet<Caller.Kind> both = EnumSet.of(Caller.Kind.WEB_IDENTITY, Caller.Kind.SAML);
    if (federated.kind() != FederationKind.UNDECIDED) {
      both.remove(
          federated.kind() == FederationKind.OIDC ? Caller.Kind.SAML : Caller.Kind.WEB_IDENTITY);
    }
    return both;
  }
}
