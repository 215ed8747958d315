package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Outcome;
import io.rolewright.simulate.sts.Sts;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
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
    Problems problems = new Problems();
    Optional<Scenario> scenario = read(file, asked, problems);
    return scenario
        .map(s -> simulate(s, problems))
        .orElseGet(
            () ->
                new ScenarioRun(
                    Optional.empty(), assumptions, List.of(), List.of(), problems.sorted()));
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

  /** Each call is made with the credentials that the one before gave, until one is refused. */
  private ScenarioRun simulate(Scenario scenario, Problems problems) {
    Sts sts = new Sts(scenario.surroundings(), assumptions);
    Credentials credentials = scenario.caller();
    List<Outcome> outcomes = new ArrayList<>();
    boolean accepted = true;
    for (Scenario.Call call : scenario.calls()) {
      Outcome outcome = sts.call(call.call(), credentials, call.role());
      outcomes.add(outcome);
      accepted = outcome.isAccepted();
      if (!accepted) {
        break;
      }
      credentials = outcome.session().orElseThrow().credentials();
    }
    List<ScenarioRun.Answer> answers = new ArrayList<>();
    List<Scenario.Question> questions = accepted ? scenario.questions() : List.of();
    for (Scenario.Question question : questions) {
      answers.add(new ScenarioRun.Answer(question, sts.authorize(credentials, question.request())));
    }
    return new ScenarioRun(
        Optional.of(scenario), assumptions, outcomes, answers, problems.sorted());
  }
}
