package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Actors;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Principals;
import java.util.Locale;
import java.util.Optional;

/** Words about who may make a request. */
final class ActorWords {

  private ActorWords() {}

  static void add(Words words) {
    words.word(
        "stranger",
        ACTOR,
        "Anybody: a user or role of an account that is neither own, trusted nor named, with a"
            + " foreign organisation and network, an MFA device, and any names, tags and external"
            + " ID.",
        scope -> Actors.stranger());
    words.word(
        "outsider",
        PRINCIPAL,
        ACTOR,
        "Whom an AWS principal names, of a foreign organisation and network.",
        (scope, p) -> new PrincipalActors(scope, true).of(p));
    words.word(
        "insider",
        PRINCIPAL,
        ACTOR,
        "Whom an AWS principal names, his organisation and network being as the policy asks.",
        (scope, p) -> new PrincipalActors(scope, false).of(p));
    words.word(
        "adversary",
        PRINCIPAL,
        ACTOR,
        "Whom the conditions must keep out: of an AWS principal an outsider, of a service its work"
            + " for strangers, of an OIDC provider another tenant. Nobody for everyone and SAML.",
        ActorWords::adversary);
    words.word(
        "outsiderOf",
        TEXT,
        ACTOR,
        "Anybody of an account, of a foreign organisation.",
        (scope, account) -> number(scope, account).map(Actors::outsiderOf));
    words.word(
        "anyoneOf",
        TEXT,
        ACTOR,
        "Anybody of an account.",
        (scope, account) -> number(scope, account).map(Actors::anyoneOf));
    words.word(
        "confusedService",
        TEXT,
        ACTOR,
        "A service acting for a stranger's resource.",
        (scope, service) -> service.plain().map(Actors::confusedService));
    words.word(
        "foreignTenant",
        TEXT,
        ACTOR,
        "Another customer of an OIDC issuer.",
        (scope, issuer) -> issuer.plain().map(Actors::foreignTenant));
    words.word(
        "foreignCaller",
        TEXT,
        ACTOR,
        "Another customer of GitHub, whose jobs call a reusable workflow of anybody.",
        (scope, issuer) -> issuer.plain().map(Actors::foreignCaller));
    modified(words);
  }

  private static void modified(Words words) {
    words.word(
        "withoutMfa",
        ACTOR,
        ACTOR,
        "The actor when he has not signed in with MFA.",
        (scope, actor) -> Actors.withoutMfa(actor));
    words.word(
        "without",
        ACTOR,
        TEXT,
        ACTOR,
        "The actor when a key is not in his request.",
        (scope, actor, key) -> Actors.without(actor, key.shown().toLowerCase(Locale.ROOT)));
    words.word(
        "person",
        ACTOR,
        ACTOR,
        "The actor as an IAM user, not a session of a role.",
        (scope, actor) -> Actors.person(actor));
  }

  static Optional<Actor> adversary(Scope scope, PrincipalPattern p) {
    return new PrincipalActors(scope, true)
        .of(p)
        .or(() -> Principals.service(p).map(Actors::confusedService))
        .or(() -> Principals.issuer(p).map(Actors::foreignTenant));
  }

  private static Optional<String> number(Scope scope, Text account) {
    return account.isOwnAccount() ? Optional.of(scope.owner()) : account.plain();
  }
}
