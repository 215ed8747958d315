package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Estate.Relation;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Callers;
import io.rolewright.rule.trust.Named;
import io.rolewright.rule.trust.Plainly;
import io.rolewright.rule.trust.Trust;
import io.rolewright.source.Origin;
import java.util.Optional;

/** XA001: somebody of another account gets in with neither an external ID nor MFA. */
public final class ThirdPartyWithoutExternalId implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(
            trust ->
                trust.allows().stream()
                    .filter(allow -> !isOpenToAll(trust, allow))
                    .forEach(allow -> check(trust, role, estate, allow, findings)));
  }

  /** Then other rules say so, and whom else the statement names does not matter. */
  private static boolean isOpenToAll(Trust trust, Statement allow) {
    return Trust.everyone(allow).isPresent() && trust.reach(allow, Actors.stranger()).isPresent();
  }

  private static void check(
      Trust trust, Role role, Estate estate, Statement allow, Findings findings) {
    if (!(allow.principal() instanceof PrincipalElement.Listed listed)) {
      return;
    }
    if (Trust.everyone(allow).isPresent()) {
      picked(trust, role, allow, findings);
    }
    Callers callers = new Callers(estate.accountOf(role), true);
    for (PrincipalPattern pattern : listed.patterns()) {
      Optional<Text> account = Callers.account(pattern);
      Relation relation = account.map(trust::relation).orElse(Relation.OPEN);
      if (relation == Relation.OWN || Trust.isEveryone(pattern)) {
        continue;
      }
      callers
          .of(pattern)
          .map(a -> Actors.withoutExternalId(Actors.withoutMfa(a)))
          .flatMap(a -> reach(trust, allow, pattern, a))
          .ifPresent(w -> report(role, allow, pattern, account, relation, w, findings));
    }
  }

  /** A foreign account that a condition picks out of everyone, as a whole. */
  private static void picked(Trust trust, Role role, Statement allow, Findings findings) {
    for (Condition condition : allow.conditions()) {
      for (Text value : condition.values()) {
        Named.in(condition, value)
            .filter(account -> trust.relation(account) == Relation.EXTERNAL)
            .flatMap(Text::plain)
            .map(a -> Actors.withoutExternalId(Actors.withoutMfa(Actors.outsiderOf(a))))
            .flatMap(outsider -> trust.reach(allow, outsider))
            .ifPresent(
                witness ->
                    findings.witnessed(
                        Severity.HIGH,
                        value.origin(),
                        "account `"
                            + witness.request().principal().account().orElse("")
                            + "` can assume `"
                            + role.name().shown()
                            + "` without an external ID",
                        witness));
      }
    }
  }

  /**
   * A request that gets in, and would if every {@code …IfExists} were its plain operator; otherwise
   * the suffix is to blame, for which there is a rule of its own.
   */
  private static Optional<Witness> reach(
      Trust trust, Statement allow, PrincipalPattern pattern, Actor actor) {
    Statement asked = Callers.only(allow, pattern);
    Optional<Witness> witness = trust.reachWith(allow, asked, actor);
    boolean suffixed =
        allow.conditions().stream()
            .anyMatch(c -> c.operator().filter(ConditionOperator::ifExists).isPresent());
    return suffixed
        ? witness.filter(w -> trust.reachWith(allow, Plainly.of(asked), actor).isPresent())
        : witness;
  }

  private static void report(
      Role role,
      Statement allow,
      PrincipalPattern pattern,
      Optional<Text> account,
      Relation relation,
      Witness witness,
      Findings findings) {
    String who = who(pattern, account, relation);
    String what = who + " can assume `" + role.name().shown() + "` without an external ID";
    Optional<Condition> idle = idle(allow);
    String why =
        idle.map(c -> ": `" + c.operatorName() + "` on `" + c.key().shown() + "` asks for none")
            .orElse("");
    String unless =
        relation == Relation.UNTOLD
            ? ", unless account " + account.map(Text::shown).orElse("") + " is your own"
            : "";
    Origin at = idle.map(Condition::operatorAt).orElse(pattern.origin());
    findings.witnessed(
        severity(relation),
        at,
        what + why + unless,
        witness,
        new Finding.Related(pattern.origin(), "the principal"));
  }

  /** What is open makes the witness uncertain, which takes one step off. */
  private static Severity severity(Relation relation) {
    return switch (relation) {
      case OWN, TRUSTED, UNTOLD -> Severity.MEDIUM;
      case EXTERNAL, OPEN -> Severity.HIGH;
    };
  }

  private static String who(PrincipalPattern pattern, Optional<Text> account, Relation relation) {
    boolean whole = pattern instanceof PrincipalPattern.Account;
    String named = whole ? account.map(Text::shown).orElse("") : pattern.shown();
    return switch (relation) {
      case TRUSTED -> (whole ? "trusted account `" : "trusted principal `") + named + "`";
      case OPEN -> "the account that `" + pattern.shown() + "` names";
      case EXTERNAL, UNTOLD, OWN -> (whole ? "account `" : "`") + named + "`";
    };
  }

  /** A condition on the external ID that holds where none is sent. */
  private static Optional<Condition> idle(Statement allow) {
    return allow.conditions().stream()
        .filter(c -> c.keyName().equals("sts:externalid") && c.operator().isPresent())
        .findFirst();
  }
}
