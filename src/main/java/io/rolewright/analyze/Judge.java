package io.rolewright.analyze;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Rule;
import io.rolewright.rule.Subjects;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs rules over an inventory.
 *
 * <p>A rule that throws has a bug: that becomes a problem which names the rule and the place, and
 * the run goes on.
 */
final class Judge {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::at, Origin.BY_PLACE)
          .thenComparing(f -> f.rule().id())
          .thenComparing(Finding::severity)
          .thenComparing(Finding::message);

  private final Estate estate;
  private final List<Rule> rules;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int undecided;

  Judge(Estate estate, List<Rule> rules) {
    this.estate = estate;
    this.rules = rules;
  }

  /** Judges the whole inventory of the estate. */
  void judge() {
    Inventory inventory = estate.inventory();
    inventory.roles().forEach(this::judge);
    inventory.identities().forEach(this::judge);
    inventory.sessions().forEach(this::judge);
    PolicyInPlace.of(inventory).forEach(this::judge);
  }

  private void judge(Role role) {
    for (Rule rule : rules) {
      Findings found = new Findings(rule.metadata(), Subjects.of(role), role.world());
      run(rule, role.origin(), found, f -> rule.checker().check(role, estate, f));
    }
  }

  private void judge(Identity identity) {
    for (Rule rule : rules) {
      Findings found = new Findings(rule.metadata(), Subjects.of(identity), identity.world());
      run(rule, identity.origin(), found, f -> rule.checker().check(identity, estate, f));
    }
  }

  private void judge(SessionGrant grant) {
    for (Rule rule : rules) {
      Findings found = new Findings(rule.metadata(), Subjects.of(grant), grant.world());
      run(rule, grant.origin(), found, f -> rule.checker().check(grant, estate, f));
    }
  }

  private void judge(PolicyInPlace policy) {
    for (Rule rule : rules) {
      Findings found = new Findings(rule.metadata(), policy.subject(), "");
      run(rule, policy.document().origin(), found, f -> rule.checker().check(policy, estate, f));
    }
  }

  private void run(Rule rule, Origin at, Findings found, Consumer<Findings> check) {
    try {
      check.accept(found);
    } catch (RuntimeException | StackOverflowError bug) {
      problems.add(
          Problem.error(
              "internal error in rule "
                  + rule.metadata().id()
                  + " ("
                  + bug.getClass().getSimpleName()
                  + "); please report it with this policy",
              at));
    }
    findings.addAll(found.all());
  }

  /** By place; what several worlds or uses of one element find in the same words is told once. */
  List<Finding> findings() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(ORDER);
    List<Finding> once = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Finding finding : sorted) {
      String key = finding.rule().id() + "@" + finding.at().file().name() + finding.at().span();
      if (seen.add(key)) {
        once.add(finding);
      }
    }
    return once;
  }

  /**
   * How many questions could not be decided: rules whose search for a request gave up at its bound.
   */
  int undecided() {
    return undecided;
  }

  List<Problem> problems() {
    return problems;
  }
}
