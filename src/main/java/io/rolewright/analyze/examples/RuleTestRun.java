package io.rolewright.analyze.examples;

import io.rolewright.rule.file.RuleFile;
import io.rolewright.source.Problem;
import java.util.List;

/**
 * What came of testing rule files.
 *
 * @param rules the rules that were tested, in the order of files
 * @param results one for each example, in the order of files and lines
 * @param problems errors: rule files that could not be tested; warnings of those that could
 */
public record RuleTestRun(
    List<RuleFile> rules, List<ExampleResult> results, List<Problem> problems) {

  public RuleTestRun {
    rules = List.copyOf(rules);
    results = List.copyOf(results);
    problems = List.copyOf(problems);
  }

  /** How many examples failed. */
  public int failed() {
    return (int) results.stream().filter(result -> !result.passed()).count();
  }

  /** Whether some rule file could not be tested. */
  public boolean isIncomplete() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
