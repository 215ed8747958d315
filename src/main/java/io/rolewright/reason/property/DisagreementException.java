package io.rolewright.reason.property;

import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import java.util.List;

/**
 * The two judges disagree about a request: the formula says that it answers the question, the
 * simulator says that it does not. One of them has a bug; the request is no witness.
 */
public final class DisagreementException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What the simulator said of those that had to allow the request, and to refuse it. */
  public DisagreementException(Request request, List<Decision> allowing, List<Decision> refusing) {
    super(
        "the reasoner and the simulator disagree about %s: the first takes it for an answer, the second says %s and %s"
            .formatted(request, reasons(allowing), reasons(refusing)));
  }

  private static List<Object> reasons(List<Decision> decisions) {
    return decisions.stream().map(decision -> (Object) decision.reason()).toList();
  }
}
