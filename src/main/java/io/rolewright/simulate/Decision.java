package io.rolewright.simulate;

import io.rolewright.model.Statement;
import java.util.List;

/**
 * What was decided and by which statements.
 *
 * @param certain whether the verdict is the same whatever the policy's unknown pieces are
 * @param deciding the statements that match: the allowing ones of an allowed request, the denying
 *     ones of a denied request; none where nothing matches
 */
public record Decision(Verdict verdict, boolean certain, List<Statement> deciding) {

  public Decision {
    deciding = List.copyOf(deciding);
  }

  public boolean isAllowed() {
    return verdict == Verdict.ALLOWED;
  }
}
