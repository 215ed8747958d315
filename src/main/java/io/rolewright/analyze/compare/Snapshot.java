package io.rolewright.analyze.compare;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.parse.walk.FileWalk;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that one side holds.
 *
 * @param file whether it is one file, not a folder
 * @param attached the names of managed policies that somebody has
 * @param partitions of AWS that the texts speak of beside {@code aws}
 */
record Snapshot(
    boolean file,
    List<Holder> holders,
    List<Problem> problems,
    Set<String> partitions,
    Set<String> attached) {

  private static final List<String> OTHER_PARTITIONS =
      List.of("aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f");

  Snapshot {
    holders = List.copyOf(holders);
    problems = List.copyOf(problems);
  }

  /** Whether nothing of this side could be read, so that nothing can be said of what it lacks. */
  boolean isUnread() {
    return holders.isEmpty() && !problems.isEmpty();
  }

  /** Reads a file, or all candidates below a folder, as {@code check} does. */
  static Snapshot read(Path path, Path directory, ReadOptions options) {
    Path root = directory.resolve(path).normalize();
    FileWalk walk = new FileWalk(directory, directory, List.of());
    walk.add(path);
    Reading reading = new Reading(root, new Inputs(options));
    reading.problems.addAll(walk.problems());
    walk.candidates().forEach(reading::add);
    if (reading.holders.isEmpty() && reading.problems.isEmpty()) {
      String nothing = "there is nothing to compare here: no policy, template or account export";
      SourceFile here = SourceFile.unread(path.toString().replace('\\', '/'));
      reading.problems.add(Problem.error(nothing, here.whole()));
    }
    return new Snapshot(
        Files.isRegularFile(root),
        reading.holders,
        reading.problems,
        reading.partitions,
        reading.attached);
  }

  /** One file after the other. */
  private static final class Reading {

    private final Path root;
    private final Inputs inputs;
    private final List<Holder> holders = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> partitions = new TreeSet<>();
    private final Set<String> attached = new TreeSet<>();

    Reading(Path root, Inputs inputs) {
      this.root = root;
      this.inputs = inputs;
    }

    void add(Candidate candidate) {
      FileReader.Opened opened = FileReader.open(candidate);
      opened.problem().ifPresent(problems::add);
      opened.file().ifPresent(file -> add(candidate, file));
    }

    private void add(Candidate candidate, SourceFile file) {
      Inventory inventory = inputs.read(file, candidate.named());
      problems.addAll(inventory.problems());
      attached.addAll(Attached.in(inventory));
      holders.addAll(new Holders(inventory, relative(candidate)).all());
      for (String partition : OTHER_PARTITIONS) {
        if (file.text().contains(partition)) {
          partitions.add(partition);
        }
      }
    }

    private String relative(Candidate candidate) {
      Path path = candidate.path().toAbsolutePath().normalize();
      Optional<Path> below =
          path.startsWith(root.toAbsolutePath())
              ? Optional.of(root.toAbsolutePath().relativize(path))
              : Optional.empty();
      return below.orElse(path).toString().replace('\\', '/');
    }
  }
}
