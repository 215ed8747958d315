package io.rolewright.reason.property;

import io.rolewright.reason.solve.Proof;
import java.util.List;
import java.util.function.Function;

/** The answer to a question whether there is a request of a kind. */
public sealed interface Outcome {

  /** There is this one. */
  record Possible(Witness witness) implements Outcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.possible().apply(this);
    }
  }

  /**
   * There is none.
   *
   * @param proofs one for each kind of caller and class of actions that had to be looked at
   */
  record Impossible(List<Proof> proofs) implements Outcome {

    public Impossible {
      proofs = List.copyOf(proofs);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.impossible().apply(this);
    }
  }

  /** It is not known. */
  record Undecided(String reason) implements Outcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.undecided().apply(this);
    }
  }

  /** One answer for each kind. */
  record Cases<R>(
      Function<Possible, R> possible,
      Function<Impossible, R> impossible,
      Function<Undecided, R> undecided) {}

  /** Calls the function for this kind. */
  <R> R match(Cases<R> cases);
}
