package io.rolewright.reason.encode;

import io.rolewright.model.ConditionOperator.Comparison;
import java.util.Optional;

/** How a text of a policy is taken (R1.32). */
enum Reading {
  /** {@code *} and {@code ?} are letters, variables are substituted. */
  EQUAL("is", false, true, false),
  EQUAL_IGNORING_CASE("is in any case", false, true, true),
  /** {@code *} and {@code ?} are wildcards. */
  LIKE("is like", true, true, false),
  /** An ARN pattern of a condition: part by part. */
  ARN("is like the ARN", true, true, false),
  /** A pattern of a resource: part by part, variables in the last. */
  RESOURCE("is covered by", true, true, false),
  /** As written: no wildcards, no variables. */
  WRITTEN("is written", false, false, false),
  /** An action: wildcards, no variables, no case. */
  ACTION("is the action", true, false, true);

  private final String verb;
  private final boolean wildcards;
  private final boolean variables;
  private final boolean ignoresCase;

  Reading(String verb, boolean wildcards, boolean variables, boolean ignoresCase) {
    this.verb = verb;
    this.wildcards = wildcards;
    this.variables = variables;
    this.ignoresCase = ignoresCase;
  }

  /** How an operator takes its values; nothing if it does not compare texts. */
  static Optional<Reading> of(Comparison comparison) {
    return switch (comparison) {
      case STRING_EQUALS -> Optional.of(EQUAL);
      case STRING_EQUALS_IGNORE_CASE -> Optional.of(EQUAL_IGNORING_CASE);
      case STRING_LIKE -> Optional.of(LIKE);
      case ARN_EQUALS, ARN_LIKE -> Optional.of(ARN);
      default -> Optional.empty();
    };
  }

  /** For names of symbols: unlike those of all other readings. */
  String verb() {
    return verb;
  }

  boolean hasWildcards() {
    return wildcards;
  }

  boolean hasVariables() {
    return variables;
  }

  boolean ignoresCase() {
    return ignoresCase;
  }
}
