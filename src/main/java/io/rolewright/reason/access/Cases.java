package io.rolewright.reason.access;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Cubes;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Implicants;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of a formula for each class of actions, and the cubes of that. Classes for which the
 * same is left are treated once.
 */
final class Cases {

  private static final int MANY = 64;

  /**
   * Actions for which the same is left.
   *
   * @param domains the laws, once the action is known
   */
  record Rest(Formula formula, Domains domains, BitSet classes) {}

  private record RestKey(Formula formula, List<Formula> laws) {}

  private final Formulas formulas;
  private final Domains domains;
  private final ByAction byAction;
  private final List<BitSet> classes;
  private final boolean lawsMentionActions;
  private final List<Rest> byClass = new ArrayList<>();
  private final List<Rest> rests = new ArrayList<>();
  private final Gathering gathering;
  private final Map<List<Literal>, BitSet> cubes = new LinkedHashMap<>();
  private final Means means;
  private final Solver solver;

  Cases(Formulas formulas, Domains domains, ByAction byAction, List<BitSet> classes, Means means) {
    this.means = means;
    this.solver = means.solver();
    this.formulas = formulas;
    this.domains = domains;
    this.byAction = byAction;
    this.classes = classes;
    this.gathering = new Gathering(formulas);
    this.lawsMentionActions = domains.laws().stream().anyMatch(byAction::mentions);
  }

  List<BitSet> classes() {
    return classes;
  }

  /** Finds all cubes; says why some may be missing. */
  Optional<String> list(Formula formula, SearchBudget budget) {
    Map<RestKey, Rest> known = new LinkedHashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      Rest rest = rest(byAction.at(formula, classes.get(i)), laws(classes.get(i)), known);
      rest.classes.set(i);
      byClass.add(rest);
    }
    rests.addAll(known.values());
    Optional<String> missing = Optional.empty();
    for (Rest rest : rests) {
      Cubes found = Implicants.all(formulas, fewer(rest.formula), rest.domains, means, budget);
      for (List<Literal> cube : found.cubes()) {
        cubes.computeIfAbsent(cube, none -> new BitSet(classes.size())).or(rest.classes);
      }
      missing = missing.or(found::missing);
    }
    return missing;
  }

  private Rest rest(Formula left, List<Formula> laws, Map<RestKey, Rest> known) {
    return known.computeIfAbsent(
        new RestKey(left, laws),
        key -> new Rest(left, domainsUnder(laws), new BitSet(classes.size())));
  }

  /** Many alternatives are put together as far as possible: finding cubes takes their square. */
  private Formula fewer(Formula formula) {
    boolean many = formula.size() > MANY;
    return many ? gathering.of(formula) : formula;
  }

  private List<Formula> laws(BitSet in) {
    return lawsMentionActions
        ? domains.laws().stream().map(law -> byAction.at(law, in)).toList()
        : domains.laws();
  }

  private Domains domainsUnder(List<Formula> laws) {
    return lawsMentionActions ? domains.under(laws) : domains;
  }

  /** The cubes, each with the classes for which it was found. */
  Map<List<Literal>, BitSet> cubes() {
    return cubes;
  }

  /** Each different rest once, in order of the first class. */
  List<Rest> rests() {
    return rests;
  }

  /** What is left for a class. */
  Rest restOf(int number) {
    return byClass.get(number);
  }

  /** Whether it is seen without search that the cube makes the formula true. */
  boolean plainlyImplies(List<Literal> cube, Formula formula) {
    return new Implied(cube).of(formula) == Implied.Value.YES;
  }

  /** Whether it is proved that no request is in both; for actions of {@code rest}. */
  boolean areApart(Rest rest, List<Literal> cube, Formula formula, SearchBudget budget) {
    List<Formula> both = new ArrayList<>(List.of(formula));
    cube.forEach(literal -> both.add(formulas.of(literal)));
    Formula all = formulas.and(both);
    return all == formulas.no()
        || solver.solve(all, rest.domains, budget) instanceof Answer.Impossible;
  }

  Formulas formulas() {
    return formulas;
  }
}
