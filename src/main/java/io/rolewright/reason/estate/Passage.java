package io.rolewright.reason.estate;

import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Optional;

/**
 * That a principal can do something: a request for it that the simulator allows.
 *
 * @param request with the condition keys that it takes
 * @param chosen the part of the keys that the caller has to bring about; the rest is his own or
 *     AWS's
 * @param unknowns what is open if the request is allowed only for some values of it; none if it is
 *     certain
 * @param doubt what else keeps this from being certain
 */
public record Passage(
    Request request, Context chosen, List<String> unknowns, Optional<String> doubt) {

  public Passage {
    unknowns = List.copyOf(unknowns);
  }

  /** Whether the request is allowed whatever is unknown. */
  public boolean isCertain() {
    return unknowns.isEmpty() && doubt.isEmpty();
  }
}
