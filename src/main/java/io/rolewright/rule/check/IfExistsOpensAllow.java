package io.rolewright.rule.check;

import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
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
import io.rolewright.rule.trust.Adversaries;
import io.rolewright.rule.trust.Mfa;
import io.rolewright.rule.trust.Requests;
import io.rolewright.rule.trust.Tautology;
import io.rolewright.rule.trust.Trust;
import java.util.List;
import java.util.Optional;

/** CN001: an {@code …IfExists} lets somebody in who does not send the key. */
public final class IfExistsOpensAllow implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, role, allow, findings)));
  }

  private static void check(Trust trust, Role role, Statement allow, Findings findings) {
    if (Trust.everyone(allow).isPresent()) {
      return;
    }
    for (Condition condition : allow.conditions()) {
      opened(trust, allow, condition)
          .ifPresent(witness -> report(role, condition, witness, findings));
    }
  }

  private static void report(Role role, Condition condition, Witness witness, Findings findings) {
    findings.witnessed(
        Severity.HIGH,
        condition.operatorAt(),
        "`"
            + condition.operatorName()
            + "` lets requests without `"
            + condition.key().shown()
            + "` in: "
            + Requests.caller(witness)
            + " can assume `"
            + role.name().shown()
            + "`",
        witness);
  }

  /** A request without the key that only the {@code IfExists} lets in. */
  private static Optional<Witness> opened(Trust trust, Statement allow, Condition condition) {
    Optional<ConditionOperator> operator = condition.operator().filter(ConditionOperator::ifExists);
    if (operator.isEmpty() || Mfa.tests(condition)) {
      return Optional.empty();
    }
    Condition strict = condition.with(operator.get().withoutIfExists());
    if (Tautology.holdsForEveryValue(strict)) {
      return Optional.empty();
    }
    Statement narrower = allow.with(replaced(allow.conditions(), condition, strict));
    return allow.principal().patterns().stream()
        .filter(IfExistsOpensAllow::isOurs)
        .flatMap(pattern -> Adversaries.of(trust, pattern).stream())
        .map(actor -> Actors.without(actor, condition.keyName()))
        .flatMap(actor -> without(trust, allow, narrower, actor).stream())
        .findFirst();
  }

  private static Optional<Witness> without(
      Trust trust, Statement allow, Statement narrower, Actor actor) {
    return trust
        .reach(allow, actor)
        .filter(witness -> !trust.allowsWith(allow, narrower, witness.request()));
  }

  private static List<Condition> replaced(
      List<Condition> conditions, Condition from, Condition to) {
    return conditions.stream().map(c -> c == from ? to : c).toList();
  }

  /**
   * Another tenant of a shared issuer is OI001's. Of a service that may not send source keys at all
   * nobody can ask more than that they be right if they are there.
   */
  private static boolean isOurs(PrincipalPattern pattern) {
    boolean shared =
        Adversaries.issuer(pattern).flatMap(SharedIssuers.shipped()::lookup).isPresent();
    Optional<String> service = Adversaries.service(pattern);
    return !shared
        && (service.isEmpty() || service.flatMap(ConfusedDeputyUnguarded::severity).isPresent());
  }
}
