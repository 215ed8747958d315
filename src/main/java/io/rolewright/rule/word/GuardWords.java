package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.NUMBER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.GuardKey;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.actor.Actors;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Tautology;
import io.rolewright.rule.trust.Typical;
import io.rolewright.simulate.Operands;
import io.rolewright.simulate.Truth;
import java.util.Locale;
import java.util.Optional;

/** Words about what conditions keep out, and whom they should keep out. */
final class GuardWords {

  private GuardWords() {}

  static void add(Words words) {
    actors(words);
    keys(words);
    tests(words);
    words.word(
        "typical",
        TEXT,
        TEXT,
        "The text with template parameters being what they are unless someone changes them.",
        (scope, text) -> Typical.of(text));
    words.word(
        "wideRange",
        TEXT,
        TRUTH,
        "Whether a block of addresses is a /8 or wider, of IPv6 a /32 or wider.",
        (scope, text) -> text.plain().flatMap(AddressBlocks::isWide));
    words.word(
        "privateRange",
        TEXT,
        TRUTH,
        "Whether a block of addresses is one from which nothing comes over the internet.",
        (scope, text) -> text.plain().flatMap(AddressBlocks::isPrivate));
    words.word(
        "literalStart",
        TEXT,
        NUMBER,
        "How many characters stand before the first wildcard or variable.",
        GuardWords::literalStart);
  }

  private static void actors(Words words) {
    words.word(
        "adversary",
        STATEMENT,
        ACTOR,
        "Whom the statement's conditions must keep out: the adversary of each of its principals;"
            + " of everyone a stranger, and outsiders of the accounts that conditions name.",
        (scope, s) -> new CallerGroups(scope).adversaries(s));
    words.word(
        "adversary",
        DOCUMENT,
        ACTOR,
        "The adversaries of all statements that allow.",
        (scope, d) -> new CallerGroups(scope).adversaries(d));
    words.word(
        "anyone",
        PRINCIPAL,
        ACTOR,
        "Anybody at all that the principal can be, be he meant or not. Of a service its work for"
            + " strangers.",
        (scope, p) -> new CallerGroups(scope).anyone(p));
    words.word(
        "anyone",
        STATEMENT,
        ACTOR,
        "Anybody at all that the statement's principals can be.",
        (scope, s) -> new CallerGroups(scope).anyone(s));
    words.word(
        "elsewhere",
        ACTOR,
        ACTOR,
        "The actor when he calls from a network that the policy does not name.",
        (scope, actor) -> Actors.elsewhere(actor));
    words.word(
        "anyCall",
        STATEMENT,
        ACTOR,
        "Every call that a trust policy has to decide, of all callers that are of such kinds as"
            + " the statement names.",
        (scope, s) -> CallerGroups.calls(s));
  }

  private static void keys(Words words) {
    words.word(
        "singleValued",
        CONDITION,
        TRUTH,
        "Whether requests have at most one value of the key; unknown of keys that AWS does not"
            + " list.",
        (scope, c) -> singleValued(c.keyName()));
    words.word(
        "chosenBy",
        CONDITION,
        TEXT,
        "Who decides the key's value: `aws`, the `network`, the `caller`, the `owner` of his"
            + " account, or `none`; absent for claims of identity providers and unlisted keys.",
        (scope, c) -> chosenBy(c.keyName()));
    words.word(
        "chosenBy",
        TEXT,
        TEXT,
        "The same of a key that is given by its name.",
        (scope, key) -> chosenBy(key.shown()));
    words.word(
        "sensitive",
        CONDITION,
        TRUTH,
        "Whether AWS says that no wildcard in a value of the key has a use.",
        (scope, c) -> GuardKey.of(c.keyName()).map(GuardKey::sensitive).orElse(false));
  }

  private static void tests(Words words) {
    words.word(
        "hangsOnOwner",
        STATEMENT,
        TRUTH,
        "Whether whom it speaks of depends on the number of the own account, which is not known.",
        (scope, s) -> OwnNumber.decides(scope, s));
    words.word(
        "plainlyMet",
        STATEMENT,
        TRUTH,
        "Whether it is plain at a glance that some request meets all conditions.",
        (scope, s) -> Glance.isMet(s));
    words.word(
        "neverSent",
        CONDITION,
        STATEMENT,
        TRUTH,
        "Whether no caller of such kinds as the statement names has the key in any call.",
        (scope, c, s) -> Glance.isNeverSent(s, c.keyName()));
    words.word(
        "valueElement",
        CONDITION,
        TEXT,
        "The place of all values together.",
        (scope, c) -> Text.literal(c.valuesAt(), ""));
    words.word(
        "holdsForEveryValue",
        CONDITION,
        TRUTH,
        "Whether it is a positive test that holds whatever value its key has.",
        (scope, c) -> Tautology.holdsForEveryValue(c));
    words.word(
        "holdsWithoutKey",
        CONDITION,
        TRUTH,
        "Whether the test holds of a request that does not have the key.",
        (scope, c) -> Tautology.holdsWithoutKey(c));
    words.word(
        "holdsOf",
        CONDITION,
        TEXT,
        TRUTH,
        "Whether the test holds of a request in which the key has this value alone.",
        (scope, c, value) -> value.plain().map(v -> Tautology.holdsOf(c, v)));
  }

  private static Optional<Object> chosenBy(String key) {
    return GuardKey.of(key).map(k -> k.chosen().name().toLowerCase(Locale.ROOT));
  }

  private static Truth singleValued(String key) {
    Optional<ConditionKey> listed = Catalog.shipped().conditionKey(key).key();
    if (Operands.isMultivalued(key) || listed.filter(ConditionKey::multivalued).isPresent()) {
      return Truth.NO;
    }
    boolean claim = key.endsWith(":sub") || key.endsWith(":aud");
    return listed.isPresent() || claim ? Truth.YES : Truth.UNKNOWN;
  }

  private static long literalStart(Scope scope, Text text) {
    return !text.parts().isEmpty() && text.parts().get(0) instanceof TextPart.Literal literal
        ? literal.value().length()
        : 0;
  }
}
