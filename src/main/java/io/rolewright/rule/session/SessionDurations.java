package io.rolewright.rule.session;

import io.rolewright.catalog.Quota;
import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Estate.SessionLimits;
import io.rolewright.rule.permission.Permissions;
import io.rolewright.rule.permission.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long sessions may last, and which durations AWS refuses (R7.1, R7.2). */
final class SessionDurations {

  private static final long MOST = Quota.ROLE_MAX_SESSION_DURATION.most();
  private static final long LEAST_OF_ROLE = Quota.ROLE_MAX_SESSION_DURATION_LEAST.most();
  private static final long LEAST = Quota.SESSION_DURATION_LEAST.most();

  /** A session that a role session asks for lasts an hour at most. */
  static final long CHAINING_CAP = 3600;

  private final GrantLinks links;
  private final SessionLimits limits;

  SessionDurations(GrantLinks links, SessionLimits limits) {
    this.links = links;
    this.limits = limits;
  }

  /** The role's setting, if it is over the limit of its tier. */
  Optional<LongSession> tooLong(Role role) {
    return role.maxSessionDuration()
        .filter(amount -> !isManagedElsewhere(role))
        .flatMap(amount -> tooLong(amount, Privilege.of(role)));
  }

  /** Identity Center sets twelve hours on its roles; its permission sets say what holds. */
  private static boolean isManagedElsewhere(Role role) {
    return role.path().filter(path -> path.startsWith("/aws-reserved/")).isPresent();
  }

  /** The grant's duration, if some role gives it and it is over the limit of its tier. */
  Optional<LongSession> tooLong(SessionGrant grant) {
    List<Role> roles = links.of(grant).granted().stream().map(Granted::role).toList();
    return grant
        .duration()
        .filter(amount -> isGiven(amount, roles))
        .flatMap(amount -> tooLong(amount, privilege(grant, roles)));
  }

  private static boolean isGiven(Amount amount, List<Role> roles) {
    long asked = Durations.seconds(amount).orElse(0);
    return roles.isEmpty() || roles.stream().anyMatch(role -> asked <= Durations.most(role));
  }

  private Optional<LongSession> tooLong(Amount amount, Privilege privilege) {
    long seconds = Durations.seconds(amount).orElse(0);
    long limit = privilege.isPrivileged() ? limits.privileged() : limits.other();
    return seconds > limit && seconds <= MOST
        ? Optional.of(new LongSession(amount, seconds, limit, privilege))
        : Optional.empty();
  }

  /** A permission set is as strong as its policies; elsewhere session policies bound a role's. */
  private static Privilege privilege(SessionGrant grant, List<Role> roles) {
    boolean set = grant.kind() == SessionGrant.Kind.PERMISSION_SET;
    Privilege own = Privilege.of(Permissions.of(grant.policies(), Optional.empty()), set);
    if (set || (!grant.policies().isEmpty() && !own.isPrivileged())) {
      return own;
    }
    return roles.stream().map(Privilege::of).min(Enum::compareTo).orElse(Privilege.UNKNOWN);
  }

  /** What is wrong with the role's setting. */
  Optional<DurationFault> fault(Role role) {
    return role.maxSessionDuration().flatMap(amount -> fault(amount, LEAST_OF_ROLE));
  }

  /** What is wrong with the grant's duration, by itself or for each role. */
  List<DurationFault> faults(SessionGrant grant) {
    List<DurationFault> faults = new ArrayList<>();
    if (grant.duration().isPresent()) {
      Amount amount = grant.duration().get();
      fault(amount, LEAST).ifPresent(faults::add);
      if (faults.isEmpty() && grant.kind() == SessionGrant.Kind.CHAINED_CALL) {
        over(DurationFault.Kind.OVER_CHAINING_CAP, amount, CHAINING_CAP, Optional.empty())
            .ifPresent(faults::add);
      }
      if (faults.isEmpty()) {
        links.of(grant).granted().stream()
            .map(Granted::role)
            .flatMap(role -> over(amount, role).stream())
            .forEach(faults::add);
      }
    }
    return faults;
  }

  private static Optional<DurationFault> fault(Amount amount, long least) {
    if (Durations.isUnreadable(amount)) {
      return Optional.of(
          new DurationFault(
              DurationFault.Kind.UNREADABLE, amount, 0, least, MOST, Optional.empty()));
    }
    long seconds = Durations.seconds(amount).orElse(least);
    return seconds < least || seconds > MOST
        ? Optional.of(
            new DurationFault(
                DurationFault.Kind.OUT_OF_RANGE, amount, seconds, least, MOST, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<DurationFault> over(Amount amount, Role role) {
    return over(
        DurationFault.Kind.OVER_ROLE_MAXIMUM, amount, Durations.most(role), Optional.of(role));
  }

  private static Optional<DurationFault> over(
      DurationFault.Kind kind, Amount amount, long most, Optional<Role> role) {
    long seconds = Durations.seconds(amount).orElse(0);
    return seconds > most
        ? Optional.of(new DurationFault(kind, amount, seconds, LEAST, most, role))
        : Optional.empty();
  }
}
