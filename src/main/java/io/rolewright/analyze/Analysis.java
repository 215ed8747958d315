package io.rolewright.analyze;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one run has to say, sorted; reports are written from it and nothing else.
 *
 * @param results by place, then rule id; suppressed ones included
 * @param problems by place
 * @param rules the rules that ran, by id
 * @param files how many files held something to judge
 * @param policies how many policy documents were judged
 * @param undecided how many questions could not be decided
 * @param failOn the least severity that fails a run, where the configuration says it
 * @param times what each rule took, the longest first; empty where nobody asked
 */
public record Analysis(
    List<Result> results,
    List<Problem> problems,
    List<RuleMetadata> rules,
    int files,
    int policies,
    int undecided,
    Optional<Severity> failOn,
    List<RuleTime> times) {

  /** The tag of rules that tell what could not be judged. */
  private static final String INCOMPLETE = "incomplete";

  /** An analysis that was not timed. */
  public Analysis(
      List<Result> results,
      List<Problem> problems,
      List<RuleMetadata> rules,
      int files,
      int policies,
      int undecided,
      Optional<Severity> failOn) {
    this(results, problems, rules, files, policies, undecided, failOn, List.of());
  }

  /** An analysis under a configuration that leaves open what fails a run. */
  public Analysis(
      List<Result> results,
      List<Problem> problems,
      List<RuleMetadata> rules,
      int files,
      int policies,
      int undecided) {
    this(results, problems, rules, files, policies, undecided, Optional.empty());
  }

  public Analysis {
    results = List.copyOf(results);
    problems = List.copyOf(problems);
    rules = List.copyOf(rules);
    times = List.copyOf(times);
  }

  /** This analysis with other results and further problems. */
  public Analysis with(List<Result> others, List<Problem> further) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(further);
    return new Analysis(others, all, rules, files, policies, undecided, failOn, times);
  }

  /** The results that are not suppressed. */
  public List<Result> open() {
    return results.stream().filter(r -> r.suppressed().isEmpty()).toList();
  }

  /** How many questions stayed open: findings of rules with this tag, or problems. */
  public int leftOpen() {
    long told = open().stream().filter(r -> r.finding().rule().tags().contains(INCOMPLETE)).count();
    return (int) (told + problems.stream().filter(Problem::gap).count());
  }

  /** Whether something that was asked for could not be judged: exit code 2. */
  public boolean incomplete() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
