package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.REQUEST;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.catalog.Partition;
import io.rolewright.reason.actor.Actors;
import io.rolewright.rule.lang.Words;

/** Words about what the claims of tokens and assertions are compared with. */
final class FederationClaimWords {

  private FederationClaimWords() {}

  static void add(Words words) {
    words.word(
        "opening",
        CONDITION.list(),
        TEXT,
        REQUEST,
        TEXT,
        "Of tests of one key, what lets the request pass: the value that it fits, else the operator"
            + " of the first test. The given text where there are no tests.",
        (scope, tests, otherwise, request) -> ClaimTests.opening(tests, otherwise, request));
    words.word(
        "pinsRun",
        TEXT,
        TEXT,
        TRUTH,
        "Whether a subject writes out its last part where the OIDC issuer makes that anew for each"
            + " run.",
        (scope, value, issuer) -> ClaimTests.pinsRun(value, issuer));
    words.word(
        "isOfIssuer",
        CONDITION,
        TRUTH,
        "Whether the key of a test is written as a claim of an OIDC issuer: an address, a colon and"
            + " the claim.",
        (scope, c) -> ClaimTests.isOfIssuer(c));
    words.word(
        "issuerAddress",
        TEXT,
        TEXT,
        "An OIDC issuer in lower case, without `https://` and slashes at the end.",
        (scope, issuer) -> issuer.plain().map(ClaimTests::address));
    saml(words);
  }

  private static void saml(Words words) {
    words.word(
        "isSaml",
        PRINCIPAL,
        STATEMENT,
        TRUTH,
        "Whether it is a SAML provider; where a template leaves that open, whether the statement"
            + " allows `sts:AssumeRoleWithSAML` and not `sts:AssumeRoleWithWebIdentity`.",
        (scope, p, s) -> SamlProviders.isSaml(p, s));
    words.word(
        "withProvider",
        STATEMENT,
        PRINCIPAL,
        STATEMENT,
        "The statement with a SAML provider told: some provider where a template leaves it open, and"
            + " one of the role's account where nothing says which that is.",
        (scope, s, p) -> SamlProviders.named(s, p, scope.owner()));
    words.word(
        "withProvider",
        DOCUMENT,
        PRINCIPAL,
        DOCUMENT,
        "The same of all statements of a policy.",
        (scope, d, p) -> SamlProviders.named(d, p, scope.owner()));
    words.word(
        "assertionOf",
        PRINCIPAL,
        ACTOR,
        "Whoever has an assertion, whatever it says, of a SAML provider as `withProvider` tells it.",
        (scope, p) -> Actors.anyAssertion(SamlProviders.arn(p, scope.owner())));
    words.word(
        "signInEndpoint",
        PRINCIPAL,
        TEXT,
        "The address of the AWS sign-in page, as `SAML:aud` has it, in a SAML provider's partition.",
        (scope, p) -> SamlProviders.partition(p).flatMap(Partition::samlAudience));
    words.word(
        "isSignInEndpoint",
        TEXT,
        PRINCIPAL,
        TRUTH,
        "Whether an audience is the address of an AWS sign-in page, of any Region, in the partition"
            + " of a SAML provider; absent if either is open.",
        (scope, audience, p) ->
            audience
                .plain()
                .flatMap(v -> SamlProviders.partition(p).flatMap(of -> of.isSamlAudience(v))));
    words.word(
        "ofIdentityCenter",
        PRINCIPAL,
        TRUTH,
        "Whether it is the SAML provider that IAM Identity Center makes for its roles.",
        (scope, p) -> SamlProviders.isOfIdentityCenter(p));
  }
}
