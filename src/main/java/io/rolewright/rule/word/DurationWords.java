package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.NUMBER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.AMOUNT;
import static io.rolewright.rule.word.Kinds.ROLE;

import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import io.rolewright.rule.lang.Answer;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Defaults;
import io.rolewright.rule.session.Durations;
import java.util.List;
import java.util.Optional;

/** Words about how long sessions last. */
final class DurationWords {

  private DurationWords() {}

  static void add(Words words) {
    words.word(
        "usual",
        AMOUNT,
        NUMBER,
        "The number as written, or as a template has it by default; absent if neither is one.",
        (scope, amount) -> usual(amount));
    words.word(
        "settled",
        AMOUNT,
        ANSWER,
        "Yes if the number is written; doubtful where a template's defaults decide it; no where it"
            + " is open.",
        (scope, amount) -> settled(amount));
    words.word(
        "unreadable",
        AMOUNT,
        TRUTH,
        "Whether what is written is no number, and for a permission set no duration.",
        (scope, amount) -> Durations.isUnreadable(amount));
    words.word(
        "lasting",
        NUMBER,
        TEXT,
        "A number of seconds as people say it: `1 h 30 min`.",
        (scope, seconds) -> Durations.shown(seconds));
    limits(words);
  }

  private static void limits(Words words) {
    words.word(
        "longestSession",
        ROLE,
        NUMBER,
        "How many seconds a session of the role may last: as set, else an hour; twelve hours where"
            + " the input does not tell.",
        (scope, role) -> Durations.most(role));
    words.word(
        "longestSettled",
        ROLE,
        ANSWER,
        "Yes if the role's maximum session duration is written or left out; doubtful where a"
            + " template's defaults decide it.",
        (scope, role) -> longestSettled(role));
    words.word(
        "sessionLimit",
        NUMBER,
        "How many seconds ordinary sessions may last, as configured.",
        scope -> scope.estate().sessionLimits().other());
    words.word(
        "privilegedSessionLimit",
        NUMBER,
        "How many seconds sessions may last that can take over the account, as configured.",
        scope -> scope.estate().sessionLimits().privileged());
  }

  private static Optional<Long> usual(Amount amount) {
    return Durations.seconds(amount).stream().boxed().findFirst();
  }

  private static Answer settled(Amount amount) {
    if (Durations.isByDefault(amount)) {
      return Answer.written(List.of(Defaults.deciders(amount.written())));
    }
    return amount.value().isPresent() ? Answer.written(List.of()) : new Answer.No();
  }

  private static Answer longestSettled(Role role) {
    return role.maxSessionDuration()
        .map(DurationWords::settled)
        .filter(answer -> !(answer instanceof Answer.No))
        .orElseGet(() -> Answer.written(List.of()));
  }
}
