package io.rolewright.rule.check;

import io.rolewright.model.PrincipalElement;
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

/** TP003: two ways to write a principal that a role trust policy does not know (R1.14, R1.16). */
public final class NotPrincipalOrBareStar implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(
            trust -> {
              trust.statements().forEach(statement -> bareStar(statement, findings));
              trust.allows().forEach(allow -> exclusion(trust, role, allow, findings));
            });
  }

  /** Whether the star lets strangers in is for other rules to say. */
  private static void bareStar(Statement statement, Findings findings) {
    for (PrincipalPattern pattern : statement.principal().patterns()) {
      if (pattern instanceof PrincipalPattern.Everyone everyone && everyone.bare()) {
        findings.shape(
            Severity.ERROR,
            everyone.origin(),
            "IAM refuses `*` as the whole principal of a role trust policy; it takes the form"
                + " {\"AWS\": \"*\"}");
      }
    }
  }

  private static void exclusion(Trust trust, Role role, Statement allow, Findings findings) {
    if (!(allow.principal() instanceof PrincipalElement.Except except)) {
      return;
    }
    Optional<Witness> witness = trust.reach(allow, Actors.stranger());
    witness.ifPresentOrElse(
        w ->
            findings.witnessed(
                Severity.CRITICAL,
                except.origin(),
                "any AWS account in the world can assume `"
                    + role.name().shown()
                    + "`: an Allow with `NotPrincipal` names everyone whom it does not list",
                w),
        () ->
            findings.shape(
                Severity.ERROR,
                except.origin(),
                "a role trust policy cannot have `NotPrincipal` in an Allow"));
  }
}
