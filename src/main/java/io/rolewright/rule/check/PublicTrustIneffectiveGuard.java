package io.rolewright.rule.check;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Strangers;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.trust.Opening;
import io.rolewright.rule.trust.Trust;
import java.util.List;
import java.util.Optional;

/** TP002: everyone is named, there are conditions, and a stranger gets in all the same. */
public final class PublicTrustIneffectiveGuard implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, role, allow, findings)));
  }

  private static void check(Trust trust, Role role, Statement allow, Findings findings) {
    Optional<PrincipalPattern> everyone = Trust.everyone(allow);
    if (everyone.isEmpty() || allow.conditions().isEmpty()) {
      return;
    }
    trust
        .reach(allow, Actors.stranger())
        .ifPresent(witness -> report(trust, role, allow, everyone.get(), witness, findings));
  }

  private static void report(
      Trust trust,
      Role role,
      Statement allow,
      PrincipalPattern star,
      Witness witness,
      Findings findings) {
    List<Opening> openings = Opening.of(allow, witness);
    List<String> reasons = openings.stream().map(Opening::reason).distinct().toList();
    findings.witnessed(
        PublicTrust.severity(trust, allow, witness),
        star.origin(),
        who(witness)
            + " can assume `"
            + role.name().shown()
            + "` although the statement has conditions: "
            + String.join("; ", reasons),
        witness,
        openings.stream()
            .map(o -> new Finding.Related(o.condition().origin(), o.reason()))
            .toArray(Finding.Related[]::new));
  }

  /** Everybody, unless only accounts get in that happen to have a fitting number. */
  private static String who(Witness witness) {
    String account = witness.request().principal().account().orElse(Strangers.ACCOUNT);
    return Strangers.isAny(account)
        ? "any AWS account in the world"
        : "whoever has an AWS account such as `" + account + "`";
  }
}
