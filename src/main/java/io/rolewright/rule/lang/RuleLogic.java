package io.rolewright.rule.lang;

import java.util.List;

/**
 * What a rule says apart from the meanings of words: enough to tell that it can never report
 * anything, or that another rule reports all that it does.
 */
public final class RuleLogic {

  private final List<ClauseLogic> clauses;

  RuleLogic(List<ClauseLogic> clauses) {
    this.clauses = List.copyOf(clauses);
  }

  /** The clauses that can never report anything. */
  List<Syntax> dead() {
    return clauses.stream().filter(ClauseLogic::isDead).map(ClauseLogic::clause).toList();
  }

  /** Whether the rule can never report anything. */
  public boolean isDead() {
    return clauses.stream().allMatch(ClauseLogic::isDead);
  }

  /** Whether this rule reports something of everything of which the other does. */
  public boolean covers(RuleLogic other) {
    return other.clauses.stream()
        .filter(theirs -> !theirs.isDead())
        .allMatch(theirs -> clauses.stream().anyMatch(mine -> mine.follows(theirs)));
  }
}
