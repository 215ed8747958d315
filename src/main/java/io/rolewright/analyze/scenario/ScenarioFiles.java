package io.rolewright.analyze.scenario;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a scenario names, by paths from the folder of the scenario. */
final class ScenarioFiles {

  private final Path workingDirectory;
  private final Path folder;
  private final Limits limits;
  private final Problems problems;
  private final Map<Path, Optional<SourceFile>> read = new HashMap<>();

  /**
   * @param folder from which paths start
   */
  ScenarioFiles(Path workingDirectory, Path folder, Limits limits, Problems problems) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    this.folder = folder;
    this.limits = limits;
    this.problems = problems;
  }

  /** The name under which people see a path: from the working directory where it is inside. */
  String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown =
        absolute.startsWith(workingDirectory) ? workingDirectory.relativize(absolute) : path;
    return shown.toString().replace('\\', '/');
  }

  /**
   * The text of a file; that it is missing or cannot be read is an error.
   *
   * @param at where it was named
   */
  Optional<SourceFile> open(String name, Origin at) {
    Optional<Path> path = path(name);
    if (path.isEmpty() || !Files.isRegularFile(path.get())) {
      boolean folder = path.isPresent() && Files.isDirectory(path.get());
      problems.error(
          folder
              ? "`" + name + "` is a folder; name a file"
              : "there is no file `" + name + "`; paths start at the folder of the scenario",
          at);
      return Optional.empty();
    }
    return read.computeIfAbsent(path.get(), this::text);
  }

  /** The text of the scenario itself. */
  Optional<SourceFile> open(Path scenario) {
    if (!Files.isRegularFile(scenario)) {
      problems.error(
          Files.isDirectory(scenario) ? "this is a folder" : "there is no such file",
          SourceFile.unread(shown(scenario)).whole());
      return Optional.empty();
    }
    return text(scenario);
  }

  private Optional<SourceFile> text(Path path) {
    FileReader.Opened opened = FileReader.open(new Candidate(path, shown(path), true));
    opened.problem().ifPresent(p -> problems.addAll(List.of(p)));
    return opened.file();
  }

  private Optional<Path> path(String name) {
    try {
      return Optional.of(folder.resolve(name).normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** The tree of a file; that its syntax is broken is an error. */
  Optional<Node> root(SourceFile file) {
    Tree tree = inputs(Optional.empty()).tree(file);
    problems.addAll(tree.problems());
    return tree.roots().stream().findFirst();
  }

  /** All that is in an export, a template or a policy file. */
  Inventory inventory(SourceFile file, Optional<String> account) {
    return inputs(account).read(file, true);
  }

  private Inputs inputs(Optional<String> account) {
    return new Inputs(new ReadOptions(account, Optional.empty(), limits));
  }
}
