package io.rolewright.reason.access;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some actions, of all that there may ever be, as few terms made of the patterns that policies
 * wrote. Equal if of the same terms.
 *
 * @param terms ascending by text
 */
public record ActionSet(List<ActionTerm> terms) {

  public ActionSet {
    terms = List.copyOf(terms);
  }

  static ActionSet of(Collection<ActionTerm> terms) {
    return new ActionSet(List.copyOf(new TreeSet<>(terms)));
  }

  /** Whether an action, given in any case, is one of these. */
  public boolean contains(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return terms.stream().anyMatch(term -> term.contains(lower));
  }

  Formula formula(Formulas formulas) {
    return formulas.or(terms.stream().map(term -> term.formula(formulas)).toList());
  }

  /** In lower case, terms divided by semicolons. */
  @Override
  public String toString() {
    return terms.stream().map(ActionTerm::toString).collect(Collectors.joining("; "));
  }
}
