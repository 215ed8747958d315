package io.rolewright.simulate.explain;

import io.rolewright.model.Condition;
import io.rolewright.simulate.Step;
import java.util.List;
import java.util.Optional;

/**
 * An Allow statement that would have let the request through but for a few elements.
 *
 * @param failures what did not match, in written order
 */
public record NearMiss(Cited cited, List<Failure> failures) {

  /**
   * An element that did not match.
   *
   * @param condition the test, if it is one
   * @param wanted the patterns or values of which one would have matched, as written
   */
  public record Failure(Step step, Optional<Condition> condition, List<String> wanted) {

    public Failure {
      wanted = List.copyOf(wanted);
    }
  }

  public NearMiss {
    failures = List.copyOf(failures);
  }
}
