package io.rolewright.analyze.scenario;

import io.rolewright.simulate.Assumptions;
import java.nio.file.Path;
import java.util.List;

/** Reads and simulates scenario files. */
public final class Scenarios {

  /** A question put on the command line: an action and a resource. */
  public record Asked(String action, String resource) {}

  private final Path workingDirectory;
  private final Assumptions assumptions;

  public Scenarios(Path workingDirectory, Assumptions assumptions) {
    this.workingDirectory = workingDirectory;
    this.assumptions = assumptions;
  }

  /**
   * Simulates one file. Never throws for what the file says.
   *
   * @param asked put after the file's own questions
   */
  public ScenarioRun run(Path file, List<Asked> asked) {
    throw new UnsupportedOperationException();
  }
}
