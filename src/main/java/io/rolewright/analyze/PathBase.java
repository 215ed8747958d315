package io.rolewright.analyze;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Turns file names as reported, which start from the working directory, into paths from the folder
 * of the configuration, from which its globs start.
 */
public record PathBase(Path folder, Path workingDirectory) {

  /** Names stay as reported. */
  public static final PathBase AS_REPORTED = new PathBase(Path.of(""), Path.of(""));

  /** The base of a configuration file. */
  static PathBase of(Path configuration, Path workingDirectory) {
    Path file = configuration.toAbsolutePath().normalize();
    Path folder = file.getParent() == null ? file : file.getParent();
    return new PathBase(folder, workingDirectory.toAbsolutePath().normalize());
  }

  /** The path from the configuration's folder; a file outside of it keeps its name. */
  String path(String fileName) {
    try {
      Path absolute = workingDirectory.resolve(fileName).normalize();
      if (absolute.startsWith(folder)) {
        return folder.relativize(absolute).toString().replace('\\', '/');
      }
    } catch (InvalidPathException noPath) {
      return fileName;
    }
    return fileName.startsWith("./") ? fileName.substring(2) : fileName;
  }
}
