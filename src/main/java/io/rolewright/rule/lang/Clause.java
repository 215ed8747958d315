package io.rolewright.rule.lang;

import io.rolewright.rule.Findings;
import io.rolewright.source.Origin;

/**
 * A clause of a rule, ready to run.
 *
 * @param kind the kind of thing that it looks at
 * @param slots how many variables it has; the first is the thing
 * @param steps what it does, the last of which is to report
 */
record Clause(String kind, int slots, ClauseSteps steps) {

  /** Looks at one thing. */
  void run(Object thing, Origin at, Scope scope, Findings findings) {
    Env env = new Env(scope, slots, at, findings);
    env.set(0, thing);
    go(0, env);
  }

  private boolean go(int step, Env env) {
    return steps.get(step).run(env, next -> go(step + 1, next));
  }
}
