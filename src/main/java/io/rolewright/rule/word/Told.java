package io.rolewright.rule.word;

import io.rolewright.rule.lang.Answer;
import java.util.List;

/** Answers to questions about sessions as rules take them. */
final class Told {

  private Told() {}

  /** A request that shows it for some values of what is unknown makes it so, but doubtful. */
  static Answer of(io.rolewright.rule.session.Answer answer) {
    return answer.match(
        new io.rolewright.rule.session.Answer.Cases<>(
            yes -> Answer.yes(yes.grounds().witnesses()),
            no -> new Answer.No(),
            open ->
                open.possible()
                    .filter(witness -> !witness.isCertain())
                    .map(witness -> Answer.yes(List.of(witness)))
                    .orElseGet(() -> new Answer.Open(open.why()))));
  }
}
