package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleExample.ExampleFile;
import io.rolewright.rule.file.RuleExample.Mark;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
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
              assertThat(file.noncompliant()).allMatch(RuleExamplesTest::isMarked);
              assertThat(file.compliant()).noneMatch(RuleExamplesTest::isMarked);
            }));
    return tests.stream();
  }

  private static DynamicNode test(RuleFile file, RuleExample example, String verb) {
    String id = file.metadata().id();
    return DynamicTest.dynamicTest(
        id + " " + verb + ": " + example.title(), () -> assertMarksAreFound(id, example));
  }

  private static boolean isMarked(RuleExample example) {
    return example.files().stream().anyMatch(f -> !f.marks().isEmpty());
  }

  private static void assertMarksAreFound(String id, RuleExample example) {
    ExampleRun run = ExampleRun.of(example);
    List<String> expected = new ArrayList<>();
    for (ExampleFile file : example.files()) {
      file.marks().forEach(mark -> expected.add(file.name() + ":" + mark.line()));
    }
    List<Finding> found = run.findings(id);
    assertThat(found.stream().map(RuleExamplesTest::place).distinct().toList())
        .as("findings of %s; all findings: %s; problems: %s", id, run.shown(), run.problems())
        .containsExactlyInAnyOrderElementsOf(expected.stream().distinct().toList());
    for (ExampleFile file : example.files()) {
      file.marks().forEach(mark -> assertMark(file.name() + ":" + mark.line(), mark, found));
    }
  }

  private static void assertMark(String place, Mark mark, List<Finding> found) {
    List<Finding> here = found.stream().filter(f -> place(f).equals(place)).toList();
    mark.severity()
        .ifPresent(
            severity ->
                assertThat(here.stream().map(Finding::severity).map(Severity::shown))
                    .contains(severity.shown()));
    assertThat(here.stream().map(Finding::message).toList())
        .as("a message that says `%s`", mark.message())
        .anyMatch(message -> message.contains(mark.message()));
  }

  private static String place(Finding finding) {
    return finding.at().file().name() + ":" + finding.at().start().line();
  }
}
