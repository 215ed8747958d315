package io.rolewright.reason.access;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Implicants;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.strings.Budget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes access apart into {@link Line}s. The actions are split into classes; of each class the rest
 * of the formula is listed as its {@link Implicants}; what is alike for several classes becomes one
 * line. For one thread; the same question gets the same answer.
 */
public final class AccessLines {

  /** The action of a request, in lower case; always present. */
  public static final Field ACTION = Field.text("action");

  /** The resource of a request. */
  public static final Field RESOURCE = Field.text("resource");

  private static final long MOST_STEPS_FOR_CLASSES = 20_000_000;

  private final Formulas formulas;
  private final Domains domains;
  private final Means means;
  private final SearchBudget budget;

  /**
   * @param formulas which makes all formulas asked about
   * @param domains what is true of every request; the laws may speak of the action
   */
  public AccessLines(Formulas formulas, Domains domains, SearchBudget budget) {
    this(formulas, domains, Means.ordinary(), budget);
  }

  /**
   * The same by other means, whose steps are for all that is asked of it.
   *
   * @param formulas which makes all formulas asked about
   * @param domains what is true of every request; the laws may speak of the action
   */
  public AccessLines(Formulas formulas, Domains domains, Means means) {
    this(formulas, domains, means, means.budget());
  }

  private AccessLines(Formulas formulas, Domains domains, Means means, SearchBudget budget) {
    this.formulas = formulas;
    this.domains = domains;
    this.means = means;
    this.budget = budget;
  }

  /** What is left of the means. */
  public Means left() {
    return means.withSteps(budget.left());
  }

  /** What {@code before} has that {@code after} has not; sources are those of {@code before}. */
  public <S> Access<S> minus(Formula before, Formula after, List<Source<S>> sources) {
    return of(formulas.and(before, formulas.not(after)), sources);
  }

  /**
   * The lines of {@code access}.
   *
   * @param sources what gives it; each line names those that give some of it
   */
  public <S> Access<S> of(Formula access, List<Source<S>> sources) {
    Formula gathered = new Gathering(formulas).of(access);
    List<Formula> all = new ArrayList<>(domains.laws());
    all.add(gathered);
    sources.forEach(source -> all.add(source.formula()));
    ActionLists lists = new ActionLists(all);
    Budget steps = Budget.ofSteps(Math.min(budget.left(), MOST_STEPS_FOR_CLASSES));
    Optional<List<BitSet>> classes = lists.classes(steps);
    if (classes.isEmpty()) {
      String why = "the budget of steps ended before the actions were told apart";
      return new Access<>(List.of(), Optional.of(why));
    }
    ByAction byAction = new ByAction(formulas, lists);
    Cases cases = new Cases(formulas, domains, byAction, classes.get(), means);
    Optional<String> missing = cases.list(gathered, budget);
    List<Line<S>> lines =
        new LineMaking<>(cases, lists, new Origins<>(cases, byAction, sources), budget).lines();
    return new Access<>(lines, missing);
  }
}
