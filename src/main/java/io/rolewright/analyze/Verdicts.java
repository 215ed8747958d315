package io.rolewright.analyze;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Suppression;
import io.rolewright.rule.Finding;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Rule;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what was read to what is said: rules chosen, run, levelled, suppressed and sorted. */
final class Verdicts {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::at, Origin.BY_PLACE).thenComparing(Problem::message);

  private final Setup setup;
  private final Configuration configuration;
  private final Profile profile;
  private final LocalDate today;
  private final RuleClock clock;

  Verdicts(Setup setup, Profile profile, LocalDate today, RuleClock clock) {
    this.setup = setup;
    this.configuration = setup.configuration();
    this.profile = profile;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param inventories one for each file, in the order of files
   * @param earlier problems that came before reading
   */
  Analysis of(List<Inventory> inventories, List<Problem> earlier) {
    Inventory all = joined(inventories);
    int files = (int) inventories.stream().filter(i -> !i.isEmpty()).count();
    return of(all, all, files, earlier);
  }

  /** What is to be said of one of the inventories, all being known. */
  Analysis of(List<Inventory> inventories, Inventory part) {
    return of(joined(inventories), part, 1, List.of());
  }

  private Analysis of(Inventory whole, Inventory all, int files, List<Problem> earlier) {
    List<Problem> problems = new ArrayList<>(setup.problems());
    problems.addAll(earlier);
    all.problems().stream().filter(problem -> !problem.gap()).forEach(problems::add);
    List<Rule> running = running();
    Judge judge = new Judge(configuration.estate(whole, today), running, clock);
    judge.judge(all);
    problems.addAll(judge.problems());
    List<Finding> findings = judge.findings().stream().map(this::levelled).toList();
    Suppressions.Decided decided =
        new Suppressions(configuration, all.suppressions(), setup.rules().known(), today)
            .decide(findings);
    problems.addAll(decided.problems());
    problems.sort(BY_PLACE);
    return new Analysis(
        results(findings, decided),
        once(problems),
        running.stream().map(Rule::metadata).toList(),
        files,
        policies(all),
        judge.undecided(),
        configuration.failOn(),
        clock.times());
  }

  /** Without repetitions: all origins are equal, so places are compared by hand. */
  private static List<Problem> once(List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    return problems.stream().filter(p -> seen.add(p.at().place() + " " + p.message())).toList();
  }

  /** A document that is used in several places, or differs by template condition, counts once. */
  private static int policies(Inventory all) {
    Set<String> places = new HashSet<>();
    for (PolicyInPlace policy : PolicyInPlace.of(all)) {
      places.add(policy.document().origin().place());
    }
    return places.size();
  }

  private List<Result> results(List<Finding> findings, Suppressions.Decided decided) {
    Fingerprints fingerprints = new Fingerprints();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      String fingerprint = fingerprints.of(findings.get(i));
      Optional<Result.Suppressed> suppressed = decided.suppressed().get(i);
      if (suppressed.isEmpty() && setup.baseline().has(fingerprint)) {
        suppressed = Optional.of(new Result.Suppressed(Result.By.BASELINE, ""));
      }
      results.add(new Result(findings.get(i), fingerprint, suppressed));
    }
    return results;
  }

  private List<Rule> running() {
    return setup.rules().rules().stream().filter(rule -> runs(rule.metadata())).toList();
  }

  /** A level in the configuration switches a rule on whatever the profile. */
  private boolean runs(RuleMetadata rule) {
    RuleSetting setting = configuration.setting(rule);
    if (!setting.enabled()) {
      return false;
    }
    boolean strict =
        profile == Profile.STRICT
            || configuration.profile().filter(p -> p == RuleMetadata.Profile.STRICT).isPresent();
    return strict || setting.level().isPresent() || rule.profile() != RuleMetadata.Profile.STRICT;
  }

  private Finding levelled(Finding finding) {
    return configuration.setting(finding.rule()).level().map(finding::as).orElse(finding);
  }

  /** All inventories in one; joined once, since joining two by two would be quadratic. */
  private static Inventory joined(List<Inventory> inventories) {
    List<Role> roles = new ArrayList<>();
    List<Identity> identities = new ArrayList<>();
    List<SessionGrant> sessions = new ArrayList<>();
    List<StandalonePolicy> policies = new ArrayList<>();
    List<Suppression> suppressions = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Inventory inventory : inventories) {
      roles.addAll(inventory.roles());
      identities.addAll(inventory.identities());
      sessions.addAll(inventory.sessions());
      policies.addAll(inventory.policies());
      suppressions.addAll(inventory.suppressions());
      problems.addAll(inventory.problems());
    }
    return new Inventory(roles, identities, sessions, policies, suppressions, problems);
  }
}
