package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.NUMBER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Actors;
import io.rolewright.reason.actor.Everybody;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Coverage;
import io.rolewright.rule.trust.Mfa;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Caller;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Words about multi-factor authentication. */
final class MfaWords {

  private static final Set<Caller.Kind> ALL =
      EnumSet.of(
          Caller.Kind.USER,
          Caller.Kind.ROLE_SESSION,
          Caller.Kind.SERVICE,
          Caller.Kind.WEB_IDENTITY,
          Caller.Kind.SAML);

  private MfaWords() {}

  static void add(Words words) {
    words.word(
        "mfaTests",
        STATEMENT,
        CONDITION.list(),
        "The tests of keys about MFA.",
        (scope, s) -> Mfa.tests(s));
    words.word(
        "holdIn",
        CONDITION.list(),
        TEXT,
        TRUTH,
        "Whether tests of MFA hold together for a request in which the MFA keys are `absent` or"
            + " `false`, or which comes so many seconds after signing in with MFA.",
        (scope, tests, said) -> Mfa.hold(tests, said.shown()));
    words.word(
        "mfaWords",
        TEXT,
        TEXT,
        "Which requests they are in which the MFA keys are `absent` or `false`.",
        (scope, said) -> Mfa.words(said.shown()));
    words.word(
        "covers",
        STATEMENT,
        STATEMENT,
        TRUTH,
        "Whether the first statement speaks of all that the second speaks of, MFA aside; decided on"
            + " what is written.",
        (scope, wide, narrow) -> Coverage.covers(wide, narrow));
    actors(words);
  }

  private static void actors(Words words) {
    words.word(
        "user",
        PRINCIPAL,
        ACTOR,
        "An IAM user whom an AWS principal means, his organisation and network being as the policy"
            + " asks; of everyone, a user of any account.",
        MfaWords::user);
    words.word(
        "anybody",
        ACTOR,
        "Whoever can ask for the role at all: users, sessions, services and federated callers,"
            + " whatever they say.",
        scope -> Everybody.calls(ALL));
    words.word(
        "signedInBefore",
        ACTOR,
        NUMBER,
        ACTOR,
        "The actor when he signed in with MFA more than so many seconds ago.",
        (scope, actor, seconds) -> Actors.signedInBefore(actor, seconds));
  }

  private static Optional<Actor> user(Scope scope, PrincipalPattern p) {
    return Principals.isEveryone(p)
        ? Optional.of(Actors.person(Everybody.principals("sts:AssumeRole")))
        : new PrincipalActors(scope, false).of(p).map(Actors::person);
  }
}
