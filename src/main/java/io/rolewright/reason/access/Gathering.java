package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins alternatives that differ only in the list of resources: these become one list. So a
 * thousand statements for the same actions under the same conditions are one case, as a reader
 * would write them. Changes no meaning.
 */
final class Gathering {

  private final Formulas formulas;
  private final Map<Formula, Formula> done = new HashMap<>();

  Gathering(Formulas formulas) {
    this.formulas = formulas;
  }

  Formula of(Formula formula) {
    Formula known = done.get(formula);
    if (known == null) {
      known =
          formula.match(
              new Formula.Cases<>(
                  constant -> constant,
                  atomic -> atomic,
                  not -> formulas.not(of(not.inner())),
                  and -> formulas.and(and.parts().stream().map(this::of).toList()),
                  or -> gathered(or.parts().stream().map(this::of).toList())));
      done.put(formula, known);
    }
    return known;
  }

  /** What alternatives have in common but for the resources, and the lists of these. */
  private Formula gathered(List<Formula> parts) {
    Map<Formula, List<Language>> byRest = new LinkedHashMap<>();
    List<Formula> others = new ArrayList<>();
    for (Formula part : parts) {
      List<Formula> tests = part instanceof Formula.And and ? and.parts() : List.of(part);
      List<Formula> lists = tests.stream().filter(Gathering::isResourceList).toList();
      if (lists.size() == 1) {
        List<Formula> rest = tests.stream().filter(test -> test != lists.get(0)).toList();
        byRest
            .computeIfAbsent(formulas.and(rest), none -> new ArrayList<>())
            .add(((Atom.In) ((Formula.Atomic) lists.get(0)).atom()).language());
      } else {
        others.add(part);
      }
    }
    byRest.forEach((rest, lists) -> others.add(formulas.and(rest, anyOf(lists))));
    return formulas.or(others);
  }

  private Formula anyOf(List<Language> lists) {
    List<Pattern> patterns = new ArrayList<>();
    lists.forEach(list -> patterns.addAll(list.patterns()));
    return formulas.in(AccessLines.RESOURCE, Language.of(patterns));
  }

  private static boolean isResourceList(Formula formula) {
    return formula instanceof Formula.Atomic atomic
        && atomic.atom() instanceof Atom.In in
        && in.field().equals(AccessLines.RESOURCE);
  }
}
