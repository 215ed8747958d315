package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Theory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lists when a formula is true, as few and as general conjunctions of its tests. Laws, for requests
 * that the domains allow: a cube lies within the formula; no literal of it can be left out;
 * together they are the formula, unless the list says that something is missing; none is covered by
 * the others. The second and the last may fail where the budget ends.
 */
public final class Implicants {

  /** More are not listed. */
  public static final int MOST = 1_000;

  private final Formulas formulas;
  private final Domains domains;
  private final SearchBudget budget;
  private final Session.Shared shared;

  private Implicants(
      Formulas formulas, Domains domains, Optional<Oracle> oracle, SearchBudget budget) {
    this.formulas = formulas;
    this.domains = domains;
    this.budget = budget;
    this.shared = new Session.Shared(new TheoryCheck(domains, new Theory(), oracle));
  }

  /** The cubes of {@code formula}, which {@code formulas} made, as well as the laws. */
  public static Cubes all(
      Formulas formulas, Formula formula, Domains domains, SearchBudget budget) {
    return new Implicants(formulas, domains, Optional.empty(), budget).all(formula);
  }

  /** The same, and {@code oracle} is asked where nothing else helps. */
  public static Cubes all(
      Formulas formulas, Formula formula, Domains domains, Oracle oracle, SearchBudget budget) {
    return new Implicants(formulas, domains, Optional.of(oracle), budget).all(formula);
  }

  /** The same, and whom {@code means} name is asked where nothing else helps. */
  public static Cubes all(
      Formulas formulas, Formula formula, Domains domains, Means means, SearchBudget budget) {
    return new Implicants(formulas, domains, means.oracle(), budget).all(formula);
  }

  private Cubes all(Formula formula) {
    Session rest = session(List.of(formula));
    Session outside = session(List.of(formulas.not(formula)));
    List<List<Literal>> cubes = new ArrayList<>();
    while (true) {
      Session.Result result = rest.solve(List.of(), budget);
      if (!(result instanceof Session.Result.Found found)) {
        return new Cubes(uncovered(cubes), whyUnknown(result));
      }
      if (cubes.size() == MOST) {
        return new Cubes(cubes, Optional.of("there are more than " + MOST + " cases"));
      }
      List<Literal> cube = prime(found.literals(), outside);
      cubes.add(cube);
      rest.require(formulas.not(formula(cube)));
    }
  }

  private static Optional<String> whyUnknown(Session.Result result) {
    return result instanceof Session.Result.Unknown unknown
        ? Optional.of(unknown.reason())
        : Optional.empty();
  }

  private Session session(List<Formula> required) {
    Session session = new Session(new ImplicantSearch(), shared);
    domains.laws().forEach(session::require);
    required.forEach(session::require);
    return session;
  }

  private Formula formula(List<Literal> cube) {
    return formulas.and(cube.stream().map(formulas::of).toList());
  }

  /** Leaves literals out while nothing outside of the formula gets in; contraries first. */
  private List<Literal> prime(List<Literal> cube, Session outside) {
    List<Literal> left = new ArrayList<>(cube);
    List<Literal> order = new ArrayList<>(cube);
    order.sort(Comparator.comparing(Literal::positive).thenComparing(Comparator.naturalOrder()));
    for (Literal literal : order) {
      List<Literal> fewer = new ArrayList<>(left);
      fewer.remove(literal);
      if (outside.solve(fewer, budget) instanceof Session.Result.Nothing) {
        left = fewer;
      }
    }
    return left;
  }

  /** Leaves out the cubes that lie within the others, the first first. */
  private List<List<Literal>> uncovered(List<List<Literal>> cubes) {
    List<List<Literal>> left = new ArrayList<>(cubes);
    for (List<Literal> cube : cubes) {
      List<Formula> required = new ArrayList<>(List.of(formula(cube)));
      for (List<Literal> other : left) {
        if (other != cube) {
          required.add(formulas.not(formula(other)));
        }
      }
      if (session(required).solve(List.of(), budget) instanceof Session.Result.Nothing) {
        left.remove(cube);
      }
    }
    return left;
  }
}
