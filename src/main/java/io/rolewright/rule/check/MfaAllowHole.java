package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Coverage;
import io.rolewright.rule.trust.Mfa;
import io.rolewright.rule.trust.Requests;
import io.rolewright.rule.trust.Trust;
import java.util.List;
import java.util.Optional;

/** MF002: an Allow asks for MFA in a way that requests without MFA pass. */
public final class MfaAllowHole implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, role, allow, findings)));
  }

  private static void check(Trust trust, Role role, Statement allow, Findings findings) {
    hole(trust, allow)
        .ifPresent(
            witness -> {
              Condition guilty = guilty(allow);
              findings.witnessed(
                  Severity.HIGH,
                  guilty.operatorAt(),
                  passes(guilty)
                      + ": without MFA "
                      + Requests.caller(witness)
                      + " can assume `"
                      + role.name().shown()
                      + "`",
                  witness);
              propose(allow, findings);
            });
  }

  /** Without their {@code IfExists} the tests fail where there is no MFA. */
  private static void propose(Statement allow, Findings findings) {
    List<Condition> lax =
        Mfa.tests(allow).stream()
            .filter(c -> c.operator().filter(ConditionOperator::ifExists).isPresent())
            .toList();
    if (!lax.isEmpty()) {
      findings.fixedBy(Operators.strict(lax));
    }
  }

  /** A person without MFA whom a statement lets in although it tests MFA. */
  static Optional<Witness> hole(Trust trust, Statement allow) {
    if (!requires(allow) || Mfa.heldWithout(Mfa.tests(allow)).isEmpty()) {
      return Optional.empty();
    }
    return allow.principal().patterns().stream()
        .flatMap(pattern -> Mfa.person(trust, allow, pattern).stream())
        .flatMap(person -> trust.reach(allow, Actors.withoutMfa(person)).stream())
        .findFirst();
  }

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    if (policy.kind() == PolicyKind.TRUST) {
      return;
    }
    for (Statement allow : policy.document().statements()) {
      if (allow.isAllow() && requires(allow)) {
        check(policy.document(), allow, findings);
      }
    }
  }

  private static void check(PolicyDocument policy, Statement allow, Findings findings) {
    List<Condition> tests = Mfa.tests(allow);
    Mfa.heldWithout(tests).stream()
        .filter(state -> !isDenied(policy, allow, state))
        .findFirst()
        .ifPresent(
            state -> {
              Condition guilty = guilty(allow);
              boolean certain = Mfa.hold(tests, state).isYes();
              findings.shape(
                  certain ? Severity.HIGH : Severity.MEDIUM,
                  guilty.operatorAt(),
                  passes(guilty)
                      + ": it "
                      + (certain ? "lets" : "may let")
                      + " in "
                      + state.words());
              propose(allow, findings);
            });
  }

  /** Whether the statement means to ask for MFA: with MFA its tests hold. */
  private static boolean requires(Statement allow) {
    List<Condition> tests = Mfa.tests(allow);
    return !tests.isEmpty() && !Mfa.hold(tests, Mfa.State.FRESH).isNo();
  }

  /** Whether a Deny of the same policy stops such requests. */
  private static boolean isDenied(PolicyDocument policy, Statement allow, Mfa.State state) {
    return policy.statements().stream()
        .filter(Statement::isDeny)
        .filter(deny -> deny.conditions().stream().allMatch(Mfa::tests))
        .anyMatch(
            deny -> Mfa.hold(deny.conditions(), state).isYes() && Coverage.covers(deny, allow));
  }

  /** The test that most plainly lets requests without MFA pass: all do, else none would. */
  private static Condition guilty(Statement allow) {
    return Mfa.tests(allow).get(0);
  }

  private static String passes(Condition guilty) {
    return "`"
        + guilty.operatorName()
        + "` on `"
        + guilty.key().shown()
        + "` also holds without MFA";
  }
}
