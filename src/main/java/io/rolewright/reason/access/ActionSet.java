package io.rolewright.reason.access;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some actions, of all that there may ever be, as few terms made of the patterns that policies
 * wrote. Equal if of the same terms. Immutable.
 */
public final class ActionSet {

  private static final String ANY_SERVICE = "";

  private final List<ActionTerm> terms;
  private final Language plain;
  private final Map<String, List<ActionTerm>> others = new HashMap<>(); // by service

  private ActionSet(List<ActionTerm> terms) {
    this.terms = terms;
    this.plain =
        Language.of(terms.stream().filter(ActionTerm::isPlain).map(ActionTerm::pattern).toList());
    for (ActionTerm term : terms) {
      if (!term.isPlain()) {
        String service = ActionGlob.of(term.pattern()).service();
        others.computeIfAbsent(service, none -> new ArrayList<>()).add(term);
      }
    }
  }

  /** The actions of these terms. */
  public static ActionSet of(Collection<ActionTerm> terms) {
    return new ActionSet(List.copyOf(new TreeSet<>(terms)));
  }

  /** Ascending by text; none has all that another one has, as far as that is plain to see. */
  public List<ActionTerm> terms() {
    return terms;
  }

  /** Whether an action, given in any case, is one of these. */
  public boolean contains(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    String service = lower.substring(0, Math.max(0, lower.indexOf(':')));
    return plain.matches(lower)
        || contains(service, lower)
        || !service.equals(ANY_SERVICE) && contains(ANY_SERVICE, lower);
  }

  private boolean contains(String service, String action) {
    for (ActionTerm term : others.getOrDefault(service, List.of())) {
      if (term.contains(action)) {
        return true;
      }
    }
    return false;
  }

  Formula formula(Formulas formulas) {
    return formulas.or(terms.stream().map(term -> term.formula(formulas)).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActionSet set && terms.equals(set.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** In lower case, terms divided by semicolons. */
  @Override
  public String toString() {
    return terms.stream().map(ActionTerm::toString).collect(Collectors.joining("; "));
  }
}
