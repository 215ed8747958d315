package io.rolewright.analyze.scenario;

import io.rolewright.analyze.effective.SessionPermissions;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.simulate.sts.Outcome;
import io.rolewright.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A simulated scenario.
 *
 * @param scenario absent where the file could not be read far enough to simulate anything
 * @param outcomes one for each call up to and including the first refused one
 * @param answers to the questions in order; none where a call was refused
 * @param swings the uncertain items that change what a session carries, and with it the end of a
 *     later call or the answer to a question; items that change one decision by themselves are with
 *     that decision
 * @param permissions what the last session can do; absent where a call was refused or none made
 * @param problems in the input, sorted by place
 */
public record ScenarioRun(
    Optional<Scenario> scenario,
    Assumptions assumptions,
    List<Outcome> outcomes,
    List<Answer> answers,
    List<Swing> swings,
    Optional<SessionPermissions> permissions,
    List<Problem> problems) {

  /** A question with its answer. */
  public record Answer(Scenario.Question question, Authorized authorized) {

    /** Whether the request is allowed, whatever the policies' unknown pieces are. */
    public boolean isAllowed() {
      return authorized.decision().isAllowed() && isCertain();
    }

    /** Whether the answer does not hang on unknown pieces of policies. */
    public boolean isCertain() {
      return authorized.decision().certain();
    }

    /** Whether the answer is certain and the expected one; true where nothing was expected. */
    public boolean isAsExpected() {
      return question.expected().map(e -> isCertain() && e == isAllowed()).orElse(true);
    }
  }

  public ScenarioRun {
    outcomes = List.copyOf(outcomes);
    answers = List.copyOf(answers);
    swings = List.copyOf(swings);
    problems = List.copyOf(problems);
  }

  /** Whether every call was accepted. */
  public boolean isAccepted() {
    return outcomes.stream().allMatch(Outcome::isAccepted);
  }

  /** Whether a call's outcome does not hang on unknown pieces of policies. */
  public static boolean isCertain(Outcome outcome) {
    return outcome.decisions().stream().allMatch(d -> d.decision().certain());
  }

  /**
   * Whether every call was certainly accepted, and every question allowed or answered as expected.
   */
  public boolean isAsWished() {
    return isAccepted()
        && outcomes.stream().allMatch(ScenarioRun::isCertain)
        && answers.stream()
            .allMatch(a -> a.question().expected().isPresent() ? a.isAsExpected() : a.isAllowed());
  }

  /** Whether some problem kept the job from being done. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
