package io.rolewright.reason.property;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.encode.Terms;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Proof;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import io.rolewright.reason.strings.ActionClasses;
import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a request of which a formula holds, one class of actions after another: in a class all
 * tests of the action are known, which leaves little to search. The classes are of all actions
 * there may ever be, not of those in the catalogue, which lags behind AWS.
 */
final class ActionSearch {

  private final Formulas formulas;
  private final Domains domains;
  private final Solver solver;
  private final SearchBudget budget;

  ActionSearch(Formulas formulas, Domains domains, Solver solver, SearchBudget budget) {
    this.formulas = formulas;
    this.domains = domains;
    this.solver = solver;
    this.budget = budget;
  }

  /** What was found in the classes, until there was a request. */
  record Result(Optional<Assignment> found, List<Proof> proofs, Optional<String> undecided) {}

  Result search(Formula formula) {
    if (formula == formulas.no()) {
      return new Result(Optional.empty(), List.of(), Optional.empty());
    }
    Optional<ActionClasses> classes = ActionClasses.of(languages(formula), Budget.ordinary());
    return classes
        .map(all -> search(formula, all))
        .orElseGet(
            () ->
                new Result(
                    Optional.empty(),
                    List.of(),
                    Optional.of("the budget ended while actions were split into classes")));
  }

  private Result search(Formula formula, ActionClasses classes) {
    Set<List<Formula>> seen = new HashSet<>();
    List<Proof> proofs = new ArrayList<>();
    Optional<String> undecided = Optional.empty();
    for (ActionClasses.ActionClass actions : classes.classes()) {
      Assignment action = Assignment.nothing().with(Terms.ACTION, actions.representative());
      Formula residual = restricted(formula, action);
      Domains known = domains.mapLaws(law -> restricted(law, action));
      List<Formula> all = new ArrayList<>(known.laws());
      all.add(residual);
      if (residual == formulas.no() || !seen.add(all)) {
        continue;
      }
      Answer answer = solver.solve(residual, known, budget);
      if (answer instanceof Answer.Satisfied satisfied) {
        Assignment named = action(satisfied.request(), actions, classes);
        return new Result(Optional.of(named), proofs, undecided);
      }
      if (answer instanceof Answer.Impossible impossible) {
        proofs.add(impossible.proof());
      } else if (answer instanceof Answer.Undecided open) {
        undecided = undecided.or(() -> Optional.of(open.reason()));
      }
    }
    return new Result(Optional.empty(), proofs, undecided);
  }

  private Formula restricted(Formula formula, Assignment action) {
    return formulas.restrict(formula, action, Set.of(Terms.ACTION));
  }

  private List<Language> languages(Formula formula) {
    Set<Language> languages = new LinkedHashSet<>();
    add(formula, languages);
    domains.laws().forEach(law -> add(law, languages));
    return List.copyOf(languages);
  }

  private static void add(Formula formula, Set<Language> languages) {
    for (Formula.Atomic atomic : formula.atoms()) {
      if (atomic.atom() instanceof Atom.In in && in.field().equals(Terms.ACTION)) {
        languages.add(in.language());
      }
    }
  }

  /** The request with an action that people know, if there is one in the class. */
  private static Assignment action(
      Assignment request, ActionClasses.ActionClass actions, ActionClasses classes) {
    String shown =
        candidates(actions.representative())
            .filter(action -> classes.classOf(action).filter(actions::equals).isPresent())
            .findFirst()
            .orElse(actions.representative());
    return request.with(Terms.ACTION, shown);
  }

  private static java.util.stream.Stream<String> candidates(String representative) {
    Catalog catalog = Catalog.shipped();
    String prefix = representative.substring(0, representative.indexOf(':'));
    if (catalog.action(representative).isPresent()) {
      return java.util.stream.Stream.of(representative);
    }
    java.util.stream.Stream<String> services =
        java.util.stream.Stream.concat(
            java.util.stream.Stream.of(prefix, "sts", "s3", "ec2", "iam"),
            catalog.prefixes().stream());
    return services
        .flatMap(name -> catalog.service(name).map(Service::actions).orElse(List.of()).stream())
        .map(ServiceAction::id);
  }
}
