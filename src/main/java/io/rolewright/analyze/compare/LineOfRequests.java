package io.rolewright.analyze.compare;

import io.rolewright.reason.access.AccessLines;
import io.rolewright.reason.access.ActionTerm;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * That a request is in a line of access, said anew for each question: formulas of one question do
 * not serve another.
 */
record LineOfRequests(Line<?> line) implements Requests.Restriction {

  @Override
  public Formula on(Encoding encoding) {
    Formulas formulas = encoding.formulas();
    List<Formula> terms = new ArrayList<>();
    line.actions().terms().forEach(term -> terms.add(of(term, formulas)));
    List<Formula> ways = new ArrayList<>();
    line.resources().forEach(way -> ways.add(all(way, formulas)));
    return formulas.and(formulas.or(terms), formulas.or(ways), all(line.conditions(), formulas));
  }

  private static Formula of(ActionTerm term, Formulas formulas) {
    List<Formula> parts = new ArrayList<>();
    parts.add(fits(term.pattern(), formulas));
    term.also().forEach(other -> parts.add(fits(other, formulas)));
    term.except().forEach(other -> parts.add(formulas.not(fits(other, formulas))));
    return formulas.and(parts);
  }

  private static Formula fits(Pattern pattern, Formulas formulas) {
    return formulas.in(AccessLines.ACTION, Language.of(List.of(pattern)));
  }

  private static Formula all(List<Literal> tests, Formulas formulas) {
    List<Formula> parts = new ArrayList<>();
    for (Literal test : tests) {
      Formula atom = formulas.atom(test.atom());
      parts.add(test.positive() ? atom : formulas.not(atom));
    }
    return formulas.and(parts);
  }
}
