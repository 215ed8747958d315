package io.rolewright.simulate.sts;

import java.util.List;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param faults why AWS does not take the call at all; then nothing was decided
 * @param decisions on the call's action and on those that it needs besides (R2.20), in this order;
 *     of a refused call the last one says why
 * @param session what comes out of an accepted call
 */
public record Outcome(
    StsCall call, List<Fault> faults, List<Authorized> decisions, Optional<Session> session) {

  public Outcome {
    faults = List.copyOf(faults);
    decisions = List.copyOf(decisions);
  }

  public boolean isAccepted() {
    return session.isPresent();
  }

  /** The decision that refuses the call, if one does. */
  public Optional<Authorized> refusal() {
    return decisions.stream().filter(d -> !d.decision().isAllowed()).findFirst();
  }
}
