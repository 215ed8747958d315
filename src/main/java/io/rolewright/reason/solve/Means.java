package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Formula;
import java.util.Optional;

/**
 * By what means questions are decided: with how many steps each, whom to ask where the own theories
 * do not decide, and who looks at every answer again.
 *
 * @param steps of each question
 */
public record Means(long steps, Optional<Oracle> oracle, Review review) {

  /** Looks at an answer again. */
  public interface Review {

    /** Takes note of an answer to whether some request makes a formula and the laws true. */
    void take(Answer answer, Formula formula, Domains domains);

    /** Whether what follows from several answers is to be asked in another way, too. */
    default boolean isThorough() {
      return false;
    }

    /** Takes note that another way leads to a contrary answer. */
    default void differs(String why) {}

    /** Takes note that something was not asked in another way. */
    default void unchecked(String why) {}
  }

  /** The own theories alone, with as many steps as every policy seen takes. */
  public static Means ordinary() {
    return new Means(SearchBudget.ORDINARY, Optional.empty(), (answer, formula, domains) -> {});
  }

  /** The same with a budget of so many steps for each question. */
  public Means withSteps(long number) {
    return new Means(number, oracle, review);
  }

  /** The same, and somebody else is asked where the own theories do not decide. */
  public Means withOracle(Oracle other) {
    return new Means(steps, Optional.of(other), review);
  }

  /** The same, and somebody looks at every answer again. */
  public Means withReview(Review reviewer) {
    return new Means(steps, oracle, reviewer);
  }

  /** A solver by these means; for one thread. */
  public Solver solver() {
    return new Solver(oracle, review);
  }

  /** The budget of one question. */
  public SearchBudget budget() {
    return SearchBudget.ofSteps(steps);
  }
}
