package io.rolewright.simulate.sts;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AWS STS: takes calls and gives sessions. Has no clock and no state: all that matters is passed.
 */
public final class Sts {

  private final Surroundings surroundings;
  private final Assumptions assumptions;

  public Sts(Surroundings surroundings, Assumptions assumptions) {
    this.surroundings = surroundings;
    this.assumptions = assumptions;
  }

  /**
   * What becomes of a call.
   *
   * @param credentials of the caller
   * @param role the role asked for; absent for calls that ask for none
   */
  public Outcome call(StsCall call, Credentials credentials, Optional<TargetRole> role) {
    if (call.operation().assumesRole() && role.isEmpty()) {
      throw new IllegalArgumentException(call.operation().shown() + " without a role");
    }
    List<Fault> faults = allFaults(call, credentials, role);
    if (!faults.isEmpty()) {
      return new Outcome(call, faults, List.of(), Optional.empty());
    }
    List<Authorized> decisions =
        new CallDecisions(call, credentials, role, surroundings, assumptions).decide();
    boolean accepted = decisions.stream().allMatch(d -> d.decision().isAllowed());
    Optional<Session> session =
        accepted
            ? Optional.of(new Sessions(call, credentials, surroundings, assumptions).of(role))
            : Optional.empty();
    return new Outcome(call, List.of(), decisions, session);
  }

  private List<Fault> allFaults(StsCall call, Credentials credentials, Optional<TargetRole> role) {
    List<Fault> faults =
        new ArrayList<>(faults(call, credentials, role.map(TargetRole::maxSessionDuration)));
    role.filter(r -> call.operation().assumesRole())
        .ifPresent(r -> faults.addAll(RoleFaults.of(call, credentials, r, surroundings.now())));
    return faults;
  }

  /**
   * Why AWS would not take a call, whatever the policies say: limits of parameters (3.1), callers
   * that may not make it (3.3), durations.
   *
   * @param maxSessionDuration of the role asked for, in seconds
   */
  public List<Fault> faults(
      StsCall call, Credentials credentials, Optional<Integer> maxSessionDuration) {
    List<Fault> faults =
        new ArrayList<>(CallFaults.of(call, credentials, maxSessionDuration, assumptions));
    RootFaults.of(call, credentials, surroundings).ifPresent(faults::add);
    return faults;
  }

  /** Decides a request made with credentials, such as those of a session. */
  public Authorized authorize(Credentials credentials, ResourceRequest request) {
    ResourceAccess access = new ResourceAccess(credentials, request, surroundings);
    Request asked = access.request();
    PoliciesInForce policies = access.policies();
    Optional<Decision> fixed = decidedByCredentials(credentials, request.action());
    if (fixed.isPresent()) {
      return new Authorized(asked, policies, fixed.get(), Set.of());
    }
    return new Authorized(
        asked,
        policies,
        Authorization.of(policies, assumptions).explain(asked),
        Authorization.hangsOn(policies, assumptions, asked));
  }

  /**
   * What AWS answers whatever the policies say: what such credentials cannot call (3.3), and what
   * needs no permission (R3.14, R3.20). Absent where the policies decide.
   */
  public static Optional<Decision> decidedByCredentials(Credentials credentials, String action) {
    if (Restrictions.forbid(credentials, action)) {
      return Optional.of(Decision.invalid());
    }
    return needsNoPermission(action)
        ? Optional.of(
            new Decision(ReasonCode.ALLOW_IDENTITY, Optional.empty(), List.of(), Optional.empty()))
        : Optional.empty();
  }

  /** Whether everyone may make a call and no policy can forbid it (R3.14, R3.20). */
  public static boolean needsNoPermission(String action) {
    return Restrictions.isFree(action);
  }
}
