package io.rolewright.analyze;

import io.rolewright.rule.file.RuleLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and loads the rules of the user's own. */
public final class PrivateRules {

  /** Where a project keeps its rules: {@code .rolewright/rules}. */
  public static final Path FOLDER = Path.of(".rolewright", "rules");

  private PrivateRules() {}

  /**
   * The nearest {@link #FOLDER} in a folder or the folders above it, but not above the root of the
   * Git repository that the folder is in.
   */
  public static Optional<Path> find(Path folder) {
    return ConfigurationFile.upwards(folder, FOLDER, Files::isDirectory);
  }

  /**
   * Loads the project's rules and others.
   *
   * @param named folders and files of rules
   * @param start from where the project's own are looked for
   * @param workingDirectory where relative paths start, and what names are told from
   */
  public static RuleLoader load(List<Path> named, Path start, Path workingDirectory) {
    return load(RuleLoader.ofPrivateRules(), named, start, workingDirectory);
  }

  private static RuleLoader load(
      RuleLoader loader, List<Path> named, Path start, Path workingDirectory) {
    List<Path> folders = new ArrayList<>(named);
    find(start).ifPresent(folders::add);
    return folders.isEmpty() ? loader : loader.load(folders, workingDirectory);
  }

  /**
   * Loads the project's rules and others to test them.
   *
   * @param start from where the project's own are looked for
   */
  public static RuleLoader loadForTest(List<Path> named, Path start, Path workingDirectory) {
    return load(RuleLoader.ofRulesUnderTest(), named, start, workingDirectory);
  }
}
