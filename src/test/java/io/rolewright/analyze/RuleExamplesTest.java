package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.examples.ExampleRun;
import io.rolewright.analyze.examples.RuleTests;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import io.rolewright.rule.file.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every rule file, one test each: the rule finds what is marked, and no more. */
class RuleExamplesTest {

  private static final RuleTests TESTS = new RuleTests(RuleSet.shipped());

  @TestFactory
  Stream<DynamicNode> examples_show_what_their_rule_finds() throws IOException {
    return RuleIndexWriter.read(Path.of("../rules")).stream().flatMap(RuleExamplesTest::tests);
  }

  private static Stream<DynamicNode> tests(RuleFile file) {
    List<DynamicNode> tests = new ArrayList<>();
    file.noncompliant().forEach(example -> tests.add(test(file, example, "finds")));
    file.compliant().forEach(example -> tests.add(test(file, example, "is silent on")));
    tests.add(
        DynamicTest.dynamicTest(
            file.metadata().id() + " has examples enough",
            () -> {
              assertThat(file.noncompliant()).hasSizeGreaterThanOrEqualTo(3);
              assertThat(file.compliant()).hasSizeGreaterThanOrEqualTo(2);
            }));
    return tests.stream();
  }

  private static DynamicNode test(RuleFile file, RuleExample example, String verb) {
    return DynamicTest.dynamicTest(
        file.metadata().id() + " " + verb + ": " + example.title(),
        () -> {
          ExampleRun run = ExampleRun.of(example);
          assertThat(TESTS.result(file, example).faults())
              .as("all findings: %s; problems: %s", run.shown(), run.problems())
              .isEmpty();
        });
  }
}
