package io.rolewright.analyze.scenario;

import io.rolewright.model.Inventory;
import io.rolewright.parse.CommentSuppressions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.simulate.Assumptions;
import io.rolewright.source.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scenario files as something to be judged: the roles they describe, and each call as a place that
 * asks for a session, with its session policies and its duration. Nothing is simulated.
 */
public final class ScenarioInput {

  private final Path workingDirectory;
  private final Limits limits;

  public ScenarioInput(Path workingDirectory, Limits limits) {
    this.workingDirectory = workingDirectory;
    this.limits = limits;
  }

  /** Whether a file is a scenario, by its shape alone; cheap. */
  public static boolean recognises(Tree tree) {
    Optional<ObjectNode> root = tree.roots().stream().findFirst().flatMap(Node::asObject);
    return tree.roots().size() == 1
        && root.filter(o -> o.get("caller").flatMap(Node::asObject).isPresent()).isPresent()
        && root.filter(o -> o.has("call") || o.has("calls") || o.has("can")).isPresent();
  }

  /**
   * What a scenario has.
   *
   * @param file where it lies, for the paths in it
   * @param named whether the user asked for this very file: then it is an error if it cannot be
   *     read; what is wrong with its policies is for the rules to say
   */
  public Inventory read(Tree tree, String file, boolean named) {
    Path folder = folder(file);
    Problems problems = new Problems();
    ScenarioFiles files = new ScenarioFiles(workingDirectory, folder, limits, problems);
    Node root = tree.roots().get(0);
    Optional<Scenario> scenario =
        new ScenarioReader(Assumptions.DEFAULT, limits, files, problems).read(root, List.of());
    return scenario
        .map(some -> ScenarioGrants.of(some, calls(root)).plus(CommentSuppressions.read(tree)))
        .orElseGet(() -> Inventory.of(named ? errors(problems) : List.of()));
  }

  /** Of a file that is only at hand as text the name may be no path. */
  private Path folder(String file) {
    try {
      Path path = workingDirectory.resolve(file).toAbsolutePath().normalize();
      return path.getParent() == null ? path : path.getParent();
    } catch (InvalidPathException noPath) {
      return workingDirectory.toAbsolutePath();
    }
  }

  private static List<Problem> errors(Problems problems) {
    return problems.sorted().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .toList();
  }

  /** The calls as written, in order. */
  private static List<ObjectNode> calls(Node root) {
    List<ObjectNode> calls = new ArrayList<>();
    ObjectNode scenario = root.asObject().orElseThrow();
    scenario
        .get("calls")
        .flatMap(Node::asArray)
        .ifPresent(list -> list.items().forEach(n -> n.asObject().ifPresent(calls::add)));
    if (calls.isEmpty()) {
      scenario.get("call").flatMap(Node::asObject).ifPresent(calls::add);
    }
    return calls;
  }
}
