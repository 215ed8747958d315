package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.examples.ExampleRun;
import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What one rule's page shows as right, no rule that judges the same matters may call wrong. */
class CompliantExamplesTest {

  @TestFactory
  Stream<DynamicTest> rules_on_sessions_permissions_and_grammar_agree() throws IOException {
    return tests(Set.of("SS", "PM", "GR"));
  }

  @TestFactory
  Stream<DynamicTest> rules_on_conditions_mfa_federation_and_services_agree() throws IOException {
    return tests(Set.of("CN", "MF", "OI", "SV"));
  }

  private static Stream<DynamicTest> tests(Set<String> families) throws IOException {
    return RuleIndexWriter.read(Path.of("../rules")).stream()
        .filter(file -> families.contains(family(file.metadata().id())))
        .flatMap(file -> tests(file, families));
  }

  private static Stream<DynamicTest> tests(RuleFile file, Set<String> families) {
    return file.compliant().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    file.metadata().id() + ": " + example.title(),
                    () -> assertQuiet(example, families)));
  }

  private static void assertQuiet(RuleExample example, Set<String> families) {
    ExampleRun run = ExampleRun.of(example);
    assertThat(run.problems()).isEmpty();
    assertThat(run.findings())
        .filteredOn(f -> families.contains(family(f.rule().id())))
        .as(run.shown())
        .noneMatch(f -> f.severity().reaches(Severity.MEDIUM));
  }

  private static String family(String id) {
    return id.substring(0, 2);
  }
}
