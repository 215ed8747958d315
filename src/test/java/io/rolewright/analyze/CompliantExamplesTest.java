package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.examples.ExampleRun;
import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What one rule's page shows as right, no other rule calls wrong: all are asked, strict ones too.
 */
class CompliantExamplesTest {

  @TestFactory
  Stream<DynamicTest> all_rules_agree_on_what_is_right() throws IOException {
    return RuleIndexWriter.read(Path.of("../rules")).stream().flatMap(CompliantExamplesTest::tests);
  }

  private static Stream<DynamicTest> tests(RuleFile file) {
    return file.compliant().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    file.metadata().id() + ": " + example.title(), () -> assertQuiet(example)));
  }

  private static void assertQuiet(RuleExample example) {
    ExampleRun run = ExampleRun.of(example);
    assertThat(run.problems()).isEmpty();
    assertThat(run.findings())
        .as(run.shown())
        .noneMatch(f -> f.severity().reaches(Severity.MEDIUM));
  }
}
