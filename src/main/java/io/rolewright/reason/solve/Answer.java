package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import java.util.List;
import java.util.function.Function;

/** Whether some request makes a formula true. */
public sealed interface Answer {

  /** This one does. */
  record Satisfied(Assignment request) implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.satisfied().apply(this);
    }
  }

  /** None does. */
  record Impossible(Proof proof) implements Answer {

    /** What was used about texts, points and sets; the rest is propositional. */
    public List<Lemma> lemmas() {
      return proof.lemmas();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.impossible().apply(this);
    }
  }

  /** Not known. */
  record Undecided(String reason) implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.undecided().apply(this);
    }
  }

  /** One answer for each kind. */
  record Cases<R>(
      Function<Satisfied, R> satisfied,
      Function<Impossible, R> impossible,
      Function<Undecided, R> undecided) {}

  /** Calls the function for this kind. */
  <R> R match(Cases<R> cases);
}
