package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.ActionClasses;
import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of action patterns in some formulas, each once and numbered. */
public final class ActionLists {

  private static final int EVERY_ACTION = -1;

  private final List<Language> languages = new ArrayList<>();
  private final Map<Language, Integer> numbers = new HashMap<>();

  /** The lists in these formulas. */
  public ActionLists(Collection<Formula> formulas) {
    for (Formula formula : formulas) {
      for (Formula.Atomic atomic : formula.atoms()) {
        if (atomic.atom() instanceof Atom.In in && isAboutAction(in)) {
          add(in.language());
        }
      }
    }
  }

  private void add(Language language) {
    if (numbers.putIfAbsent(language, languages.size()) == null) {
      languages.add(language);
    }
  }

  /** Whether the action alone decides the test. */
  static boolean isAboutAction(Atom atom) {
    return !(atom instanceof Atom.Joined) && atom.fields().equals(List.of(AccessLines.ACTION));
  }

  /** The lists in order of their numbers. */
  public List<Language> languages() {
    return languages;
  }

  /** The number of the list of a test of the action; negative for one that every action passes. */
  int index(Atom atom) {
    return atom instanceof Atom.In in ? numbers.get(in.language()) : EVERY_ACTION;
  }

  /** Whether a test of the action is true of those that are in just these lists. */
  boolean isTrue(Atom atom, BitSet in) {
    return !(atom instanceof Atom.In) || in.get(index(atom));
  }

  /** Every set of lists that some action is in exactly; none if the budget ended. */
  Optional<List<BitSet>> classes(Budget budget) {
    return ActionClasses.of(languages, budget)
        .map(all -> all.classes().stream().map(ActionClasses.ActionClass::atoms).toList());
  }
}
