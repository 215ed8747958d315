package io.rolewright.rule;

import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import java.util.Optional;

/** Why a finding is true. */
public sealed interface Evidence {

  /** The request that shows the finding, if it has one. */
  Optional<Request> witness();

  /** The text itself is the fault; no request is needed to see it. */
  record Shape() implements Evidence {
    @Override
    public Optional<Request> witness() {
      return Optional.empty();
    }
  }

  /**
   * A request that should be refused and is not.
   *
   * @param decision what the simulator said of the request: always allowed
   */
  record Witnessed(Request request, Decision decision) implements Evidence {
    @Override
    public Optional<Request> witness() {
      return Optional.of(request);
    }
  }

  /** There is no request of the kind that should be possible; that was proved. */
  record Proved() implements Evidence {
    @Override
    public Optional<Request> witness() {
      return Optional.empty();
    }
  }
}
