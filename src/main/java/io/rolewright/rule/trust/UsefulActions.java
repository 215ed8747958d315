package io.rolewright.rule.trust;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.catalog.AssumeAction.CallerKind;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import java.util.List;
import java.util.Set;

/**
 * The actions of a statement that are of use to somebody whom it names: he can call them, and has a
 * session to go with those that only add to one.
 */
public final class UsefulActions {

  private UsefulActions() {}

  public static List<AssumeAction> of(PolicyDocument trust, Statement allow) {
    Set<CallerKind> kinds = TrustActions.callers(allow);
    return TrustActions.covered(allow.action()).stream()
        .filter(action -> kinds.stream().anyMatch(kind -> isOfUse(trust, allow, action, kind)))
        .toList();
  }

  private static boolean isOfUse(
      PolicyDocument trust, Statement allow, AssumeAction action, CallerKind kind) {
    return action.callers().contains(kind)
        && (action.startsSession() || isAssumedElsewhere(trust, allow, kind));
  }

  private static boolean isAssumedElsewhere(
      PolicyDocument trust, Statement allow, CallerKind kind) {
    return trust.statements().stream()
        .filter(other -> other != allow && other.isAllow())
        .filter(other -> TrustActions.callers(other).contains(kind))
        .flatMap(other -> TrustActions.covered(other.action()).stream())
        .anyMatch(a -> a.startsSession() && a.callers().contains(kind));
  }
}
