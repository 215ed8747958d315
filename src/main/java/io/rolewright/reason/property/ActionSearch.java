package io.rolewright.reason.property;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.access.ActionLists;
import io.rolewright.reason.access.ByAction;
import io.rolewright.reason.encode.Terms;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.Proof;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import io.rolewright.reason.strings.ActionClasses;
import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for a request of which a formula holds, one class of actions after another: in a class all
 * tests of the action are known, which leaves little to search. The classes are of all actions
 * there may ever be, not of those in the catalogue, which lags behind AWS.
 */
final class ActionSearch {

  private static final Result UNSPLIT =
      new Result(
          Optional.empty(),
          List.of(),
          Optional.of("the budget of steps ended before the actions were told apart"));

  private final Formulas formulas;
  private final Domains domains;
  private final Solver solver;
  private final SearchBudget budget;

  ActionSearch(Formulas formulas, Domains domains, Means means) {
    this.formulas = formulas;
    this.domains = domains;
    this.solver = means.solver();
    this.budget = means.budget();
  }

  /** What was found in the classes, until there was a request. */
  record Result(Optional<Assignment> found, List<Proof> proofs, Optional<String> undecided) {

    /** Of a formula that holds of nothing. */
    static final Result NOTHING = new Result(Optional.empty(), List.of(), Optional.empty());
  }

  Result search(Formula formula) {
    if (formula == formulas.no()) {
      return Result.NOTHING;
    }
    List<Formula> all = new ArrayList<>(domains.laws());
    all.add(formula);
    if (all.stream().anyMatch(ActionSearch::joinsAction)) {
      return unsplit(formula);
    }
    ActionLists lists = new ActionLists(all);
    Optional<ActionClasses> classes = ActionClasses.of(lists.languages(), Budget.ordinary());
    return classes.map(found -> search(formula, lists, found)).orElse(UNSPLIT);
  }

  /** Whether an action has a piece that is not known, so that classes do not tell all of it. */
  private static boolean joinsAction(Formula formula) {
    return formula.atoms().stream()
        .anyMatch(
            a -> a.atom() instanceof Atom.Joined joined && joined.field().equals(Terms.ACTION));
  }

  private Result unsplit(Formula formula) {
    Language named = Language.of(List.of(Pattern.glob("?*:?*")));
    Domain.Texts action = Domain.Texts.any().with(Domain.Presence.ALWAYS).shaped(named);
    Domains known = domains.under(domains.laws().stream().map(this::inAnyCase).toList());
    Answer answer = solver.solve(inAnyCase(formula), known.with(Terms.ACTION, action), budget);
    if (answer instanceof Answer.Satisfied satisfied) {
      return new Result(Optional.of(lower(satisfied.request())), List.of(), Optional.empty());
    }
    return answer instanceof Answer.Impossible impossible
        ? new Result(Optional.empty(), List.of(impossible.proof()), Optional.empty())
        : new Result(
            Optional.empty(), List.of(), Optional.of(((Answer.Undecided) answer).reason()));
  }

  /** Tests with open pieces take actions in any case, so the others must not tell cases apart. */
  private Formula inAnyCase(Formula formula) {
    return formulas.substitute(
        formula,
        atom ->
            atom instanceof Atom.In in && in.field().equals(Terms.ACTION)
                ? formulas.in(Terms.ACTION, inAnyCase(in.language()))
                : formulas.atom(atom));
  }

  private static Language inAnyCase(Language language) {
    return Language.of(language.patterns().stream().map(Pattern::ignoringCase).toList());
  }

  private static Assignment lower(Assignment request) {
    String action = request.text(Terms.ACTION).orElseThrow();
    return request.with(Terms.ACTION, action.toLowerCase(Locale.ROOT));
  }

  private Result search(Formula formula, ActionLists lists, ActionClasses classes) {
    ByAction byAction = new ByAction(formulas, lists);
    Set<List<Formula>> seen = new HashSet<>();
    List<Proof> proofs = new ArrayList<>();
    Optional<String> undecided = Optional.empty();
    for (ActionClasses.ActionClass actions : classes.classes()) {
      Formula left = byAction.at(formula, actions.atoms());
      Optional<Answer> answer =
          left == formulas.no() ? Optional.empty() : solve(left, byAction, actions, seen);
      if (answer.isEmpty()) {
        continue;
      }
      if (answer.get() instanceof Answer.Satisfied satisfied) {
        Assignment named = action(satisfied.request(), actions, lists, classes);
        return new Result(Optional.of(named), proofs, undecided);
      }
      if (answer.get() instanceof Answer.Impossible impossible) {
        proofs.add(impossible.proof());
      } else if (answer.get() instanceof Answer.Undecided open) {
        undecided = undecided.or(() -> Optional.of(open.reason()));
      }
    }
    return new Result(Optional.empty(), proofs, undecided);
  }

  /** What is left of the formula for some actions; nothing if the same was left for others. */
  private Optional<Answer> solve(
      Formula left, ByAction byAction, ActionClasses.ActionClass actions, Set<List<Formula>> seen) {
    List<Formula> all = new ArrayList<>();
    domains.laws().forEach(law -> all.add(byAction.at(law, actions.atoms())));
    Domains known = domains.under(all);
    all.add(left);
    return seen.add(all) ? Optional.of(solver.solve(left, known, budget)) : Optional.empty();
  }

  /** The request with an action that people know, if there is one in the class. */
  private static Assignment action(
      Assignment request,
      ActionClasses.ActionClass actions,
      ActionLists lists,
      ActionClasses classes) {
    if (hasNoneKnown(actions, lists)) {
      return request.with(Terms.ACTION, actions.representative());
    }
    String shown =
        candidates(actions.representative())
            .filter(action -> classes.classOf(action).filter(actions::equals).isPresent())
            .findFirst()
            .orElse(actions.representative());
    return request.with(Terms.ACTION, shown);
  }

  /**
   * Whether a list of the class tells that nothing in it is in the catalogue, as big as that is.
   */
  private static boolean hasNoneKnown(ActionClasses.ActionClass actions, ActionLists lists) {
    return actions.atoms().stream()
        .mapToObj(lists.languages()::get)
        .filter(Language::isFinite)
        .anyMatch(few -> few.literals().stream().noneMatch(ActionSearch::isKnown));
  }

  private static boolean isKnown(String action) {
    return Catalog.shipped().action(action).isPresent();
  }

  private static Stream<String> candidates(String representative) {
    Catalog catalog = Catalog.shipped();
    String prefix = representative.substring(0, representative.indexOf(':'));
    if (catalog.action(representative).isPresent()) {
      return Stream.of(representative);
    }
    Stream<String> services =
        Stream.concat(Stream.of(prefix, "sts", "s3", "ec2", "iam"), catalog.prefixes().stream());
    return services
        .flatMap(name -> catalog.service(name).map(Service::actions).orElse(List.of()).stream())
        .map(ServiceAction::id);
  }
}
