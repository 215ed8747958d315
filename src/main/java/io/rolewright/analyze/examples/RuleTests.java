package io.rolewright.analyze.examples;

import io.rolewright.analyze.Analyzer;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleLoader;
import io.rolewright.rule.file.RuleLoader.Loaded;
import io.rolewright.rule.file.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the examples of rule files as tests. All rules judge an example, since they may leave a
 * cause to each other; what is compared are the findings of the rule under test.
 */
public final class RuleTests {

  private final Analyzer analyzer;

  /**
   * @param rules among them those under test
   */
  public RuleTests(RuleSet rules) {
    this.analyzer = new Analyzer(LocalDate.now(), rules);
  }

  /** Tests all rules of a loader. */
  public static RuleTestRun of(RuleLoader loader) {
    List<RuleFile> files = loader.loaded().stream().map(Loaded::file).toList();
    RuleTests tests = new RuleTests(RuleSet.shipped().plus(loader));
    List<ExampleResult> results =
        files.stream().flatMap(file -> tests.results(file).stream()).toList();
    return new RuleTestRun(files, results, loader.problems());
  }

  /** What comes of the examples of a file, whose rule is among the rules. */
  public List<ExampleResult> results(RuleFile file) {
    return Stream.concat(file.noncompliant().stream(), file.compliant().stream())
        .map(example -> result(file, example))
        .toList();
  }

  /** What comes of one example. */
  public ExampleResult result(RuleFile file, RuleExample example) {
    ExampleRun run = ExampleRun.of(example, analyzer);
    return new ExampleResult(file, example, ExampleVerdict.of(example, file.metadata().id(), run));
  }
}
