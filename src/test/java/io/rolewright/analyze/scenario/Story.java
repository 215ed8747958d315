package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A scenario in a folder of its own, read but not simulated. */
record Story(String text, Optional<Scenario> scenario, List<Problem> problems) {

  /** Reads the text of a scenario in a folder. */
  static Story read(Path folder, String text) {
    return read(folder, text, Assumptions.DEFAULT);
  }

  static Story read(Path folder, String text, Assumptions assumptions) {
    write(folder, "scenario.yaml", text);
    Problems problems = new Problems();
    Optional<Scenario> scenario =
        new Scenarios(folder, assumptions).read(Path.of("scenario.yaml"), List.of(), problems);
    return new Story(text, scenario, problems.sorted());
  }

  static void write(Path folder, String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenario, of which neither the reader nor the schema says anything. */
  Scenario sound() {
    assertThat(said()).isEmpty();
    assertThat(ScenarioSchema.complaints(text)).isEmpty();
    return scenario.orElseThrow();
  }

  /** The problems as {@code line:column severity message}. */
  List<String> said() {
    return problems.stream()
        .map(
            p ->
                p.at().start().line()
                    + ":"
                    + p.at().start().column()
                    + " "
                    + p.severity().shown()
                    + " "
                    + p.message())
        .toList();
  }
}
