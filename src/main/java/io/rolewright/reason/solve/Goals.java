package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns formulas into goals, and adds the clauses that say what a goal demands of its parts. */
final class Goals {

  private final Clauses clauses;
  private final Map<Formula, Integer> atoms = new HashMap<>();
  private final List<Formula.Atomic> byVariable = new ArrayList<>();
  private final Map<Formula, Goal> positive = new HashMap<>();
  private final Map<Formula, Goal> negative = new HashMap<>();

  Goals(Clauses clauses) {
    this.clauses = clauses;
  }

  /** The formula must be neither constant. */
  Goal of(Formula formula, boolean sign) {
    Map<Formula, Goal> known = sign ? positive : negative;
    Goal goal = known.get(formula);
    if (goal == null) {
      goal = make(formula, sign);
      known.put(formula, goal);
    }
    return goal;
  }

  private Goal make(Formula formula, boolean sign) {
    if (formula instanceof Formula.Not not) {
      return of(not.inner(), !sign);
    }
    if (formula instanceof Formula.And and) {
      return make(and.parts(), sign, !sign);
    }
    if (formula instanceof Formula.Or or) {
      return make(or.parts(), sign, sign);
    }
    Formula.Atomic atomic = (Formula.Atomic) formula;
    return Goal.leaf(literal(new Literal(atomic, sign)), cost(atomic.atom(), sign));
  }

  private Goal make(List<Formula> formulas, boolean sign, boolean any) {
    List<Goal> parts = new ArrayList<>();
    formulas.forEach(part -> parts.add(of(part, sign)));
    int literal = clauses.newLiteral();
    if (any) {
      int[] clause = new int[parts.size() + 1];
      clause[0] = literal ^ 1;
      for (int i = 0; i < parts.size(); i++) {
        clause[i + 1] = parts.get(i).literal();
      }
      clauses.add(clause);
    } else {
      parts.forEach(part -> clauses.add(new int[] {literal ^ 1, part.literal()}));
    }
    return Goal.of(literal, any, parts);
  }

  /** The number of a literal; new if it is not known. */
  int literal(Literal literal) {
    Integer known = atoms.get(literal.formula());
    if (known == null) {
      known = clauses.newLiteral();
      atoms.put(literal.formula(), known);
      while (byVariable.size() < known >> 1) {
        byVariable.add(literal.formula()); // why: never asked for, these are no tests
      }
      byVariable.add(literal.formula());
    }
    return literal.positive() ? known : known ^ 1;
  }

  /** The test or contrary with this number. */
  Literal literal(int number) {
    return new Literal(byVariable.get(number >> 1), (number & 1) == 0);
  }

  /** Few things said, and few fields present, make the requests that people want to see. */
  private static long cost(Atom atom, boolean sign) {
    if (!sign) {
      return 1;
    }
    if (atom instanceof Atom.Symbol) {
      return 2;
    }
    return atom instanceof Atom.Present ? 4 : atom instanceof Atom.Joined ? 8 : 5;
  }
}
