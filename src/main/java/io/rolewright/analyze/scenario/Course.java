package io.rolewright.analyze.scenario;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Outcome;
import io.rolewright.simulate.sts.Session;
import io.rolewright.simulate.sts.Sts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a scenario goes: what became of its calls, and what its questions were answered. */
record Course(List<Outcome> outcomes, List<ScenarioRun.Answer> answers) {

  /** The session that the last call gave; absent where a call was refused or there is none. */
  Optional<Session> last() {
    return outcomes.isEmpty() ? Optional.empty() : outcomes.get(outcomes.size() - 1).session();
  }

  /** Each call is made with the credentials that the one before gave, until one is refused. */
  static Course of(Scenario scenario, Assumptions assumptions) {
    Sts sts = new Sts(scenario.surroundings(), assumptions);
    Credentials credentials = scenario.caller();
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario.Call call : scenario.calls()) {
      Outcome outcome = sts.call(call.call(), credentials, call.role());
      outcomes.add(outcome);
      if (!outcome.isAccepted()) {
        return new Course(outcomes, List.of());
      }
      credentials = outcome.session().orElseThrow().credentials();
    }
    List<ScenarioRun.Answer> answers = new ArrayList<>();
    for (Scenario.Question question : scenario.questions()) {
      answers.add(new ScenarioRun.Answer(question, sts.authorize(credentials, question.request())));
    }
    return new Course(outcomes, answers);
  }
}
