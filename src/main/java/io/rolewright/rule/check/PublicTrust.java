package io.rolewright.rule.check;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Trust;
import java.util.Optional;

/** TP001: everyone is named, nothing narrows it, and a stranger gets in. */
public final class PublicTrust implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, role, allow, findings)));
  }

  private static void check(Trust trust, Role role, Statement allow, Findings findings) {
    Optional<PrincipalPattern> everyone = Trust.everyone(allow);
    if (everyone.isEmpty() || !allow.conditions().isEmpty()) {
      return;
    }
    trust
        .reach(allow, Actors.stranger())
        .ifPresent(
            witness ->
                findings.witnessed(
                    severity(trust, allow, witness),
                    everyone.get().origin(),
                    "any AWS account in the world can assume `"
                        + role.name().shown()
                        + "`: the principal is `*` and nothing narrows it",
                    witness));
  }

  /**
   * Little is said where it takes an unlikely value of a template parameter to let strangers in.
   */
  static Severity severity(Trust trust, Statement allow, Witness witness) {
    boolean likely = witness.isCertain() || trust.isLikely(allow, Actors.stranger());
    return likely ? Severity.CRITICAL : Severity.LOW;
  }
}
