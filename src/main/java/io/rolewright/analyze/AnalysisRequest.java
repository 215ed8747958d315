package io.rolewright.analyze;

import io.rolewright.model.PolicyKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one run is to look at, and how.
 *
 * @param paths files and folders; folders are walked
 * @param workingDirectory relative paths start here and names are reported relative to it
 * @param configFile the configuration; where empty it is looked for upwards from the working
 *     directory
 * @param kind what raw policies are whose kind cannot be told
 * @param account twelve digits: who owns what is read
 * @param profile which rules run
 * @param baseline a file of accepted findings
 * @param ignored files and folders to pass over, as in a {@code .gitignore} file, relative to the
 *     working directory
 * @param progress told of each file
 * @param rules files and folders of private rules, beside the project's own
 * @param timed whether to tell what each rule took
 */
public record AnalysisRequest(
    List<Path> paths,
    Path workingDirectory,
    Optional<Path> configFile,
    Optional<PolicyKind> kind,
    Optional<String> account,
    Profile profile,
    Optional<Path> baseline,
    List<String> ignored,
    Progress progress,
    List<Path> rules,
    boolean timed) {

  /** A request with no rules but the shipped ones and the project's, not timed. */
  public AnalysisRequest(
      List<Path> paths,
      Path workingDirectory,
      Optional<Path> configFile,
      Optional<PolicyKind> kind,
      Optional<String> account,
      Profile profile,
      Optional<Path> baseline,
      List<String> ignored,
      Progress progress) {
    this(
        paths,
        workingDirectory,
        configFile,
        kind,
        account,
        profile,
        baseline,
        ignored,
        progress,
        List.of(),
        false);
  }

  public AnalysisRequest {
    paths = List.copyOf(paths);
    ignored = List.copyOf(ignored);
    rules = List.copyOf(rules);
  }
}
