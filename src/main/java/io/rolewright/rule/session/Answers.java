package io.rolewright.rule.session;

import java.util.Collection;

/** Several answers taken together. */
public final class Answers {

  private Answers() {}

  /**
   * Yes if all are, with the grounds of all; no if some answer is; otherwise open. Of no answers at
   * all it is open.
   */
  public static Answer all(Collection<? extends Answer> answers) {
    for (Answer answer : answers) {
      if (answer.isNo()) {
        return answer;
      }
    }
    for (Answer answer : answers) {
      if (answer.isOpen()) {
        return answer;
      }
    }
    Grounds grounds = answers.stream().map(Answers::grounds).reduce(Grounds.NONE, Grounds::plus);
    return answers.isEmpty()
        ? Answer.cannotTell("the input has no such role")
        : new Answer.Yes(grounds);
  }

  private static Grounds grounds(Answer answer) {
    return answer.match(
        new Answer.Cases<>(Answer.Yes::grounds, Answer.No::grounds, open -> Grounds.NONE));
  }
}
