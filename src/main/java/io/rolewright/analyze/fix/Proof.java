package io.rolewright.analyze.fix;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Result;
import io.rolewright.analyze.Workspace;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Entry;
import io.rolewright.reason.actor.Target;
import io.rolewright.reason.property.DisagreementException;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.rule.Subjects;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.TrustPolicies;
import io.rolewright.source.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That a changed file is better than it was: the finding is gone and the request that showed it is
 * refused, nothing else is found that was not before, and whomever a trust policy names and let in
 * it still lets in.
 *
 * <p>Only what differs in the changed file is judged again, with all other files known.
 */
final class Proof {

  private final Finding finding;
  private final Workspace before;
  private final Inventory old;

  /** Of a finding in a file as it stands in a workspace. */
  Proof(Finding finding, Workspace before) {
    this.finding = finding;
    this.before = before;
    this.old = before.inventory(finding.at().file().name());
  }

  /** Whether the other workspace, in which the file is changed, is better. */
  boolean holds(Workspace after) {
    Inventory fresh = after.inventory(finding.at().file().name());
    return Difference.of(old, fresh, finding.subject())
        .filter(d -> isGone(before.analysisOf(d.before()), after.analysisOf(d.after())))
        .filter(d -> staysOpen(d.before().roles(), d.after().roles()))
        .isPresent();
  }

  private boolean isGone(Analysis before, Analysis after) {
    Map<String, Integer> found = counted(before);
    counted(after).forEach((what, times) -> found.merge(what, -times, Integer::sum));
    boolean nothingNew = found.values().stream().allMatch(left -> left >= 0);
    return nothingNew && found.getOrDefault(name(finding), 0) > 0;
  }

  /** How often each rule finds something of each subject, and each problem is told. */
  private Map<String, Integer> counted(Analysis analysis) {
    Map<String, Integer> counts = new HashMap<>();
    for (Result result : analysis.open()) {
      Finding each = result.finding();
      if (each.severity() != Severity.INFO || name(each).equals(name(finding))) {
        counts.merge(name(each), 1, Integer::sum);
      }
    }
    String file = finding.at().file().name();
    for (Problem problem : analysis.problems()) {
      if (problem.at().file().name().equals(file)) {
        counts.merge("problem " + problem.severity() + problem.message(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static String name(Finding finding) {
    return finding.rule().id() + " " + finding.subject();
  }

  /** Whether whoever may assume these roles still may, the second as the first. */
  boolean staysOpen(List<Role> roles, List<Role> changed) {
    for (int i = 0; i < roles.size(); i++) {
      Optional<PolicyDocument> trust = roles.get(i).trust();
      Optional<PolicyDocument> fresh = changed.get(i).trust();
      if (!trust.equals(fresh)
          && (trust.isEmpty()
              || fresh.isEmpty()
              || !isRight(roles.get(i), trust.get(), fresh.get()))) {
        return false;
      }
    }
    return true;
  }

  private boolean isRight(Role role, PolicyDocument old, PolicyDocument fresh) {
    String owner = role.account().orElse(Estate.UNNAMED_ACCOUNT);
    if (stillAllows(role, old, fresh, owner)) {
      return false;
    }
    String arn = "arn:aws:iam::" + owner + ":role/" + role.name().shown();
    try {
      return keepsOut(old, fresh, arn, owner).isEmpty();
    } catch (DisagreementException unsure) {
      return false; // why: a fix is offered only where both judges agree on it
    }
  }

  /** Whether the request that shows the finding is allowed as before. */
  private boolean stillAllows(Role role, PolicyDocument old, PolicyDocument fresh, String owner) {
    boolean about =
        finding.subject().equals(Subjects.of(role))
            && old.origin().span().covers(finding.at().span());
    Optional<Request> witness = finding.evidence().witness().filter(w -> about);
    return witness
        .filter(w -> TrustPolicies.decide(old, w, owner).isAllowed())
        .filter(w -> TrustPolicies.decide(fresh, w, owner).isAllowed())
        .isPresent();
  }

  /** Somebody who is named, got in, and does not any more. */
  private static Optional<Actor> keepsOut(
      PolicyDocument old, PolicyDocument fresh, String arn, String owner) {
    Entry before = Entry.of(old, Target.of(old, arn, owner));
    Entry after = Entry.of(fresh, Target.of(fresh, arn, owner));
    for (Statement allow : old.statements()) {
      for (Actor actor : allow.isAllow() ? new Entrants(old, owner).of(allow) : List.<Actor>of()) {
        Optional<Witness> got = witness(before.find(allow, actor));
        if (got.isPresent() && !getsIn(got.get(), actor, fresh, after, owner)) {
          return Optional.of(actor);
        }
      }
    }
    return Optional.empty();
  }

  /** By the same request as before, or by some other. */
  private static boolean getsIn(
      Witness before, Actor actor, PolicyDocument fresh, Entry after, String owner) {
    boolean same = TrustPolicies.decide(fresh, before.request(), owner).isAllowed();
    return same
        || fresh.statements().stream()
            .filter(Statement::isAllow)
            .flatMap(allow -> witness(after.find(allow, actor)).stream())
            .anyMatch(witness -> witness.isCertain() || !before.isCertain());
  }

  private static Optional<Witness> witness(Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<Optional<Witness>>(
            possible -> Optional.of(possible.witness()),
            impossible -> Optional.empty(),
            undecided -> Optional.empty()));
  }
}
