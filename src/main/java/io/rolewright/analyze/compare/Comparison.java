package io.rolewright.analyze.compare;

import io.rolewright.source.Problem;
import java.util.List;

/**
 * All that is to be said of two versions, in a fixed order.
 *
 * @param differences one for each thing that was compared, those without a difference included
 */
public record Comparison(List<Difference> differences, List<Problem> problems) {

  public Comparison {
    differences = List.copyOf(differences);
    problems = List.copyOf(problems);
  }

  /** Whether something changed in a direction. */
  public boolean has(Direction direction) {
    return differences.stream().anyMatch(difference -> difference.has(direction));
  }

  /** Whether something could not be read or decided; then nothing else may be taken for safe. */
  public boolean isIncomplete() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)
        || differences.stream().anyMatch(difference -> !difference.undecided().isEmpty());
  }
}
