package io.rolewright.analyze.cases;

import io.rolewright.simulate.Assumptions;
import io.rolewright.source.Problem;
import java.util.List;

/**
 * A table with its answers.
 *
 * @param assumptions under which they were answered
 * @param rulings of all cases that could be read, in written order
 * @param problems in the input, by file and place
 */
public record CasesRun(Assumptions assumptions, List<Ruling> rulings, List<Problem> problems) {

  public CasesRun {
    rulings = List.copyOf(rulings);
    problems = List.copyOf(problems);
  }

  /** How many cases came out otherwise than expected. */
  public int disagreeing() {
    return count(false);
  }

  /** How many cases came out as expected. */
  public int agreeing() {
    return count(true);
  }

  private int count(boolean agrees) {
    return (int)
        rulings.stream().filter(r -> r.agrees().filter(a -> a == agrees).isPresent()).count();
  }

  /** Whether something in the input kept a case from being decided. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
