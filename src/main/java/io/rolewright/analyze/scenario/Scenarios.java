package io.rolewright.analyze.scenario;

import io.rolewright.analyze.effective.SessionPermissions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Assumptions;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads and simulates scenario files. {@code docs/scenarios.md} describes them, {@code
 * docs/scenario.schema.json} is their schema.
 */
public final class Scenarios {

  /** A question put on the command line: an action and a resource. */
  public record Asked(String action, String resource) {}

  private final Path workingDirectory;
  private final Assumptions assumptions;
  private final Means means;

  public Scenarios(Path workingDirectory, Assumptions assumptions) {
    this(workingDirectory, assumptions, Means.ordinary());
  }

  /**
   * The same.
   *
   * @param means by what means questions about all requests are decided
   */
  public Scenarios(Path workingDirectory, Assumptions assumptions, Means means) {
    this.means = means;
    this.workingDirectory = workingDirectory;
    this.assumptions = assumptions;
  }

  /**
   * Simulates one file. Never throws for what the file says.
   *
   * @param asked put after the file's own questions
   */
  public ScenarioRun run(Path file, List<Asked> asked) {
    Problems problems = new Problems();
    Optional<Scenario> scenario = read(file, asked, problems);
    return scenario
        .map(s -> simulate(s, problems))
        .orElseGet(
            () ->
                new ScenarioRun(
                    Optional.empty(),
                    assumptions,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    problems.sorted()));
  }

  /** The scenario of a file; nothing but errors where nothing could be simulated. */
  Optional<Scenario> read(Path file, List<Asked> asked, Problems problems) {
    Limits limits = Limits.fittingMemory();
    Path path = workingDirectory.resolve(file).toAbsolutePath().normalize();
    Path folder = path.getParent() == null ? path : path.getParent();
    ScenarioFiles files = new ScenarioFiles(workingDirectory, folder, limits, problems);
    Optional<SourceFile> source = files.open(path);
    Optional<Node> root = source.flatMap(files::root);
    if (source.isPresent() && root.isEmpty() && problems.sorted().isEmpty()) {
      problems.error("the scenario is empty", source.get().whole());
    }
    return root.flatMap(
        r -> new ScenarioReader(assumptions, limits, files, problems).read(r, asked));
  }

  private ScenarioRun simulate(Scenario scenario, Problems problems) {
    Course course = Course.of(scenario, assumptions);
    return new ScenarioRun(
        Optional.of(scenario),
        assumptions,
        course.outcomes(),
        course.answers(),
        Swing.of(scenario, course, assumptions),
        permissions(scenario, course),
        problems.sorted());
  }

  private Optional<SessionPermissions> permissions(Scenario scenario, Course course) {
    return course
        .last()
        .map(
            session -> SessionPermissions.of(session, scenario.surroundings(), assumptions, means));
  }
}
