package io.rolewright.reason.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything that is in a formula, each once. */
final class Parts {

  private final Set<Formula> seen = new HashSet<>();
  private final List<Formula.Atomic> atoms = new ArrayList<>();

  Parts(Formula whole) {
    visit(whole);
    atoms.sort(Comparator.comparingInt(Formula::id));
  }

  private void visit(Formula formula) {
    if (!seen.add(formula)) {
      return;
    }
    if (formula instanceof Formula.Atomic atomic) {
      atoms.add(atomic);
    } else if (formula instanceof Formula.Not not) {
      visit(not.inner());
    } else if (formula instanceof Formula.And and) {
      and.parts().forEach(this::visit);
    } else if (formula instanceof Formula.Or or) {
      or.parts().forEach(this::visit);
    }
  }

  int count() {
    return seen.size();
  }

  List<Formula.Atomic> atoms() {
    return List.copyOf(atoms);
  }

  SortedSet<Field> fields() {
    SortedSet<Field> fields = new TreeSet<>();
    atoms.forEach(atomic -> fields.addAll(atomic.atom().fields()));
    return fields;
  }
}
