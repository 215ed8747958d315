package io.rolewright.simulate.sts;

import io.rolewright.simulate.Assumptions;
import java.util.List;
import java.util.Optional;

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
    throw new UnsupportedOperationException();
  }

  /**
   * Why AWS would not take a call, whatever the policies say: limits of parameters (3.1), callers
   * that may not make it (3.3), durations.
   *
   * @param maxSessionDuration of the role asked for, in seconds
   */
  public List<Fault> faults(
      StsCall call, Credentials credentials, Optional<Integer> maxSessionDuration) {
    throw new UnsupportedOperationException();
  }

  /** Decides a request made with credentials, such as those of a session. */
  public Authorized authorize(Credentials credentials, ResourceRequest request) {
    throw new UnsupportedOperationException();
  }
}
