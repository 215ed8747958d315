package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleScenariosTest {

  static final Path SAMPLES = Path.of("..", "samples");

  /** Every scenario among the samples. */
  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(SampleScenariosTest::isScenario).sorted().toList();
    }
  }

  private static boolean isScenario(Path file) {
    try {
      String name = file.toString();
      boolean text = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
      return text && Files.readString(file).contains("scenario.schema.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void every_sample_scenario_is_read_without_a_problem(Path file) {
    Problems problems = new Problems();
    Optional<Scenario> scenario =
        new Scenarios(Path.of(".."), Assumptions.DEFAULT)
            .read(file.toAbsolutePath(), List.of(), problems);
    assertThat(problems.sorted())
        .extracting(p -> p.at() + " " + p.severity().shown() + " " + p.message())
        .isEmpty();
    assertThat(scenario).isPresent();
  }
}
