package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.INPUT;

import io.rolewright.catalog.KnownAccount;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Type;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.SharedExternalId;
import io.rolewright.rule.trust.WeakExternalId;
import java.util.List;

/** Words about external IDs and the vendors that send them. */
final class ExternalIdWords {

  static final Type<SharedExternalId> SHARED =
      new Type<SharedExternalId>(
              "sharing",
              "A place that asks one vendor for the same external ID as another asks another.",
              shared -> shared.value().shown())
          .at(shared -> shared.value().origin());

  /** Of the forms that vendors use: a UUID, letters with digits, digits alone. */
  private static final List<String> OTHERS =
      List.of("5b0e4c1d-93a7-4f26-8d5e-c7201fa6b938", "Qz7vKx2LwPj9", "7305918264073");

  private ExternalIdWords() {}

  static void add(Words words) {
    words.kind(SHARED);
    words.word(
        "otherExternalIds",
        TEXT.list(),
        "External IDs that nobody means, in the forms that vendors use.",
        scope -> OTHERS.stream().map(Scope::text).toList());
    words.word(
        "weakness",
        CONDITION,
        TEXT,
        TEXT,
        "Why an external ID that a test asks for is easily guessed or cannot be sent; absent if"
            + " neither.",
        (scope, c, value) -> WeakExternalId.reason(c, value, scope.role()));
    words.word(
        "sharedExternalIds",
        INPUT,
        SHARED.list(),
        "Where an external ID is asked for that another statement asks of another vendor.",
        (scope, input) -> SharedExternalId.in(scope.estate()));
    words.word(
        "others",
        SHARED,
        TEXT.list(),
        "The other vendors, by name or account.",
        (scope, shared) -> shared.others().stream().map(Scope::text).toList());
    words.word(
        "vendor",
        TEXT,
        TEXT,
        "The vendor that is known to own an account.",
        (scope, account) -> account.plain().flatMap(KnownAccount::of).map(KnownAccount::vendor));
  }
}
