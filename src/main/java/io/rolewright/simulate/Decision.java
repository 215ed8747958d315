package io.rolewright.simulate;

import io.rolewright.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What was decided, why and by which statements.
 *
 * @param reason the first reason in the order of R2.5
 * @param otherwise where an unknown piece of a policy decides: the reason if it is the other way
 *     round. The decision itself is then the one most favourable to the caller
 * @param deciding the statements that match: the allowing ones of an allowed request, the denying
 *     ones of a denied request; none where nothing matches
 * @param trace every step, if asked for
 */
public record Decision(
    ReasonCode reason,
    Optional<ReasonCode> otherwise,
    List<Statement> deciding,
    Optional<Trace> trace) {

  public Decision {
    deciding = List.copyOf(deciding);
  }

  /** A call that AWS does not take at all. */
  public static Decision invalid() {
    return new Decision(ReasonCode.CALL_INVALID, Optional.empty(), List.of(), Optional.empty());
  }

  public Verdict verdict() {
    if (reason.isAllow()) {
      return Verdict.ALLOWED;
    }
    return reason.isExplicitDeny() ? Verdict.EXPLICITLY_DENIED : Verdict.IMPLICITLY_DENIED;
  }

  public boolean isAllowed() {
    return reason.isAllow();
  }

  /**
   * Whether the request is allowed, or denied, whatever the policies' unknown pieces are. Which
   * Deny it is, or whether it is an explicit one, may still hang on them.
   */
  public boolean certain() {
    return otherwise.isEmpty();
  }
}
