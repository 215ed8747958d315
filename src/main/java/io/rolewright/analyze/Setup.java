package io.rolewright.analyze;

import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.rule.file.RuleLoader;
import io.rolewright.rule.file.RuleSet;
import io.rolewright.source.Decoder;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run goes by: its rules, its configuration and its baseline.
 *
 * @param usable whether the configuration and the baseline are as they must be; a broken private
 *     rule is an error too, but the other rules run all the same
 * @param problems of all of them
 */
record Setup(
    RuleSet rules,
    Configuration configuration,
    Baseline baseline,
    boolean usable,
    List<Problem> problems) {

  /** Finds and reads what a request asks for. */
  static Setup of(AnalysisRequest request, RuleSet shipped) {
    Optional<Path> given = request.configFile().map(request.workingDirectory()::resolve);
    RuleLoader loader =
        PrivateRules.load(
            request.rules(),
            given.flatMap(file -> Optional.ofNullable(file.getParent())).orElse(start(request)),
            request.workingDirectory());
    RuleSet rules = shipped.plus(loader);
    List<Problem> problems = new ArrayList<>();
    Configuration configuration =
        given
            .or(() -> ConfigurationFile.find(start(request)))
            .flatMap(path -> configuration(path, request, rules, problems))
            .orElse(Configuration.EMPTY);
    Baseline baseline =
        request
            .baseline()
            .map(request.workingDirectory()::resolve)
            .flatMap(path -> text(path, request, problems))
            .flatMap(file -> Baseline.read(file, problems::add))
            .orElse(Baseline.EMPTY);
    boolean usable = problems.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    problems.addAll(loader.problems());
    return new Setup(rules, configuration, baseline, usable, problems);
  }

  /** What files at hand as text go by. */
  static Setup of(Optional<SourceFile> configuration, RuleSet rules) {
    List<Problem> problems = new ArrayList<>();
    Configuration read =
        configuration
            .map(file -> read(file, PathBase.AS_REPORTED, rules, problems))
            .orElse(Configuration.EMPTY);
    return new Setup(rules, read, Baseline.EMPTY, true, problems);
  }

  /**
   * Where to look for what nobody names: the working directory; but a single folder that is to be
   * judged brings its own.
   */
  private static Path start(AnalysisRequest request) {
    if (request.paths().size() == 1) {
      Path only = request.workingDirectory().resolve(request.paths().get(0)).normalize();
      if (Files.isDirectory(only)) {
        return only;
      }
    }
    return request.workingDirectory();
  }

  private static Optional<Configuration> configuration(
      Path path, AnalysisRequest request, RuleSet rules, List<Problem> problems) {
    PathBase base = PathBase.of(path, request.workingDirectory());
    return text(path, request, problems).map(file -> read(file, base, rules, problems));
  }

  private static Configuration read(
      SourceFile file, PathBase base, RuleSet rules, List<Problem> problems) {
    ConfigurationReader reader = new ConfigurationReader(rules.known());
    ConfigurationReader.Loaded loaded = reader.read(YamlReader.read(file, Limits.DEFAULT), base);
    problems.addAll(loaded.problems());
    return loaded.configuration();
  }

  private static Optional<SourceFile> text(
      Path path, AnalysisRequest request, List<Problem> problems) {
    Path directory = request.workingDirectory().toAbsolutePath().normalize();
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : path;
    String name = shown.toString().replace('\\', '/');
    try {
      Decoder.Decoded decoded = Decoder.decode(name, Files.readAllBytes(path));
      decoded.problem().ifPresent(problems::add);
      return decoded.problem().isPresent() ? Optional.empty() : Optional.of(decoded.file());
    } catch (NoSuchFileException missing) {
      problems.add(Problem.error("there is no such file", SourceFile.unread(name).at(0, 0)));
      return Optional.empty();
    } catch (IOException unreadable) {
      problems.add(Problem.error("this file cannot be read", SourceFile.unread(name).at(0, 0)));
      return Optional.empty();
    }
  }
}
