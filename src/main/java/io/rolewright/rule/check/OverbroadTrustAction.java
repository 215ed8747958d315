package io.rolewright.rule.check;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.catalog.AssumeAction.CallerKind;
import io.rolewright.model.ActionElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Trust;
import io.rolewright.rule.trust.TrustActions;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Set;

/**
 * TP011: actions in a trust policy that allow more than was meant, that it cannot have, and
 * resources, which it cannot have either (R1.9, R1.25).
 */
public final class OverbroadTrustAction implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(
            trust -> {
              for (Statement statement : trust.statements()) {
                resource(statement.resource(), findings);
                statement.action().patterns().forEach(p -> foreign(statement, p, findings));
              }
              trust.allows().forEach(allow -> broad(trust, allow, findings));
            });
  }

  private static void resource(ResourceElement resource, Findings findings) {
    if (!(resource instanceof ResourceElement.Absent)) {
      String element = resource instanceof ResourceElement.Listed ? "Resource" : "NotResource";
      findings.shape(
          Severity.ERROR,
          resource.origin(),
          "a trust policy cannot have `" + element + "`: its resource is the role itself");
    }
  }

  /** An action that is none of those a trust policy can grant. */
  private static void foreign(Statement statement, Text pattern, Findings findings) {
    boolean possible =
        AssumeAction.all().stream().anyMatch(a -> !TrustActions.matches(pattern, a).isNo());
    if (possible || statement.action() instanceof ActionElement.Except) {
      return;
    }
    String shown = pattern.shown();
    String action = shown.indexOf(':') < 0 ? "sts:" + shown : shown;
    String meant =
        Closest.to(action, ids(), Math.min(3, action.length() / 3))
            .map(similar -> "; did you mean `" + similar + "`?")
            .orElse("");
    findings.shape(
        Severity.ERROR,
        pattern.origin(),
        "`" + shown + "` is no action that a trust policy can grant" + meant);
  }

  private static List<String> ids() {
    return AssumeAction.all().stream().map(AssumeAction::id).toList();
  }

  private static void broad(Trust trust, Statement allow, Findings findings) {
    if (allow.action() instanceof ActionElement.Except except) {
      List<AssumeAction> live = usable(trust, allow, except);
      findings.shape(
          Severity.MEDIUM,
          except.origin(),
          "`NotAction` allows every action but those listed"
              + (live.isEmpty() ? "" : ": " + TrustActions.shown(live)));
      return;
    }
    for (Text pattern : allow.action().patterns()) {
      if (pattern.hasWildcard()) {
        wildcard(trust, allow, pattern, findings);
      }
    }
  }

  private static void wildcard(Trust trust, Statement allow, Text pattern, Findings findings) {
    ActionElement alone = new ActionElement.Listed(pattern.origin(), List.of(pattern));
    List<AssumeAction> extra =
        usable(trust, allow, alone).stream()
            .filter(a -> !a.startsSession() && !isWrittenOut(a, allow))
            .toList();
    if (isWhole(pattern) || !extra.isEmpty()) {
      String what =
          extra.isEmpty()
              ? "every action that a trust policy can grant"
              : "more than assuming the role: " + TrustActions.shown(extra);
      findings.shape(Severity.MEDIUM, pattern.origin(), "`" + pattern.shown() + "` allows " + what);
    }
  }

  /** {@code *} or {@code sts:*}, however it is spelled. */
  private static boolean isWhole(Text pattern) {
    return AssumeAction.all().stream().allMatch(a -> TrustActions.matches(pattern, a).isYes());
  }

  /** What an element allows that somebody whom the statement names can call. */
  private static List<AssumeAction> usable(Trust trust, Statement allow, ActionElement element) {
    Set<CallerKind> kinds = TrustActions.callers(allow);
    return AssumeAction.all().stream()
        .filter(a -> TrustActions.isFor(a, kinds))
        .filter(a -> TrustActions.matches(element, a).isYes() && !isDenied(trust, a))
        .toList();
  }

  private static boolean isDenied(Trust trust, AssumeAction action) {
    return trust.denies().stream()
        .filter(deny -> deny.conditions().isEmpty() && Trust.everyone(deny).isPresent())
        .anyMatch(deny -> TrustActions.matches(deny.action(), action).isYes());
  }

  private static boolean isWrittenOut(AssumeAction action, Statement allow) {
    return allow.action().patterns().stream()
        .filter(pattern -> !pattern.hasWildcard())
        .anyMatch(pattern -> TrustActions.matches(pattern, action).isYes());
  }
}
