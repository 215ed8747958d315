package io.rolewright.analyze.input;

import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.parse.walk.FileWalk;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a file, or all files below a folder, in whatever format they are. */
public final class InputFiles {

  private final Path workingDirectory;

  public InputFiles(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  /**
   * What is in it. Never throws for what is in a file: that is a problem of the inventory.
   *
   * @param account who owns what is read, twelve digits, where the input does not say it
   */
  public Inventory read(Path path, Optional<String> account) {
    FileWalk walk = new FileWalk(workingDirectory, workingDirectory, List.of());
    walk.add(path);
    Inventory all = Inventory.of(walk.problems());
    Inputs inputs = new Inputs(new ReadOptions(account, Optional.empty(), Limits.fittingMemory()));
    for (Candidate candidate : walk.candidates()) {
      FileReader.Opened opened = FileReader.open(candidate);
      if (opened.problem().isPresent()) {
        all = all.plus(Inventory.of(List.of(opened.problem().get())));
      }
      if (opened.file().isPresent()) {
        all = all.plus(inputs.read(opened.file().get(), candidate.named()));
      }
    }
    return all;
  }

  /** The input as a place, under the name by which people see it. */
  public SourceFile named(Path path) {
    Path absolute = workingDirectory.resolve(path).normalize();
    Path shown =
        absolute.startsWith(workingDirectory) && !absolute.equals(workingDirectory)
            ? workingDirectory.relativize(absolute)
            : path;
    return SourceFile.unread(shown.toString().replace('\\', '/'));
  }
}
