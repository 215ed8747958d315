package io.rolewright.rule.check;

import io.rolewright.catalog.Quota;
import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.session.Durations;
import io.rolewright.rule.session.GrantLinks;
import io.rolewright.rule.session.Granted;
import java.util.List;

/** SS002: a duration that AWS refuses, or that a role does not grant. */
public final class SessionDurationInvalid implements Checker {

  private static final long MOST = Quota.ROLE_MAX_SESSION_DURATION.most();

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    role.maxSessionDuration()
        .ifPresent(
            amount -> {
              if (Durations.isUnreadable(amount)) {
                unreadable(amount, "whole number of seconds", findings);
              } else {
                range(amount, Quota.ROLE_MAX_SESSION_DURATION_LEAST.most(), findings);
              }
            });
  }

  @Override
  public void check(SessionGrant grant, Estate estate, Findings findings) {
    grant.duration().ifPresent(amount -> check(grant, amount, estate, findings));
  }

  private static void check(SessionGrant grant, Amount amount, Estate estate, Findings findings) {
    if (Durations.isUnreadable(amount)) {
      boolean iso = grant.kind() == SessionGrant.Kind.PERMISSION_SET;
      unreadable(
          amount, iso ? "ISO 8601 duration such as `PT8H`" : "whole number of seconds", findings);
    } else if (!range(amount, Quota.SESSION_DURATION_LEAST.most(), findings)) {
      roles(grant, estate).forEach(role -> compare(grant, amount, role, findings));
    }
  }

  private static void unreadable(Amount amount, String must, Findings findings) {
    findings.shape(
        Severity.ERROR, amount.origin(), "`" + amount.written().shown() + "` is no " + must);
  }

  /** Reports a duration outside the range AWS takes; tells whether it did. */
  private static boolean range(Amount amount, long least, Findings findings) {
    if (Durations.seconds(amount).isEmpty()) {
      return false;
    }
    long seconds = Durations.seconds(amount).getAsLong();
    if (seconds >= least && seconds <= MOST) {
      return false;
    }
    findings.shape(
        Severity.ERROR,
        amount.origin(),
        "a session duration of "
            + Durations.shown(seconds)
            + " is outside the range AWS takes, "
            + Durations.shown(least)
            + " to "
            + Durations.shown(MOST)
            + Durations.depends(amount));
    return true;
  }

  private static void compare(SessionGrant grant, Amount amount, Role role, Findings findings) {
    long asked = Durations.seconds(amount).orElse(0);
    long most = Durations.most(role);
    if (asked <= most) {
      return;
    }
    findings.shape(
        Severity.ERROR,
        amount.origin(),
        grant.kind().shown()
            + " `"
            + grant.name().shown()
            + "` asks for sessions of "
            + Durations.shown(asked)
            + ", but role `"
            + role.name().shown()
            + "` allows "
            + Durations.shown(most)
            + Durations.depends(amount)
            + role.maxSessionDuration().map(Durations::depends).orElse(""),
        new Finding.Related(
            role.maxSessionDuration().map(Amount::origin).orElse(role.origin()),
            "the role's maximum session duration"));
  }

  private static List<Role> roles(SessionGrant grant, Estate estate) {
    return GrantLinks.of(estate.inventory()).of(grant).granted().stream()
        .map(Granted::role)
        .toList();
  }
}
