package io.rolewright.reason.property;

import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Optional;

/**
 * A request of a line of access, as far as the simulator confirms it.
 *
 * @param request that the simulator confirms; absent where none was found that it does
 * @param unknowns what would have to be known for it to be certain; none where it is
 * @param doubt why there is no request
 */
public record Example(Optional<Request> request, List<String> unknowns, Optional<String> doubt) {

  public Example {
    unknowns = List.copyOf(unknowns);
  }

  /** Whether the simulator confirms the request whatever is unknown. */
  public boolean isCertain() {
    return request.isPresent() && unknowns.isEmpty();
  }

  static Example none(String why) {
    return new Example(Optional.empty(), List.of(), Optional.of(why));
  }
}
