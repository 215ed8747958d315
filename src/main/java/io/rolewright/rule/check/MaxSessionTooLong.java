package io.rolewright.rule.check;

import io.rolewright.catalog.Quota;
import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.Permissions;
import io.rolewright.rule.permission.Privilege;
import io.rolewright.rule.session.Durations;
import io.rolewright.rule.session.GrantLinks;
import io.rolewright.rule.session.Granted;
import java.util.List;
import java.util.Optional;

/** SS001: sessions last longer than the estate wants them to. */
public final class MaxSessionTooLong implements Checker {

  private static final long FOUR_HOURS = 4 * 3600;

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    role.maxSessionDuration()
        .filter(amount -> !isManagedElsewhere(role))
        .ifPresent(
            amount ->
                judge(
                    amount,
                    Privilege.of(role).isPrivileged(),
                    "role `" + role.name().shown() + "`",
                    estate,
                    findings));
  }

  /** Identity Center sets twelve hours on its roles; its permission sets say what holds. */
  private static boolean isManagedElsewhere(Role role) {
    return role.path().filter(path -> path.startsWith("/aws-reserved/")).isPresent();
  }

  @Override
  public void check(SessionGrant grant, Estate estate, Findings findings) {
    grant
        .duration()
        .filter(amount -> isGranted(amount, grant, estate))
        .ifPresent(
            amount ->
                judge(
                    amount,
                    isPrivileged(grant, estate),
                    grant.kind().shown() + " `" + grant.name().shown() + "`",
                    estate,
                    findings));
  }

  private static void judge(
      Amount amount, boolean privileged, String whose, Estate estate, Findings findings) {
    Estate.SessionLimits limits = estate.sessionLimits();
    long limit = privileged ? limits.privileged() : limits.other();
    long seconds = Durations.seconds(amount).orElse(0);
    if (seconds <= limit || seconds > Quota.ROLE_MAX_SESSION_DURATION.most()) {
      return;
    }
    Severity severity = privileged && seconds > FOUR_HOURS ? Severity.HIGH : Severity.MEDIUM;
    String message =
        "sessions of "
            + (privileged ? "the privileged " : "")
            + whose
            + " can last "
            + Durations.shown(seconds)
            + ", limit "
            + Durations.shown(limit)
            + Durations.depends(amount);
    findings.shape(
        Durations.isByDefault(amount) ? severity.oneLower() : severity, amount.origin(), message);
  }

  /** More than the role allows is an error (SS002), and no session. */
  private static boolean isGranted(Amount amount, SessionGrant grant, Estate estate) {
    List<Role> roles = roles(grant, estate);
    long asked = Durations.seconds(amount).orElse(0);
    return roles.isEmpty() || roles.stream().anyMatch(role -> asked <= Durations.most(role));
  }

  /** A permission set is as strong as its policies; elsewhere session policies bound the role's. */
  private static boolean isPrivileged(SessionGrant grant, Estate estate) {
    boolean own = Privilege.of(own(grant), true).isPrivileged();
    if (grant.kind() == SessionGrant.Kind.PERMISSION_SET) {
      return own;
    }
    return (grant.policies().isEmpty() || own)
        && roles(grant, estate).stream().anyMatch(r -> Privilege.of(r).isPrivileged());
  }

  private static Permissions own(SessionGrant grant) {
    return Permissions.of(grant.policies(), Optional.empty());
  }

  private static List<Role> roles(SessionGrant grant, Estate estate) {
    return GrantLinks.of(estate.inventory()).of(grant).granted().stream()
        .map(Granted::role)
        .toList();
  }
}
