package io.rolewright;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.Scenarios;
import io.rolewright.report.Format;
import io.rolewright.report.ScenarioReport;
import io.rolewright.simulate.Assumptions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario in {@code samples/} end to end, against the {@code .txt} file of its name. After a
 * change that is meant, renew these with {@code -Drolewright.renew=true} and read the difference.
 */
class ScenarioSamplesTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  @TestFactory
  Stream<DynamicTest> each_scenario_says_what_is_expected() throws IOException {
    return scenarios().stream()
        .map(
            file -> DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> test(file)));
  }

  @Test
  void each_story_of_the_simulator_is_there() throws IOException {
    assertThat(
            scenarios().stream().map(file -> file.getParent().getFileName().toString()).distinct())
        .contains("deploy-with-mfa", "saml-attributes", "cognito-upload", "sts-calls");
  }

  @Test
  void the_same_scenario_gives_the_same_bytes() throws IOException {
    for (Path file : scenarios()) {
      for (Format format : List.of(Format.TEXT, Format.JSON)) {
        assertThat(report(file, format)).isEqualTo(report(file, format));
      }
    }
  }

  private static void test(Path file) throws IOException {
    Path expected = Path.of(file.toString().replace(".yaml", ".txt"));
    String said = report(file, Format.TEXT);
    if (Boolean.getBoolean("rolewright.renew")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
    assertThat(run(file).problems()).isEmpty();
  }

  /** The YAML files that name the schema of scenarios. */
  private static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .filter(f -> isScenario(f))
          .sorted()
          .toList();
    }
  }

  private static boolean isScenario(Path file) {
    try {
      return Files.readString(file).contains("scenario.schema.json");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ScenarioRun run(Path file) {
    return new Scenarios(file.getParent(), Assumptions.DEFAULT).run(file.getFileName(), List.of());
  }

  private static String report(Path file, Format format) throws IOException {
    StringWriter out = new StringWriter();
    ScenarioReport.in(format, new ScenarioReport.Options("test", false, false))
        .write(run(file), out);
    return out.toString();
  }
}
