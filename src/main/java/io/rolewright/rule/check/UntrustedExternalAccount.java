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
import io.rolewright.reason.Strangers;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Estate.Relation;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.Privilege;
import io.rolewright.rule.trust.Callers;
import io.rolewright.rule.trust.Named;
import io.rolewright.rule.trust.OutsideOrganizations;
import io.rolewright.rule.trust.Trust;
import io.rolewright.simulate.Caller;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/** TP006: an account that is neither own nor trusted gets in, once trusted accounts are known. */
public final class UntrustedExternalAccount implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    if (estate.trustConfigured()) {
      Trust.of(role, estate)
          .ifPresent(trust -> trust.allows().forEach(a -> check(trust, role, estate, a, findings)));
    }
  }

  private static void check(
      Trust trust, Role role, Estate estate, Statement allow, Findings findings) {
    if (!(allow.principal() instanceof PrincipalElement.Listed listed)) {
      return;
    }
    boolean everyone = Trust.everyone(allow).isPresent();
    if (everyone && trust.reach(allow, Actors.stranger()).isPresent()) {
      return;
    }
    Search search = new Search(trust, role, estate, allow, findings);
    listed.patterns().forEach(search::principal);
    if (everyone) {
      allow.conditions().forEach(search::condition);
      trust.denies().stream()
          .flatMap(deny -> deny.conditions().stream())
          .filter(c -> c.operator().filter(ConditionOperator::negated).isPresent())
          .forEach(search::condition);
    }
  }

  /** The accounts that one statement lets in. */
  private record Search(Trust trust, Role role, Estate estate, Statement allow, Findings findings) {

    void principal(PrincipalPattern pattern) {
      Optional<String> account =
          pattern instanceof PrincipalPattern.Federated
              ? Optional.empty()
              : Trust.accountOf(pattern).flatMap(this::untrusted);
      Optional<Actor> actor = new Callers(estate.accountOf(role), false).of(pattern);
      if (account.isPresent() && actor.isPresent()) {
        report(account.get(), pattern.origin(), actor.get(), Callers.only(allow, pattern));
      }
    }

    /** Accounts that a condition picks out of everyone, or that a Deny of all others spares. */
    void condition(Condition condition) {
      for (Text value : condition.values()) {
        Named.in(condition, value)
            .flatMap(this::untrusted)
            .ifPresent(account -> report(account, value.origin(), Actors.anyoneOf(account), allow));
      }
    }

    private Optional<String> untrusted(Text account) {
      return trust.relation(account) == Relation.EXTERNAL ? account.plain() : Optional.empty();
    }

    private void report(String account, Origin at, Actor actor, Statement asked) {
      Actor outside = OutsideOrganizations.of(actor, trust, estate.ownOrganizations());
      trust.reachWith(allow, asked, outside).ifPresent(w -> report(account, at, w));
    }

    private void report(String account, Origin at, Witness witness) {
      boolean whole = isWhole(account);
      boolean grave = whole && Privilege.of(role).isPrivileged();
      findings.witnessed(
          grave ? Severity.HIGH : Severity.MEDIUM,
          at,
          "account `"
              + account
              + "`, neither own nor trusted, can assume `"
              + role.name().shown()
              + "`: "
              + (whole ? "the entire account" : "only principals of it that the policy names")
              + (grave ? ", and the role is privileged" : ""),
          witness);
    }

    /** Whether an arbitrary user or role of the account gets in, not just one that is named. */
    private boolean isWhole(String account) {
      List<Caller> arbitrary =
          List.of(
              Caller.user(account, Strangers.NAME),
              Caller.roleSession(account, Strangers.NAME, Strangers.NAME));
      return arbitrary.stream().anyMatch(c -> trust.reach(allow, Actors.caller(c)).isPresent());
    }
  }
}
