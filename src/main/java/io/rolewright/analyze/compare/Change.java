package io.rolewright.analyze.compare;

import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Optional;

/**
 * Something that one version allows and the other does not.
 *
 * @param words what it is, as part of a sentence; empty if the example has to say it
 * @param example a request that one version allows and the other does not, as the simulator agrees;
 *     none where no request is needed to see it
 * @param certain whether it is so whatever the input leaves open; otherwise it is for some values
 * @param unknowns the open values that it hangs on, such as a template's parameter
 * @param unseen the policies that it hangs on and that are not in the input
 */
public record Change(
    Direction direction,
    Aspect aspect,
    String words,
    Optional<Request> example,
    boolean certain,
    List<String> unknowns,
    List<String> unseen) {

  public Change {
    unknowns = List.copyOf(unknowns);
    unseen = List.copyOf(unseen);
  }
}
