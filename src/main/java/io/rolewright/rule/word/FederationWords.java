package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.catalog.Issuer;
import io.rolewright.catalog.Issuers;
import io.rolewright.catalog.SharedIssuer;
import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Actors;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Principals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Words about identity providers, their tokens, and whoever has some. */
final class FederationWords {

  private FederationWords() {}

  static void add(Words words) {
    words.word(
        "issuers",
        STATEMENT,
        PRINCIPAL,
        TEXT.list(),
        "The OIDC issuer that a provider of the statement is, without `https://`; where a template"
            + " leaves that open, those that the conditions take it for. Its place is the"
            + " principal's.",
        (scope, s, p) -> Federations.issuers(s, p));
    actors(words);
    issuers(words);
    claims(words);
    tests(words);
  }

  private static void actors(Words words) {
    // why: foreignTenant of an issuer's name is a word of the actors
    words.word(
        "foreignTenant",
        PRINCIPAL,
        ACTOR,
        "Another customer of an OIDC provider.",
        (scope, p) -> Principals.issuer(p).map(Actors::foreignTenant));
    actor(
        words,
        "foreignProject",
        "Whoever has a token of an OIDC issuer for a project (repository, pipeline, workspace,"
            + " service account) that the policies do not name in full, known customers' ones"
            + " included. Nobody where tokens tell no projects apart.",
        Actors::foreignProject);
    actor(
        words,
        "foreignRef",
        "Whoever has a token for a project that the policies name in full, with a branch, tag,"
            + " environment, event or phase that they do not name.",
        Actors::foreignRef);
    actor(words, "anyToken", "Whoever has a token of an OIDC issuer, any token.", Actors::anyToken);
    words.word(
        "tokenOf",
        TEXT,
        TEXT,
        ACTOR,
        "Whoever has a token of a class, one of the issuer's `kinds`; nobody where there are no"
            + " such tokens.",
        (scope, issuer, kind) ->
            issuer.plain().flatMap(i -> kind.plain().map(k -> Actors.event(i, k))));
    words.word(
        "tokenOf",
        PRINCIPAL,
        TEXT,
        ACTOR,
        "The same of a provider.",
        (scope, p, kind) ->
            Principals.issuer(p).flatMap(i -> kind.plain().map(k -> Actors.event(i, k))));
    words.word(
        "unauthenticated",
        ACTOR,
        "A guest of any Cognito identity pool.",
        scope -> Actors.unauthenticated());
    words.word(
        "anyAssertion",
        PRINCIPAL,
        ACTOR,
        "Whoever has an assertion of a SAML provider, whatever it says.",
        (scope, p) -> Federations.arn(p, scope.owner()).map(Actors::anyAssertion));
  }

  private static void actor(
      Words words, String name, String sentence, Function<String, Actor> meaning) {
    words.word(name, TEXT, ACTOR, sentence, (scope, i) -> i.plain().map(meaning));
    words.word(
        name,
        PRINCIPAL,
        ACTOR,
        "The same of a provider.",
        (scope, p) -> Principals.issuer(p).map(meaning));
  }

  private static void issuers(Words words) {
    issuer(
        words,
        "issuerName",
        TEXT,
        "What people call an OIDC issuer, if it is known.",
        i -> known(i).map(Issuer::name));
    issuer(
        words,
        "issuerShared",
        TRUTH,
        "Whether many customers have tokens of an OIDC issuer.",
        i -> SharedIssuers.shipped().lookup(i).isPresent());
    issuer(
        words,
        "issuerPrivate",
        TRUTH,
        "Whether an OIDC issuer is known and its name tells whose it is: one customer's.",
        i -> known(i).filter(Issuer::isPrivate).isPresent());
    issuer(
        words,
        "audienceChosen",
        TRUTH,
        "Whether whoever asks an OIDC issuer for a token says for which audience; nothing if the"
            + " issuer is not known.",
        i -> known(i).map(k -> k.audience() == Issuer.Audience.CHOSEN));
    issuer(
        words,
        "expectedAudiences",
        TEXT.list(),
        "The audiences, written out, that AWS roles are meant to ask for.",
        i -> known(i).map(Issuer::expectedAudiences).orElse(List.of()));
    issuer(
        words,
        "kinds",
        TEXT.list(),
        "The classes of an OIDC issuer's tokens: `branch`, `tag`, `environment`, `pull_request`,"
            + " `plan` and so on.",
        i -> known(i).map(Issuer::kinds).orElse(List.of()));
    issuer(
        words,
        "tenantClaims",
        TEXT.list(),
        "The claims that AWS wants bound for a shared OIDC issuer: `sub`, `aud` and so on.",
        i -> SharedIssuers.shipped().lookup(i).map(SharedIssuer::claims).orElse(List.of()));
    issuer(
        words,
        "savedOnlyWith",
        TEXT,
        "The claim of a shared OIDC issuer without which IAM refuses to save a trust policy.",
        i ->
            SharedIssuers.shipped()
                .lookup(i)
                .filter(s -> s.enforcement() != SharedIssuer.Enforcement.NONE)
                .flatMap(s -> s.claims().stream().findFirst())
                .filter(claim -> claim.indexOf(':') < 0));
  }

  private static void issuer(
      Words words,
      String name,
      io.rolewright.rule.lang.Type<?> result,
      String sentence,
      Function<String, Object> meaning) {
    words.word(name, TEXT, result, sentence, (scope, i) -> i.plain().map(meaning));
    words.word(
        name,
        PRINCIPAL,
        result,
        "The same of a provider.",
        (scope, p) -> Principals.issuer(p).map(meaning));
  }

  private static Optional<Issuer> known(String issuer) {
    return Issuers.shipped().lookup(issuer);
  }

  private static void claims(Words words) {
    words.word(
        "issuerHasKey",
        TEXT,
        TEXT,
        TRUTH,
        "Whether AWS has a condition key for a claim of an OIDC issuer; nothing if the issuer is"
            + " not known.",
        (scope, issuer, claim) -> hasKey(issuer.plain(), claim));
    words.word(
        "issuerHasKey",
        PRINCIPAL,
        TEXT,
        TRUTH,
        "The same of a provider.",
        (scope, p, claim) -> hasKey(Principals.issuer(p), claim));
    words.word(
        "claims",
        STATEMENT,
        TEXT,
        CONDITION.list(),
        "The tests of an OIDC issuer's claims.",
        (scope, s, issuer) ->
            s.conditions().stream().filter(c -> Federations.isOf(c, issuer.shown())).toList());
    words.word(
        "claim",
        STATEMENT,
        TEXT,
        TEXT,
        CONDITION.list(),
        "The tests of one claim of an OIDC issuer, such as `sub`.",
        (scope, s, issuer, claim) ->
            s.conditions().stream()
                .filter(c -> Federations.isOf(c, issuer.shown()))
                .filter(c -> Federations.claim(c).equalsIgnoreCase(claim.shown()))
                .toList());
    words.word(
        "claim",
        CONDITION,
        TEXT,
        "The claim that a test is of: what is behind the last colon of its key, in lower case.",
        (scope, c) -> Text.literal(c.key().origin(), Federations.claim(c)));
    words.word(
        "keyIssuer",
        CONDITION,
        TEXT,
        "What is in front of the last colon of a test's key, in lower case: an OIDC issuer, `saml`,"
            + " `aws` and so on.",
        (scope, c) -> Text.literal(c.key().origin(), Federations.prefix(c)));
  }

  private static void tests(Words words) {
    words.word(
        "tenantTests",
        STATEMENT,
        TEXT,
        CONDITION.list(),
        "The tests of what tells an OIDC issuer's customers apart: `sub`, ids of projects and"
            + " owners, and `aud` where it names the customer.",
        (scope, s, issuer) ->
            s.conditions().stream()
                .filter(c -> Federations.tellsTenants(c, issuer.shown()))
                .toList());
    words.word(
        "firm",
        CONDITION,
        TRUTH,
        "Whether the test passes nothing but what it lists: its operator is none of `…Not…`,"
            + " `…IfExists`, `ForAllValues:…` and `Null`.",
        (scope, c) -> c.operator().map(Federations::isFirm));
    words.word(
        "dead",
        CONDITION,
        TRUTH,
        "Whether the test fails if its key is absent from the request.",
        (scope, c) -> c.operator().map(o -> Federations.isDead(o, c)));
  }

  private static Optional<Boolean> hasKey(Optional<String> issuer, Text claim) {
    return issuer
        .flatMap(FederationWords::known)
        .map(i -> i.hasKey(claim.shown().toLowerCase(Locale.ROOT)));
  }
}
