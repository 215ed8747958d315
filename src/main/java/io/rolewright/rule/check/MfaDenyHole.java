package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalPattern;
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
import io.rolewright.simulate.StatementMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MF003: a Deny that should stop requests without MFA and misses some of them. */
public final class MfaDenyHole implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.denies().forEach(deny -> check(trust, role, deny, findings)));
  }

  private static void check(Trust trust, Role role, Statement deny, Findings findings) {
    trust.allows().stream()
        .flatMap(allow -> passing(trust, allow, deny).stream())
        .findFirst()
        .ifPresent(
            witness -> {
              findings.witnessed(
                  Severity.HIGH,
                  guilty(deny).operatorAt(),
                  misses(deny)
                      + ": "
                      + Requests.caller(witness)
                      + " can assume `"
                      + role.name().shown()
                      + "` without MFA",
                  witness);
              propose(deny, findings);
            });
  }

  /** With {@code IfExists} the tests also hold of requests without the key. */
  private static void propose(Statement deny, Findings findings) {
    List<Condition> strict =
        Mfa.tests(deny).stream()
            .filter(c -> c.operator().filter(o -> !o.ifExists()).isPresent())
            .filter(c -> c.operator().orElseThrow().comparison() != Comparison.NULL)
            .toList();
    if (!strict.isEmpty()) {
      findings.fixedBy(Operators.lax(strict));
    }
  }

  /** A person without MFA whom an Allow lets in and who is among those the Deny speaks of. */
  static Optional<Witness> passing(Trust trust, Statement allow, Statement deny) {
    if (missed(deny).isEmpty()) {
      return Optional.empty();
    }
    Statement always = Mfa.freed(deny);
    for (PrincipalPattern pattern : allow.principal().patterns()) {
      Optional<Witness> witness =
          Mfa.person(trust, allow, pattern)
              .flatMap(person -> trust.reach(allow, Actors.withoutMfa(person)))
              .filter(w -> !new StatementMatch(w.request(), "").matchesTrust(always).isNo());
      if (witness.isPresent()) {
        return witness;
      }
    }
    return Optional.empty();
  }

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    if (policy.kind() == PolicyKind.TRUST) {
      return;
    }
    for (Statement deny : policy.document().statements()) {
      missed(deny).stream()
          .filter(state -> !isCovered(policy.document(), deny, state))
          .findFirst()
          .ifPresent(
              state -> {
                findings.shape(
                    Severity.HIGH,
                    guilty(deny).operatorAt(),
                    misses(deny) + ": it does not stop " + state.words());
                propose(deny, findings);
              });
    }
  }

  /** The kinds of requests without MFA that a Deny on MFA misses; none where it is no such Deny. */
  private static List<Mfa.State> missed(Statement deny) {
    List<Condition> tests = Mfa.tests(deny);
    if (!deny.isDeny() || tests.isEmpty() || Mfa.hold(tests, Mfa.State.FRESH).isYes()) {
      return List.of();
    }
    List<Mfa.State> missed = new ArrayList<>();
    boolean stops = Mfa.hold(tests, Mfa.State.STALE).isYes();
    for (Mfa.State state : List.of(Mfa.State.ABSENT, Mfa.State.FALSE)) {
      stops |= Mfa.hold(tests, state).isYes();
      if (Mfa.hold(tests, state).isNo()) {
        missed.add(state);
      }
    }
    return stops ? missed : List.of();
  }

  /** Whether another Deny, or several, stop what this one misses. */
  private static boolean isCovered(PolicyDocument policy, Statement deny, Mfa.State state) {
    return policy.statements().stream()
        .filter(other -> other != deny && other.isDeny())
        .filter(other -> hasNoFurther(other, deny))
        .anyMatch(
            other -> Mfa.hold(Mfa.tests(other), state).isYes() && Coverage.covers(other, deny));
  }

  /** Whether the other Deny has no condition besides MFA, or only such as this one has too. */
  private static boolean hasNoFurther(Statement other, Statement deny) {
    return deny.conditions().containsAll(Mfa.freed(other).conditions());
  }

  private static Condition guilty(Statement deny) {
    return Mfa.tests(deny).get(0);
  }

  private static String misses(Statement deny) {
    Condition guilty = guilty(deny);
    return "the Deny on `"
        + guilty.operatorName()
        + "` of `"
        + guilty.key().shown()
        + "` misses requests without MFA";
  }
}
