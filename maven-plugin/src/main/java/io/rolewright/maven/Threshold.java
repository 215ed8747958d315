package io.rolewright.maven;

import io.rolewright.analyze.Analysis;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.source.Position;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Which findings fail the build.
 *
 * @param least empty where none does
 */
record Threshold(Optional<Severity> least) {

  /** What a parameter says; nothing where it is not given. */
  static Optional<Threshold> of(Optional<String> given) throws MojoExecutionException {
    return given.isEmpty() ? Optional.empty() : Optional.of(of(given.get()));
  }

  /** What the configuration says, or else the default. */
  static Threshold configured(Analysis analysis) {
    return new Threshold(analysis.failOn().or(() -> Optional.of(Severity.HIGH)));
  }

  private static Threshold of(String name) throws MojoExecutionException {
    if (name.equals("never")) {
      return new Threshold(Optional.empty());
    }
    Optional<Severity> severity = Severity.named(name);
    if (severity.isEmpty()) {
      throw new MojoExecutionException(
          "failOn is `" + name + "`; it must be one of critical, high, medium, low, info, never");
    }
    return new Threshold(severity);
  }

  /** One line for each finding that fails the build, in the order of the report. */
  List<String> failing(Analysis analysis) {
    return analysis.open().stream()
        .map(result -> result.finding())
        .filter(finding -> least.filter(finding.severity()::reaches).isPresent())
        .map(Threshold::line)
        .toList();
  }

  private static String line(Finding finding) {
    Position at = finding.at().start();
    return finding.rule().id()
        + " "
        + finding.at().file().name()
        + ":"
        + at.line()
        + ":"
        + at.column()
        + " "
        + finding.severity().shown()
        + ": "
        + finding.message();
  }
}
