package io.rolewright.reason.estate;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.List;

/**
 * Callers that a trust policy lets in.
 *
 * @param kinds of callers, ascending
 * @param who who they are, in words
 * @param conditions what their requests must have, in words; all of it
 * @param own who of them needs a permission of his own besides (R2.15)
 * @param witness a request of one of them that the simulator allows
 * @param unknowns what is open if it is allowed only for some values of it
 */
public record Entrant(
    List<Caller.Kind> kinds,
    String who,
    List<String> conditions,
    OwnPermission own,
    Request witness,
    List<String> unknowns) {

  public Entrant {
    kinds = List.copyOf(kinds);
    conditions = List.copyOf(conditions);
    unknowns = List.copyOf(unknowns);
  }

  /** Whether they get in whatever is unknown. */
  public boolean isCertain() {
    return unknowns.isEmpty();
  }
}
