package io.rolewright.rule.lang;

import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Truth;
import java.util.List;

/** A step of a clause: goes on to the next as often as it holds. */
interface Step {

  /** Whether something was reported further on. */
  boolean run(Env env, Rest rest);

  /** What follows. */
  @FunctionalInterface
  interface Rest {
    boolean go(Env env);
  }

  /** Tells what was found. */
  record Report(Reporting report) implements Step {
    @Override
    public boolean run(Env env, Rest rest) {
      report.report(env);
      return true;
    }
  }

  /** For each element of a list, or for some: until something was reported. */
  record Each(int slot, Node list, boolean some) implements Step {
    @Override
    public boolean run(Env env, Rest rest) {
      boolean reported = false;
      List<?> elements = Nodes.elements(list, env);
      for (Object element : elements) {
        Env.Knowledge before = env.knowledge();
        env.set(slot, element);
        reported |= rest.go(env);
        env.backTo(before);
        if (reported && some) {
          return true;
        }
      }
      return reported;
    }
  }

  /** Names a value. */
  record Let(int slot, Node value) implements Step {
    @Override
    public boolean run(Env env, Rest rest) {
      env.set(slot, value.value(env));
      return rest.go(env);
    }
  }

  /** Goes on where something surely holds. */
  record Where(Node condition) implements Step {
    @Override
    public boolean run(Env env, Rest rest) {
      return condition.truth(env) == Truth.YES && rest.go(env);
    }
  }

  /** Goes on with a request that was found, or where it was proved that there is none. */
  record When(Asking asking) implements Step {
    @Override
    public boolean run(Env env, Rest rest) {
      Env.Knowledge before = env.knowledge();
      boolean reported =
          asking
              .outcome(env)
              .match(
                  new Outcome.Cases<>(
                      some -> asking.isPossible() && found(some.witness(), env, rest),
                      none -> !asking.isPossible() && proved(env, rest),
                      open -> open(env)));
      env.backTo(before);
      return reported;
    }

    private boolean found(Witness witness, Env env, Rest rest) {
      env.set(asking.slot(), witness.request());
      env.found(witness);
      return rest.go(env);
    }

    private static boolean proved(Env env, Rest rest) {
      env.proved();
      return rest.go(env);
    }

    private static boolean open(Env env) {
      env.undecided();
      return false;
    }
  }

  /** Goes on where an answer is yes, with its evidence. */
  record WhenSo(Node asked) implements Step {
    @Override
    public boolean run(Env env, Rest rest) {
      return asked.value(env) instanceof Answer answer
          && answer.match(
              new Answer.Cases<>(yes -> so(yes, env, rest), no -> false, open -> open(env)));
    }

    private static boolean so(Answer.Yes yes, Env env, Rest rest) {
      Env.Knowledge before = env.knowledge();
      yes.witness().ifPresent(env::found);
      if (yes.proved() && yes.witnesses().isEmpty()) {
        env.proved();
      }
      yes.doubts().forEach(env::doubt);
      boolean reported = rest.go(env);
      env.backTo(before);
      return reported;
    }

    private static boolean open(Env env) {
      env.undecided();
      return false;
    }
  }
}
