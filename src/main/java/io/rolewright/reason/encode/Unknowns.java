package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a formula hangs on things that nobody knows: pieces of templates, and what they decide.
 */
final class Unknowns {

  private final Formulas formulas;
  private final Set<String> ofRequest;
  private final Map<Formula, Formula> positive = new HashMap<>();
  private final Map<Formula, Formula> negative = new HashMap<>();

  /**
   * @param ofRequest the symbols that say something of the request; all others are unknown
   */
  Unknowns(Formulas formulas, Set<String> ofRequest) {
    this.formulas = formulas;
    this.ofRequest = ofRequest;
  }

  /** A formula that holds only of requests of which this one does whatever is unknown. */
  Formula whatever(Formula formula) {
    return walked(formula, true);
  }

  private Formula walked(Formula formula, boolean sign) {
    Map<Formula, Formula> done = sign ? positive : negative;
    Formula known = done.get(formula);
    if (known == null) {
      known =
          formula.match(
              new Formula.Cases<>(
                  constant -> constant,
                  atomic -> atom(atomic, sign),
                  not -> formulas.not(walked(not.inner(), !sign)),
                  and -> formulas.and(all(and.parts(), sign)),
                  or -> formulas.or(all(or.parts(), sign))));
      done.put(formula, known);
    }
    return known;
  }

  private List<Formula> all(List<Formula> parts, boolean sign) {
    return parts.stream().map(part -> walked(part, sign)).toList();
  }

  /** Less than the test where it is wanted, more where its contrary is. */
  private Formula atom(Formula.Atomic atomic, boolean sign) {
    if (atomic.atom() instanceof Atom.Symbol symbol && !ofRequest.contains(symbol.name())) {
      return formulas.constant(!sign);
    }
    if (!(atomic.atom() instanceof Atom.Joined joined) || !isOpen(joined)) {
      return atomic;
    }
    boolean less = sign == (joined.test() != Atom.Test.SOME_OUTSIDE);
    return less ? formulas.atom(known(joined)) : formulas.atom(joined.widened());
  }

  private static boolean isOpen(Atom.Joined joined) {
    return joined.holes().stream().anyMatch(Unknowns::isUnknown);
  }

  private static Atom known(Atom.Joined joined) {
    List<Template> templates =
        joined.templates().stream()
            .filter(template -> template.fields().stream().noneMatch(Unknowns::isUnknown))
            .toList();
    return new Atom.Joined(joined.test(), joined.field(), templates);
  }

  /** Whether a field stands for a piece of a template that is not known. */
  static boolean isUnknown(Field field) {
    return field.name().startsWith("<");
  }

  /** Whether nothing in the formula stands for what could not be said. */
  boolean isExact(Formula formula) {
    return symbols(formula).isEmpty();
  }

  private Set<String> symbols(Formula formula) {
    Set<String> symbols = new TreeSet<>();
    for (Formula.Atomic atomic : formula.atoms()) {
      if (atomic.atom() instanceof Atom.Symbol symbol && !ofRequest.contains(symbol.name())) {
        symbols.add(symbol.name());
      }
    }
    return symbols;
  }

  /** What is unknown in the formula, for people, ascending. */
  Set<String> names(Formula formula) {
    Set<String> names = symbols(formula);
    for (Field field : formula.fields()) {
      if (isUnknown(field)) {
        names.add(field.name());
      }
    }
    return names;
  }
}
