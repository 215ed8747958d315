package io.rolewright.rule.check;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.Privilege;
import io.rolewright.rule.trust.Mfa;
import io.rolewright.rule.trust.Requests;
import io.rolewright.rule.trust.Trust;
import java.util.Optional;

/** MF001: a person gets in without MFA. */
public final class PrivilegedRoleWithoutMfa implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(
            trust ->
                trust.allows().stream()
                    .filter(allow -> !isOthers(trust, allow))
                    .forEach(allow -> check(trust, estate, role, allow, findings)));
  }

  /** Whether somebody gets in through a broken test of MFA, which MF002 and MF003 report. */
  private static boolean isOthers(Trust trust, Statement allow) {
    return MfaAllowHole.hole(trust, allow).isPresent()
        || trust.denies().stream()
            .anyMatch(deny -> MfaDenyHole.passing(trust, allow, deny).isPresent());
  }

  private static void check(
      Trust trust, Estate estate, Role role, Statement allow, Findings findings) {
    for (PrincipalPattern pattern : allow.principal().patterns()) {
      Optional<Witness> witness =
          Mfa.personOf(trust, pattern)
              .filter(person -> isFamiliar(pattern, estate, role))
              .flatMap(person -> trust.reach(allow, unaided(person)));
      if (witness.isPresent()) {
        report(role, pattern, witness.get(), findings);
        return;
      }
    }
  }

  /** Without MFA and without the external ID that a vendor sends. */
  private static Actor unaided(Actor person) {
    return Actors.withoutExternalId(Actors.withoutMfa(person));
  }

  /** Whether the principal may belong to the owner of the role or to somebody he trusts. */
  private static boolean isFamiliar(PrincipalPattern pattern, Estate estate, Role role) {
    return Trust.accountOf(pattern)
        .map(account -> estate.relation(account, role) != Estate.Relation.EXTERNAL)
        .orElse(true);
  }

  private static void report(
      Role role, PrincipalPattern pattern, Witness witness, Findings findings) {
    Privilege privilege = Privilege.of(role);
    findings.witnessed(
        privilege.isPrivileged() ? Severity.MEDIUM : Severity.LOW,
        pattern.origin(),
        Requests.caller(witness)
            + " can assume `"
            + role.name().shown()
            + "` without MFA"
            + power(privilege),
        witness);
  }

  private static String power(Privilege privilege) {
    return switch (privilege) {
      case ADMIN -> ", and the role is as good as an administrator";
      case PRIVILEGED -> ", and the role can raise its own permissions";
      case ORDINARY, UNKNOWN -> "";
    };
  }
}
