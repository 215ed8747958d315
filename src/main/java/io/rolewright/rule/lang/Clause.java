package io.rolewright.rule.lang;

import io.rolewright.rule.Findings;
import io.rolewright.source.Origin;
import java.util.List;

/**
 * A clause of a rule, ready to run.
 *
 * @param kind the kind of thing that it looks at
 * @param slots how many variables it has; the first is the thing
 * @param steps between the first {@code for} and the report
 */
record Clause(String kind, int slots, List<Step> steps, Reporting report) {

  Clause {
    steps = List.copyOf(steps);
  }

  /** Looks at one thing. */
  void run(Object thing, Origin at, Scope scope, Findings findings) {
    Env env = new Env(scope, slots, at, findings.subject());
    env.set(0, thing);
    go(0, env, at, findings);
  }

  private boolean go(int step, Env env, Origin at, Findings findings) {
    if (step == steps.size()) {
      report.report(env, findings, at);
      return true;
    }
    return steps.get(step).run(env, next -> go(step + 1, next, at, findings));
  }
}
