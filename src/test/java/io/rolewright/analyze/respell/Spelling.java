package io.rolewright.analyze.respell;

import io.rolewright.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A way to write an example otherwise.
 *
 * @param name for test reports
 * @param said what all rules say of the example so written; empty where it cannot be so written
 * @param aspect what must stay the same
 * @param except by id: rules that may speak otherwise, each with the reason
 */
record Spelling(
    String name,
    Function<Subject, Optional<List<Finding>>> said,
    Aspect aspect,
    Map<String, String> except) {

  /**
   * An example in this spelling.
   *
   * @param disagreement what must not be and is; empty where all is well
   */
  record Spelt(String spelling, Optional<String> disagreement) {}

  /** Nothing where the example cannot be so written. */
  Optional<Spelt> of(Subject subject) {
    return said.apply(subject).map(other -> new Spelt(name, disagreement(subject.said(), other)));
  }

  private Optional<String> disagreement(List<Finding> original, List<Finding> other) {
    List<String> expected = aspect.lines(original, except.keySet());
    List<String> actual = aspect.lines(other, except.keySet());
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of(name + ": expected " + expected + " but was " + actual);
  }
}
