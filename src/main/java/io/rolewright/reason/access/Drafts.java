package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.SearchBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses which actions each cube is shown with. A cube that is true for more actions than it was
 * found for may take these in: {@code s3:*} on a bucket reads better than {@code s3:* except
 * s3:Get*}, if reading is allowed anywhere. Lines that are covered by others afterwards are left
 * out.
 */
final class Drafts {

  /** How often a search is made for that; without it lines are right, but longer. */
  private static final int MOST_SEARCHES = 1_000;

  private static final int MOST_LOOKS = 100_000;

  private final Cases cases;
  private final ActionCover cover;
  private final SearchBudget budget;
  private final Map<Atom, List<Cases.Rest>> byAtom = new HashMap<>();
  private final List<Cases.Rest> always = new ArrayList<>();
  private int searches;
  private int looks;

  Drafts(Cases cases, int lists, SearchBudget budget) {
    this.cases = cases;
    this.cover = new ActionCover(cases.classes(), lists);
    this.budget = budget;
  }

  /** One for each cube, but for those that the others cover. */
  List<Draft> needed() {
    List<Draft> all = new ArrayList<>();
    cases.cubes().forEach((cube, wanted) -> all.add(draft(cube, wanted)));
    List<Draft> left = new ArrayList<>(all);
    for (Draft draft : all) {
      if (isBesides(draft, left) && isCovered(draft, left)) {
        left.remove(draft);
      }
    }
    return left;
  }

  private Draft draft(List<Literal> cube, BitSet wanted) {
    List<ActionCover.Cube> actions = cover.of(wanted, allowed(cube, wanted));
    return new Draft(cube, wanted, actions, cover.covered(actions));
  }

  /** Classes for which the cube is within the access as well, as far as that is seen cheaply. */
  private BitSet allowed(List<Literal> cube, BitSet wanted) {
    BitSet allowed = new BitSet();
    for (Cases.Rest rest : worthALook(cube)) {
      if (!rest.classes().intersects(wanted) && isWithin(cube, rest)) {
        allowed.or(rest.classes());
      }
    }
    return allowed;
  }

  /** All, if they are few; else those that speak of something that the cube speaks of. */
  private Collection<Cases.Rest> worthALook(List<Literal> cube) {
    if ((long) cases.rests().size() * cases.cubes().size() <= MOST_SEARCHES) {
      return cases.rests();
    }
    if (byAtom.isEmpty()) {
      cases.rests().forEach(this::index);
    }
    Set<Cases.Rest> some = new LinkedHashSet<>(always);
    cube.forEach(literal -> some.addAll(byAtom.getOrDefault(literal.atom(), List.of())));
    return some;
  }

  private void index(Cases.Rest rest) {
    if (rest.formula() == cases.formulas().yes()) {
      always.add(rest);
    }
    for (Formula.Atomic atomic : rest.formula().atoms()) {
      byAtom.computeIfAbsent(atomic.atom(), none -> new ArrayList<>()).add(rest);
    }
  }

  private boolean isWithin(List<Literal> cube, Cases.Rest rest) {
    Formula formula = rest.formula();
    if (formula == cases.formulas().no() || formula == cases.formulas().yes()) {
      return formula == cases.formulas().yes();
    }
    if (cube.isEmpty() || looks++ >= MOST_LOOKS) {
      return false;
    }
    return cases.plainlyImplies(cube, formula)
        || searches++ < MOST_SEARCHES
            && cases.areApart(rest, cube, cases.formulas().not(formula), budget);
  }

  /** Only what others take in besides can make a cube needless; the cubes alone do not. */
  private static boolean isBesides(Draft draft, List<Draft> left) {
    BitSet open = (BitSet) draft.wanted().clone();
    for (Draft other : left) {
      if (other != draft) {
        open.andNot(other.besides());
      }
    }
    return open.isEmpty();
  }

  private boolean isCovered(Draft draft, List<Draft> left) {
    Map<Formula, Boolean> answers = new HashMap<>();
    for (Cases.Rest rest : cases.rests()) {
      BitSet classes = (BitSet) rest.classes().clone();
      classes.and(draft.covered());
      answers.clear();
      for (int i = classes.nextSetBit(0); i >= 0; i = classes.nextSetBit(i + 1)) {
        Formula others = others(draft, i, left);
        if (!answers.computeIfAbsent(others, some -> isCovered(draft, rest, some))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isCovered(Draft draft, Cases.Rest rest, Formula others) {
    return searches++ < MOST_SEARCHES
        && cases.areApart(rest, draft.cube(), cases.formulas().not(others), budget);
  }

  private Formula others(Draft draft, int number, List<Draft> left) {
    Formulas formulas = cases.formulas();
    List<Formula> others = new ArrayList<>();
    for (Draft other : left) {
      if (other != draft && other.covered().get(number)) {
        others.add(Line.all(formulas, other.cube()));
      }
    }
    return formulas.or(others);
  }
}
