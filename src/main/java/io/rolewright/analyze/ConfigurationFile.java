package io.rolewright.analyze;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
