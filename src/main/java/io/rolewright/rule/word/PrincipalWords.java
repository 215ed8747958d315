package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;

import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate.Relation;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Deputies;
import io.rolewright.rule.trust.Principals;
import java.util.Locale;

/** Words about principals and accounts. */
final class PrincipalWords {

  private PrincipalWords() {}

  static void add(Words words) {
    words.kind(PRINCIPAL);
    words.word(
        "kind",
        PRINCIPAL,
        TEXT,
        "`everyone`, `account`, `user`, `role`, `session`, `federated user`, `service`, `oidc`,"
            + " `saml`, `federated`, `canonical user`, `unique id`, `unresolved` or `malformed`.",
        (scope, p) -> Principals.kind(p));
    words.word("text", PRINCIPAL, TEXT, "The principal as written.", (scope, p) -> p.text());
    words.word(
        "isEveryone",
        PRINCIPAL,
        TRUTH,
        "Whether it names everyone.",
        (scope, p) -> Principals.isEveryone(p));
    words.word(
        "isBareStar",
        PRINCIPAL,
        TRUTH,
        "Whether it is the string `*` in place of the whole principal, not under `AWS`.",
        (scope, p) -> p instanceof PrincipalPattern.Everyone star && star.bare());
    words.word(
        "account",
        PRINCIPAL,
        TEXT,
        "The account of a principal that has one.",
        (scope, p) -> Principals.account(p));
    words.word(
        "service",
        PRINCIPAL,
        TEXT,
        "The service that it names.",
        (scope, p) -> Principals.service(p));
    words.word(
        "issuer",
        PRINCIPAL,
        TEXT,
        "The OIDC issuer that it names, without `https://`.",
        (scope, p) -> Principals.issuer(p));
    words.word(
        "sharedIssuer",
        PRINCIPAL,
        TRUTH,
        "Whether it is an OIDC issuer from which many customers get tokens.",
        (scope, p) -> Principals.issuer(p).flatMap(SharedIssuers.shipped()::lookup).isPresent());
    words.word(
        "sendsSourceKeys",
        PRINCIPAL,
        TRUTH,
        "Whether it is a service that tells for whose resource it acts, with `aws:SourceArn` or"
            + " `aws:SourceAccount`.",
        (scope, p) -> Principals.service(p).flatMap(Deputies::severity).isPresent());
    words.word(
        "relation",
        TEXT,
        TEXT,
        "What an account is to the role: `own`, `trusted`, `external`; `untold` where nothing says"
            + " which accounts are the own ones; `open` where a template leaves it open.",
        PrincipalWords::relation);
    words.word(
        "relation",
        PRINCIPAL,
        TEXT,
        "What the principal's account is to the role.",
        (scope, p) -> Principals.account(p).map(a -> relation(scope, a)));
  }

  private static String relation(Scope scope, Text account) {
    return scope
        .role()
        .map(role -> scope.estate().relation(account, role))
        .orElse(Relation.UNTOLD)
        .name()
        .toLowerCase(Locale.ROOT);
  }
}
