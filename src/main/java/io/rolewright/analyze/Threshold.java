package io.rolewright.analyze;

import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import java.util.List;
import java.util.Optional;

/**
 * From which severity on findings fail a run.
 *
 * @param least empty where none does
 */
public record Threshold(Optional<Severity> least) {

  private static final String NEVER = "never";

  /** The words that name a threshold, the gravest first. */
  public static final List<String> WORDS =
      List.of("critical", "high", "medium", "low", "info", NEVER);

  /** The threshold of a word; empty where it names none. */
  public static Optional<Threshold> named(String word) {
    return word.equals(NEVER)
        ? Optional.of(new Threshold(Optional.empty()))
        : Severity.named(word).map(severity -> new Threshold(Optional.of(severity)));
  }

  /** What the configuration of a run says, or else {@code high}. */
  public static Threshold configured(Analysis analysis) {
    return new Threshold(Optional.of(analysis.failOn().orElse(Severity.HIGH)));
  }

  /** The open findings that fail a run, in the order of the report. */
  public List<Finding> failing(Analysis analysis) {
    return analysis.open().stream()
        .map(Result::finding)
        .filter(finding -> least.filter(finding.severity()::reaches).isPresent())
        .toList();
  }
}
