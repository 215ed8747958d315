package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.REQUEST;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;

import io.rolewright.reason.property.Witness;
import io.rolewright.rule.lang.Answer;
import io.rolewright.rule.lang.Words;
import io.rolewright.simulate.Truth;
import java.util.List;
import java.util.Optional;

/** Words about what other words found out. */
final class AnswerWords {

  private AnswerWords() {}

  static void add(Words words) {
    words.word(
        "holds",
        ANSWER,
        TRUTH,
        "Whether the answer is yes; not known where it cannot be told. `when` says the same and"
            + " keeps the evidence.",
        (scope, answer) -> truth(answer));
    words.word(
        "witness",
        ANSWER,
        REQUEST,
        "The request that shows it to be so; absent where it is proved or not so.",
        (scope, answer) -> witnesses(answer).stream().findFirst().map(Witness::request));
    words.word(
        "witnesses",
        ANSWER,
        REQUEST.list(),
        "All requests that together show it to be so, the chief one first.",
        (scope, answer) -> witnesses(answer).stream().map(Witness::request).toList());
    words.word(
        "why",
        ANSWER,
        TEXT,
        "Why it cannot be told; absent where it can.",
        (scope, answer) ->
            answer.<Optional<String>>match(
                new Answer.Cases<>(
                    yes -> Optional.empty(),
                    no -> Optional.empty(),
                    open -> Optional.of(open.why()))));
  }

  private static Truth truth(Answer answer) {
    return answer.match(
        new Answer.Cases<>(
            yes -> yes.isSure() ? Truth.YES : Truth.UNKNOWN,
            no -> Truth.NO,
            open -> Truth.UNKNOWN));
  }

  private static List<Witness> witnesses(Answer answer) {
    return answer.match(
        new Answer.Cases<>(Answer.Yes::witnesses, no -> List.of(), open -> List.of()));
  }
}
