package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What one rule's page shows as right, no rule of its family may call wrong. */
class CompliantExamplesTest {

  private static final List<String> FAMILIES = List.of("SS", "PM", "GR");

  @TestFactory
  Stream<DynamicTest> rules_on_sessions_permissions_and_grammar_agree() throws IOException {
    return RuleIndexWriter.read(Path.of("../rules")).stream()
        .filter(file -> isOfFamily(file.metadata().id()))
        .flatMap(CompliantExamplesTest::tests);
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
        .filteredOn(f -> isOfFamily(f.rule().id()))
        .as(run.shown())
        .noneMatch(f -> f.severity().reaches(Severity.MEDIUM));
  }

  private static boolean isOfFamily(String id) {
    return FAMILIES.contains(id.substring(0, 2));
  }
}
