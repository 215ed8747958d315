package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows that formulas and lemmas contradict each other, on the formulas themselves: without clauses
 * for them and without learning, so that it shares nothing with the search whose work it checks.
 */
final class Refutation {

  private static final int DEEPEST = 1_000;

  private final List<Lemma> lemmas;
  private final Map<Formula, List<Lemma>> mentions = new HashMap<>();
  private final Set<Lemma> used = new HashSet<>();
  private final SearchBudget budget;

  Refutation(List<Lemma> lemmas, SearchBudget budget) {
    this.lemmas = lemmas;
    this.budget = budget;
    for (Lemma lemma : lemmas) {
      for (Literal literal : lemma.clause()) {
        mentions.computeIfAbsent(literal.formula(), key -> new ArrayList<>()).add(lemma);
      }
    }
  }

  boolean succeeds(List<Formula> asserted) {
    Branch root = new Branch(new HashMap<>(), new ArrayList<>());
    for (Lemma lemma : lemmas) {
      root.meet(lemma);
    }
    asserted.forEach(formula -> root.demand(formula, true));
    return refuted(root, 0);
  }

  /** The lemmas that anything followed from, in their order; with them alone it succeeds too. */
  List<Lemma> used() {
    return lemmas.stream().filter(used::contains).toList();
  }

  private boolean refuted(Branch branch, int depth) {
    branch.settle();
    if (branch.closed) {
      return true;
    }
    if (branch.open.isEmpty() || depth > DEEPEST) {
      return false;
    }
    Choice choice = branch.narrowest();
    branch.open.remove(choice); // a part with choices of its own would leave it open for ever
    for (Formula part : branch.possible(choice)) {
      Branch taken = branch.copy();
      taken.demand(part, choice.value);
      if (budget.isSpent() || !refuted(taken, depth + 1)) {
        return false;
      }
      branch.demand(part, !choice.value);
    }
    return true;
  }

  /** One of {@code parts} has this value. */
  private record Choice(List<Formula> parts, boolean value) {}

  /** What is known of tests, and the choices still to make. */
  private final class Branch {
    private final Map<Formula, Boolean> values;
    private final List<Choice> open;
    private boolean closed;

    Branch(Map<Formula, Boolean> values, List<Choice> open) {
      this.values = values;
      this.open = open;
    }

    Branch copy() {
      Branch copy = new Branch(new HashMap<>(values), new ArrayList<>(open));
      copy.closed = closed; // what was demanded of it may have closed it
      return copy;
    }

    void demand(Formula formula, boolean value) {
      if (formula instanceof Formula.Constant constant) {
        closed |= constant.value() != value;
      } else if (formula instanceof Formula.Not not) {
        demand(not.inner(), !value);
      } else if (formula instanceof Formula.And and) {
        demand(and.parts(), value, value);
      } else if (formula instanceof Formula.Or or) {
        demand(or.parts(), value, !value);
      } else {
        set(formula, value);
      }
    }

    private void demand(List<Formula> parts, boolean value, boolean all) {
      if (!all) {
        open.add(new Choice(parts, value));
        return;
      }
      for (Formula part : parts) {
        demand(part, value);
      }
    }

    private void set(Formula atom, boolean value) {
      Boolean before = values.putIfAbsent(atom, value);
      if (before != null) {
        closed |= before != value;
        return;
      }
      for (Lemma lemma : mentions.getOrDefault(atom, List.of())) {
        meet(lemma);
      }
    }

    /** If all literals but one are false, the last one is true. */
    void meet(Lemma lemma) {
      budget.spend(lemma.clause().size());
      List<Literal> left = new ArrayList<>();
      for (Literal literal : lemma.clause()) {
        Boolean value = values.get(literal.formula());
        if (value == null) {
          left.add(literal);
        } else if (value == literal.positive()) {
          return;
        }
      }
      closed |= left.isEmpty();
      if (left.size() < 2) {
        used.add(lemma);
      }
      if (left.size() == 1) {
        set(left.get(0).formula(), left.get(0).positive());
      }
    }

    /** Makes the choices that are none, until there are no more. */
    void settle() {
      boolean changed = true;
      while (changed && !closed && !budget.isSpent()) {
        changed = false;
        List<Choice> before = new ArrayList<>(open);
        open.clear();
        for (Choice choice : before) {
          changed |= settle(choice);
        }
      }
    }

    private boolean settle(Choice choice) {
      List<Formula> possible = possible(choice);
      if (possible.size() == 1) {
        demand(possible.get(0), choice.value);
        return true;
      }
      closed |= possible.isEmpty();
      if (choice.parts.stream().noneMatch(part -> is(part, choice.value))) {
        open.add(new Choice(possible, choice.value));
      }
      return false;
    }

    List<Formula> possible(Choice choice) {
      return choice.parts.stream().filter(part -> !is(part, !choice.value)).toList();
    }

    Choice narrowest() {
      Choice narrowest = open.get(0);
      for (Choice choice : open) {
        if (choice.parts.size() < narrowest.parts.size()) {
          narrowest = choice;
        }
      }
      return narrowest;
    }

    /** Whether the formula is known to have the value. */
    private boolean is(Formula formula, boolean value) {
      budget.spend(1);
      if (formula instanceof Formula.Constant constant) {
        return constant.value() == value;
      }
      if (formula instanceof Formula.Not not) {
        return is(not.inner(), !value);
      }
      if (formula instanceof Formula.And and) {
        return is(and.parts(), value, value);
      }
      return formula instanceof Formula.Or or
          ? is(or.parts(), value, !value)
          : values.containsKey(formula) && values.get(formula) == value;
    }

    private boolean is(List<Formula> parts, boolean value, boolean all) {
      for (Formula part : parts) {
        if (is(part, value) != all) {
          return !all;
        }
      }
      return all;
    }
  }
}
