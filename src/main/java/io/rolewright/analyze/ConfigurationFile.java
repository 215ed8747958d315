package io.rolewright.analyze;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the configuration that holds for a folder. */
public final class ConfigurationFile {

  /** The name of the file. */
  public static final String NAME = "rolewright.yaml";

  private ConfigurationFile() {}

  /**
   * The nearest {@value #NAME} in a folder or the folders above it, but not above the root of the
   * Git repository that the folder is in: what lies outside is not the project's.
   */
  public static Optional<Path> find(Path folder) {
    return upwards(folder, Path.of(NAME), Files::isRegularFile);
  }

  /** The nearest of a name in a folder or above it, within the folder's Git repository. */
  static Optional<Path> upwards(Path folder, Path name, Predicate<Path> isOne) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path found = at.resolve(name);
      if (isOne.test(found)) {
        return Optional.of(found);
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
