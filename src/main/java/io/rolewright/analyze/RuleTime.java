package io.rolewright.analyze;

import io.rolewright.rule.RuleMetadata;

/**
 * What a rule took in one run.
 *
 * @param nanos nanoseconds of the wall clock
 */
public record RuleTime(RuleMetadata rule, long nanos) {

  RuleTime plus(RuleTime more) {
    return new RuleTime(rule, nanos + more.nanos);
  }
}
