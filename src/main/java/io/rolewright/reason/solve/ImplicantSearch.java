package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks through the required formulas and picks, of each {@code or}, the part that takes least;
 * {@link Clauses} tells what follows from a choice and learns from those that were wrong. So only
 * tests that matter are ever decided.
 */
final class ImplicantSearch implements BooleanSearch {

  /** Of the parts of a goal; enough, as those that take less come first. */
  private static final int MOST_COMPARED = 50;

  private static final long UNKNOWN = 1L << 40;
  private static final int LOOKS_PER_STEP = 32;

  private final Clauses clauses = new Clauses();
  private final Goals goals = new Goals(clauses);
  private final List<Goal> roots = new ArrayList<>();

  @Override
  public void require(Formula formula) {
    clauses.backTo(0);
    if (formula instanceof Formula.Constant constant) {
      if (!constant.value()) {
        clauses.add(new int[0]);
      }
      return;
    }
    Goal goal = goals.of(formula, true);
    roots.add(goal);
    clauses.add(new int[] {goal.literal()});
  }

  @Override
  public void learn(List<Literal> clause) {
    clauses.backTo(0);
    clauses.add(clause.stream().mapToInt(goals::literal).toArray());
  }

  @Override
  public Outcome implicant(List<Literal> assumed, SearchBudget budget) {
    clauses.backTo(0);
    int[] assumptions = assumed.stream().mapToInt(goals::literal).toArray();
    Walk walk = new Walk();
    boolean consistent = propagates(budget);
    while (!budget.isSpent()) {
      if (!consistent) {
        if (clauses.isContradictory()) {
          return new Outcome.None();
        }
        walk = new Walk();
        consistent = propagates(budget);
      } else if (clauses.level() < assumptions.length) {
        int next = assumptions[clauses.level()];
        if (clauses.value(next) < 0) {
          return new Outcome.None();
        }
        consistent = decide(next, budget);
      } else {
        Optional<Goal> choice = walk.choice(budget);
        if (choice.isEmpty() && !budget.isSpent()) {
          return new Outcome.Implicant(walk.literals(assumed));
        }
        consistent = choice.isEmpty() || decide(choice.get().literal(), budget);
      }
    }
    return new Outcome.Spent();
  }

  private boolean decide(int literal, SearchBudget budget) {
    clauses.newLevel();
    if (clauses.value(literal) == 0) {
      clauses.set(literal, Clauses.NONE);
    }
    return propagates(budget);
  }

  /** False after a conflict, from which it has learned. */
  private boolean propagates(SearchBudget budget) {
    if (clauses.isContradictory()) {
      return false;
    }
    int[] conflict = clauses.propagate(budget);
    if (conflict != Clauses.NONE) {
      clauses.learn(conflict);
    }
    return conflict == Clauses.NONE;
  }

  /** Goes on where it stopped, as long as nothing is taken back. */
  private final class Walk {
    private final Deque<Goal> all = new ArrayDeque<>(roots);
    private final Deque<Goal> any = new ArrayDeque<>();
    private final Set<Integer> visited = new HashSet<>();
    private final Set<Integer> chosen = new HashSet<>();

    /** A part that should be decided next; none if everything required is true. */
    Optional<Goal> choice(SearchBudget budget) {
      while (!all.isEmpty() || !any.isEmpty()) {
        Goal goal = all.isEmpty() ? any.peek() : all.poll();
        if (!budget.spend(1 + goal.parts().size() / LOOKS_PER_STEP)) {
          return Optional.empty();
        }
        if (goal.isLeaf()) {
          chosen.add(goal.literal());
        } else if (!goal.any()) {
          goal.parts().forEach(this::push);
        } else if (goal != any.peek()) {
          any.add(goal);
        } else {
          Goal part = best(goal);
          if (clauses.value(part.literal()) == 0) {
            return Optional.of(part);
          }
          any.remove();
          push(part);
        }
      }
      return Optional.empty();
    }

    private void push(Goal goal) {
      if (goal.isLeaf() || visited.add(goal.literal())) {
        all.push(goal);
      }
    }

    /** One that is true; else one that is not known; of these, one that takes little. */
    private Goal best(Goal goal) {
      Goal best = goal;
      long least = Long.MAX_VALUE;
      int compared = 0;
      for (int i = 0; i < goal.parts().size() && compared < MOST_COMPARED; i++) {
        Goal part = goal.parts().get(i);
        int value = clauses.value(part.literal());
        long cost =
            value < 0 || chosen.contains(part.literal())
                ? 0
                : part.cost() + (value > 0 ? 0 : UNKNOWN);
        compared += value < 0 ? 0 : 1;
        if (value >= 0 && cost < least) {
          best = part;
          least = cost;
        }
      }
      return best;
    }

    List<Literal> literals(List<Literal> assumed) {
      TreeSet<Literal> literals = new TreeSet<>(assumed);
      chosen.forEach(number -> literals.add(goals.literal(number)));
      return List.copyOf(literals);
    }
  }
}
