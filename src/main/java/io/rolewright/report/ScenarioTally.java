package io.rolewright.report;

import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.ScenarioRun.Answer;
import io.rolewright.simulate.sts.Outcome;

/**
 * The numbers of a scenario.
 *
 * @param calls that the scenario has, made or not
 * @param questions that it asks, answered or not
 * @param unexpected answers that are not as the scenario says they should be
 */
record ScenarioTally(
    int calls,
    int accepted,
    int questions,
    int allowed,
    int denied,
    int undecided,
    int unexpected) {

  static ScenarioTally of(ScenarioRun run) {
    int allowed = (int) run.answers().stream().filter(Answer::isAllowed).count();
    int undecided = (int) run.answers().stream().filter(a -> !a.isCertain()).count();
    return new ScenarioTally(
        run.scenario().map(s -> s.calls().size()).orElse(0),
        (int) run.outcomes().stream().filter(Outcome::isAccepted).count(),
        run.scenario().map(s -> s.questions().size()).orElse(0),
        allowed,
        run.answers().size() - allowed - undecided,
        undecided,
        (int) run.answers().stream().filter(a -> !a.isAsExpected()).count());
  }
}
