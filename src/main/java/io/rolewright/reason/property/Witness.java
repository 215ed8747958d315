package io.rolewright.reason.property;

import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import java.util.List;

/**
 * A request that answers a question, with what the simulator said to it.
 *
 * @param allowing the decisions of those that had to allow it
 * @param refusing the decisions of those that had to refuse it
 * @param isCertain whether it answers the question whatever is unknown; otherwise it does for some
 *     values
 * @param unknowns what would have to be known where it is not certain
 */
public record Witness(
    Request request,
    List<Decision> allowing,
    List<Decision> refusing,
    boolean isCertain,
    List<String> unknowns) {

  public Witness {
    allowing = List.copyOf(allowing);
    refusing = List.copyOf(refusing);
    unknowns = List.copyOf(unknowns);
  }
}
