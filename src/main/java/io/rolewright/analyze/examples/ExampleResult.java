package io.rolewright.analyze.examples;

import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import java.util.List;

/**
 * What came of one example.
 *
 * @param rule the rule under test
 * @param faults in the order of lines; none if the rule does as the example says
 */
public record ExampleResult(RuleFile rule, RuleExample example, List<Fault> faults) {

  public ExampleResult {
    faults = List.copyOf(faults);
  }

  /** Whether the rule does as the example says. */
  public boolean passed() {
    return faults.isEmpty();
  }
}
