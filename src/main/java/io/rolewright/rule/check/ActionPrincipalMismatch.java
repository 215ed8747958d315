package io.rolewright.rule.check;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.catalog.AssumeAction.CallerKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Trust;
import io.rolewright.rule.trust.TrustActions;
import java.util.List;
import java.util.Set;

/**
 * TP009: an Allow of which none of its principals can use any action, so that it grants nothing.
 */
public final class ActionPrincipalMismatch implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, allow, findings)));
  }

  private static void check(Trust trust, Statement allow, Findings findings) {
    Set<CallerKind> kinds = TrustActions.callers(allow);
    List<AssumeAction> covered = TrustActions.covered(allow.action());
    boolean listed = allow.principal() instanceof PrincipalElement.Listed;
    if (!listed || kinds.isEmpty() || covered.isEmpty()) {
      return;
    }
    boolean useful =
        kinds.stream().anyMatch(k -> covered.stream().anyMatch(a -> isOfUse(trust, allow, a, k)));
    if (!useful) {
      findings.shape(Severity.ERROR, allow.action().origin(), message(covered, kinds));
    }
  }

  /** Whether a caller of this kind can call the action, and has a session to go with it. */
  private static boolean isOfUse(
      Trust trust, Statement allow, AssumeAction action, CallerKind kind) {
    return action.callers().contains(kind)
        && (action.startsSession() || isAssumedElsewhere(trust, allow, kind));
  }

  /** Whether another statement gives the session that tags or a source identity go with. */
  private static boolean isAssumedElsewhere(Trust trust, Statement allow, CallerKind kind) {
    return trust.allows().stream()
        .filter(other -> other != allow && TrustActions.callers(other).contains(kind))
        .flatMap(other -> TrustActions.covered(other.action()).stream())
        .anyMatch(a -> a.startsSession() && a.callers().contains(kind));
  }

  private static String message(List<AssumeAction> covered, Set<CallerKind> kinds) {
    String calls = TrustActions.shown(TrustActions.assuming(kinds));
    List<AssumeAction> starting = covered.stream().filter(AssumeAction::startsSession).toList();
    return starting.isEmpty()
        ? "the statement grants nothing: "
            + TrustActions.shown(covered)
            + " goes with "
            + calls
            + ", which no statement allows to principals of this kind"
        : "the statement grants nothing: its principals call "
            + calls
            + ", never "
            + TrustActions.shown(starting);
  }
}
