package io.rolewright.reason;

import io.rolewright.model.TextPart;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import java.util.List;

/**
 * A request that a trust policy allows, replayed.
 *
 * @param decision always allowed; uncertain where unknown pieces of the policy decide
 * @param deciders what would have to be known, where the decision is uncertain
 */
public record Witness(Request request, Decision decision, List<TextPart.Unknown> deciders) {

  public Witness {
    deciders = List.copyOf(deciders);
  }

  /** Whether the request is allowed whatever the policy's unknown pieces are. */
  public boolean isCertain() {
    return decision.certain();
  }
}
