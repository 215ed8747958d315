package io.rolewright.reason.solve;

import io.rolewright.reason.strings.Budget;
import java.util.function.Function;

/**
 * How many steps a question may still take, those of its theories included. Counted work, not time,
 * so that the same question gets the same answer on every machine. Mutable and for one thread; once
 * it could not pay, it stays spent.
 */
public final class SearchBudget {

  /** Enough for every policy seen; a few seconds at most. */
  public static final long ORDINARY = 20_000_000;

  private long left;
  private boolean spent;

  private SearchBudget(long steps) {
    this.left = steps;
  }

  /** A budget of so many steps. */
  public static SearchBudget ofSteps(long steps) {
    return new SearchBudget(Math.max(0, steps));
  }

  /** {@link #ORDINARY} steps. */
  public static SearchBudget ordinary() {
    return ofSteps(ORDINARY);
  }

  /** Takes steps away, or says that there are not so many. */
  boolean spend(long steps) {
    if (spent || steps > left) {
      spent = true;
      return false;
    }
    left -= steps;
    return true;
  }

  /** Asks a theory, which gets at most {@link Budget#ORDINARY} of the steps left. */
  <R> R lend(Function<Budget, R> question) {
    long lent = Math.min(left, Budget.ORDINARY);
    Budget budget = Budget.ofSteps(lent);
    R answer = question.apply(budget);
    spend(lent - budget.left());
    if (budget.isSpent() && lent == left) {
      spent = true;
    }
    return answer;
  }

  /** Steps not yet taken. */
  public long left() {
    return left;
  }

  /** Whether something could not be paid. */
  public boolean isSpent() {
    return spent;
  }
}
