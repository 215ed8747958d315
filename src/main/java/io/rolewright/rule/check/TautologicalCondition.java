package io.rolewright.rule.check;

import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
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
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** CN004: a condition that every value passes. */
public final class TautologicalCondition implements Checker {

  /** Where any value will do, the condition asks that the caller send the key: a known idiom. */
  private static final List<String> ASKED_FOR =
      List.of(
          "aws:requesttag/",
          "aws:principaltag/",
          "aws:tagkeys",
          "sts:transitivetagkeys",
          "sts:sourceidentity",
          "aws:sourceidentity");

  /** What the caller chooses, or AWS settles, so that no value would keep anybody out. */
  private static final Set<String> NO_GUARDS =
      Set.of(
          "sts:rolesessionname",
          "aws:useragent",
          "aws:referer",
          "aws:requestedregion",
          "aws:tokenissuetime",
          "aws:currenttime",
          "aws:epochtime",
          "aws:securetransport",
          "aws:viaawsservice",
          "aws:principalisawsservice");

  private static final Set<String> ALWAYS_SENT =
      Set.of("aws:principalarn", "aws:principalaccount", "aws:userid", "sts:rolesessionname");

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(
            trust -> trust.allows().forEach(allow -> check(trust, estate, role, allow, findings)));
  }

  private static void check(
      Trust trust, Estate estate, Role role, Statement allow, Findings findings) {
    if (Trust.everyone(allow).isPresent()) {
      return;
    }
    for (Condition condition : allow.conditions()) {
      boolean free = Tautology.holdsWithoutKey(condition);
      if (Tautology.holdsForEveryValue(condition)
          && !condition.keyName().equals(Mfa.PRESENT)
          && !(free && Mfa.tests(condition))
          && (free || ASKED_FOR.stream().noneMatch(condition.keyName()::startsWith))
          && !isOthers(trust, allow, condition)) {
        new Report(trust, estate, role, allow, condition).into(findings);
      }
    }
  }

  /** Whether the condition leaves open what OI001 or SV001 reports anyway. */
  private static boolean isOthers(Trust trust, Statement allow, Condition condition) {
    String key = condition.keyName();
    return allow.principal().patterns().stream()
        .anyMatch(
            pattern ->
                Adversaries.issuer(pattern)
                        .filter(i -> key.startsWith(i.toLowerCase(Locale.ROOT) + ":"))
                        .flatMap(SharedIssuers.shipped()::lookup)
                        .flatMap(i -> trust.reach(allow, Actors.foreignTenant(i.issuer())))
                        .isPresent()
                    || key.startsWith("aws:source")
                        && Adversaries.service(pattern)
                            .flatMap(ConfusedDeputyUnguarded::severity)
                            .isPresent());
  }

  /** One condition that is to be reported. */
  private record Report(
      Trust trust, Estate estate, Role role, Statement allow, Condition condition) {

    void into(Findings findings) {
      List<Actor> actors =
          allow.principal().patterns().stream()
              .flatMap(pattern -> Adversaries.of(trust, pattern).stream())
              .toList();
      Optional<Witness> witness =
          actors.stream().flatMap(actor -> trust.reach(allow, actor).stream()).findFirst();
      if (witness.isPresent()) {
        String whom = ": " + Requests.caller(witness.get()) + " can assume `" + name() + "`";
        findings.witnessed(severity(), place(), fact() + whom, witness.get());
      } else {
        findings.shape(actors.isEmpty() ? severity() : Severity.LOW, place(), fact());
      }
    }

    private String name() {
      return role.name().shown();
    }

    private String fact() {
      String key = "`" + condition.key().shown() + "`";
      String operator = "`" + condition.operatorName() + "`";
      if (Tautology.holdsWithoutKey(condition)) {
        return operator + " on " + key + " holds for every request";
      }
      String holds = operator + " on " + key + " holds for every value";
      return ALWAYS_SENT.contains(condition.keyName())
          ? holds + ", and every request has one"
          : holds + " and asks only that there be one";
    }

    /** The value that lets everything pass, or all of them where only together they do. */
    private Origin place() {
      List<Text> values = condition.values();
      return values.stream()
          .filter(value -> Tautology.holdsForEveryValue(condition.with(List.of(value))))
          .findFirst()
          .map(Text::origin)
          .orElse(values.size() == 1 ? values.get(0).origin() : condition.valuesAt());
    }

    private Severity severity() {
      String key = condition.keyName();
      if (NO_GUARDS.contains(key)) {
        return Severity.LOW;
      }
      boolean home =
          allow.principal().patterns().stream().allMatch(this::isOwn) && !key.startsWith("sts:");
      boolean minor = key.endsWith(":aud") || key.equals(Mfa.AGE);
      return home || minor ? Severity.MEDIUM : Severity.HIGH;
    }

    private boolean isOwn(PrincipalPattern pattern) {
      return !(pattern instanceof PrincipalPattern.Federated)
          && Trust.accountOf(pattern)
              .filter(account -> estate.relation(account, role) == Estate.Relation.OWN)
              .isPresent();
    }
  }
}
