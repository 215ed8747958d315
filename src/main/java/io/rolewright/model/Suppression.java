package io.rolewright.model;

import io.rolewright.source.Origin;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A wish, written in the input itself, not to be told of some findings.
 *
 * @param at where the wish stands
 * @param scope the findings meant are those that point inside
 * @param rules rule ids or names; never empty
 * @param reason why; empty where none was given
 * @param expires the last day on which it holds
 */
public record Suppression(
    Origin at, Origin scope, Set<String> rules, String reason, Optional<LocalDate> expires) {

  public Suppression {
    rules = Set.copyOf(rules);
  }
}
