package io.rolewright.analyze.scenario;

import io.rolewright.simulate.Assumptions;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A scenario in a folder of its own, read but not simulated. */
record Story(Optional<Scenario> scenario, List<Problem> problems) {

  /** Reads the text of a scenario in a folder. */
  static Story read(Path folder, String text) {
    return read(folder, text, Assumptions.DEFAULT);
  }

  static Story read(Path folder, String text, Assumptions assumptions) {
    write(folder, "scenario.yaml", text);
    Problems problems = new Problems();
    Optional<Scenario> scenario =
        new Scenarios(folder, assumptions).read(Path.of("scenario.yaml"), List.of(), problems);
    return new Story(scenario, problems.sorted());
  }

  static void write(Path folder, String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenario, of which nothing is wrong. */
  Scenario sound() {
    if (!problems.isEmpty()) {
      throw new AssertionError(said());
    }
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
