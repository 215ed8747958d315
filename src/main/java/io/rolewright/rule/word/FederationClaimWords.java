package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.REQUEST;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;

import io.rolewright.catalog.Partition;
import io.rolewright.model.Text;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import java.util.Optional;

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
        "signInEndpoint",
        PRINCIPAL,
        TEXT,
        "The address of the AWS sign-in page, as `SAML:aud` has it, in a SAML provider's partition.",
        (scope, p) -> partition(p).flatMap(Partition::samlAudience));
    words.word(
        "isSignInEndpoint",
        TEXT,
        PRINCIPAL,
        TRUTH,
        "Whether an audience is the address of an AWS sign-in page, of any Region, in the partition"
            + " of a SAML provider; absent if the text is open or the partition's is not known.",
        FederationClaimWords::isSignInEndpoint);
  }

  private static Object isSignInEndpoint(
      Scope scope, Text audience, io.rolewright.model.PrincipalPattern provider) {
    return audience
        .plain()
        .flatMap(value -> partition(provider).flatMap(p -> p.isSamlAudience(value)));
  }

  /** Of a provider whose partition is open, the usual one. */
  private static Optional<Partition> partition(io.rolewright.model.PrincipalPattern provider) {
    return io.rolewright.model.Arn.of(provider.text())
        .flatMap(arn -> arn.partition().plain())
        .or(() -> Optional.of("aws"))
        .flatMap(Partition::of);
  }
}
