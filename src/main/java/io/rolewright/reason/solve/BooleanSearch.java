package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import java.util.List;

/**
 * Searches for tests that make formulas true, whatever tests mean. What else must hold of tests it
 * is told clause by clause. For one thread.
 */
interface BooleanSearch {

  /** From now on the formula must be true. */
  void require(Formula formula);

  /** From now on one of the literals must be true. */
  void learn(List<Literal> clause);

  /**
   * Literals, ascending and without contraries, which with those assumed make all required formulas
   * true and are not ruled out by what was learned.
   */
  Outcome implicant(List<Literal> assumed, SearchBudget budget);

  /** What a search came to. */
  sealed interface Outcome {

    /** These do; those assumed are among them. */
    record Implicant(List<Literal> literals) implements Outcome {}

    /** There are none. */
    record None() implements Outcome {}

    /** The budget ended. */
    record Spent() implements Outcome {}
  }
}
