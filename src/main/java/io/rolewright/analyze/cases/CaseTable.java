package io.rolewright.analyze.cases;

import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.simulate.Assumptions;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads tables of cases in JSON or YAML and answers each case. A table is a list of cases, or an
 * object that has it under {@code cases} or {@code vectors}.
 */
public final class CaseTable {

  private static final Set<String> NAMES =
      Set.of(
          "cases",
          "vectors",
          "schemaVersion",
          "generated",
          "spec",
          "schema",
          "title",
          "description");

  private final Path workingDirectory;
  private final Limits limits = Limits.fittingMemory();
  private final Assumptions assumptions;
  private final Judge judge;

  /**
   * @param workingDirectory that relative paths are of
   * @param traced whether decisions are to have their traces
   */
  public CaseTable(Path workingDirectory, Assumptions assumptions, boolean traced) {
    this.workingDirectory = workingDirectory;
    this.assumptions = assumptions;
    this.judge = new Judge(assumptions, traced);
  }

  /** Answers the cases of files. Never throws for what a file says. */
  public CasesRun run(List<Path> files) {
    List<Ruling> rulings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Case> seen = new HashMap<>();
    for (Path path : files) {
      List<Problem> found = new ArrayList<>();
      List<Case> cases = read(path, found);
      found.sort((a, b) -> Origin.BY_PLACE.compare(a.at(), b.at()));
      problems.addAll(found);
      for (Case asked : cases) {
        Case first = seen.putIfAbsent(asked.id(), asked);
        if (first == null) {
          rulings.add(judge.rule(asked));
        } else {
          problems.add(usedTwice(asked, first));
        }
      }
    }
    return new CasesRun(assumptions, rulings, problems);
  }

  private static Problem usedTwice(Case asked, Case first) {
    return Problem.error(
        "the id `" + asked.id() + "` is used twice, first at " + first.at(), asked.at());
  }

  private List<Case> read(Path path, List<Problem> problems) {
    Candidate candidate = candidate(path);
    if (Files.notExists(candidate.path())) {
      SourceFile none = SourceFile.unread(candidate.name());
      problems.add(Problem.error("there is no such file", none.whole()));
      return List.of();
    }
    FileReader.Opened opened = FileReader.open(candidate);
    opened.problem().ifPresent(problems::add);
    return opened.file().map(file -> read(file, problems)).orElse(List.of());
  }

  private Candidate candidate(Path path) {
    Path whole = workingDirectory.resolve(path).normalize();
    Path shown = whole.startsWith(workingDirectory) ? workingDirectory.relativize(whole) : whole;
    return new Candidate(whole, shown.toString().replace('\\', '/'), true);
  }

  private List<Case> read(SourceFile file, List<Problem> problems) {
    Tree tree = tree(file);
    problems.addAll(tree.problems());
    List<Case> cases = new ArrayList<>();
    for (Node root : tree.roots()) {
      for (Node node : table(root, problems)) {
        Optional<ObjectNode> object = node.asObject();
        if (object.isEmpty()) {
          problems.add(Problem.error("a case must be an object", node.origin()));
        }
        object.flatMap(o -> CaseReader.read(o, limits, problems)).ifPresent(cases::add);
      }
    }
    if (tree.roots().isEmpty() && tree.problems().isEmpty()) {
      problems.add(Problem.error("this file is empty; write a list of cases", file.whole()));
    }
    return cases;
  }

  private Tree tree(SourceFile file) {
    String text = file.text().stripLeading();
    boolean json = text.startsWith("{") || text.startsWith("[");
    boolean yaml = file.name().endsWith(".yaml") || file.name().endsWith(".yml");
    Tree tree = json ? JsonReader.read(file, limits) : YamlReader.read(file, limits);
    return json && yaml && !tree.problems().isEmpty() ? YamlReader.read(file, limits) : tree;
  }

  private static List<Node> table(Node root, List<Problem> problems) {
    return root.match(
        object -> ofObject(object, problems),
        array -> array.items(),
        scalar -> noTable(scalar, problems));
  }

  private static List<Node> ofObject(ObjectNode object, List<Problem> problems) {
    if (object.has("caller") && !object.has("cases") && !object.has("vectors")) {
      problems.add(
          Problem.error(
              "this is a scenario, not a table of cases; try `rolewright assume`",
              object.member("caller").orElseThrow().key().origin()));
      return List.of();
    }
    Fields fields = new Fields(object, "the table", problems);
    fields.only(NAMES);
    Optional<List<Node>> cases = fields.list("cases");
    Optional<List<Node>> vectors = fields.list("vectors");
    if (!fields.has("cases") && !fields.has("vectors")) {
      problems.add(Problem.error("the table needs `cases`, a list", object.origin()));
    }
    List<Node> all = new ArrayList<>(cases.orElse(List.of()));
    all.addAll(vectors.orElse(List.of()));
    return all;
  }

  private static List<Node> noTable(ScalarNode scalar, List<Problem> problems) {
    problems.add(
        Problem.error(
            "a table of cases must be a list, or an object with `cases`", scalar.origin()));
    return List.of();
  }
}
