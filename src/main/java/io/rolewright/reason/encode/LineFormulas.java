package io.rolewright.reason.encode;

import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares numbers, dates and addresses. What is compared as something else than it is has no exact
 * formula: then a symbol says whether it matches.
 */
final class LineFormulas {

  private final Formulas formulas;
  private final Values values;

  LineFormulas(Terms terms) {
    this.formulas = terms.formulas();
    this.values = new Values(terms.owner());
  }

  /** That the key is there and one of the values matches it, in the operator's positive form. */
  Formula matches(KeyForm.Line line, Comparison comparison, List<Text> wanted) {
    Optional<PointForm> compared = Values.compared(comparison);
    List<Formula> any = new ArrayList<>();
    Intervals all = Intervals.none();
    for (Text text : wanted) {
      Optional<Intervals> points = values.points(comparison, text);
      if (compared.filter(line.form()::isReadAs).isPresent() && points.isPresent()) {
        all = all.union(points.get());
      } else {
        any.add(loosely(line, comparison, text));
      }
    }
    any.add(formulas.within(line.line(), all));
    return formulas.or(any);
  }

  private Formula loosely(KeyForm.Line line, Comparison comparison, Text text) {
    boolean everything = comparison == Comparison.STRING_LIKE && text.isStar();
    Formula widened = widened(line, comparison, text);
    return everything
        ? widened
        : formulas.and(widened, values.symbol(formulas, line.line().name(), comparison, text));
  }

  /** Holds wherever the value can match. */
  private Formula widened(KeyForm.Line line, Comparison comparison, Text text) {
    Formula unreadable = new KeyPresence(formulas).unreadable(line);
    if (isOneText(comparison, text)) {
      return equal(line, values.plain(text).get(), unreadable);
    }
    Optional<PointForm> compared = Values.compared(comparison);
    boolean other = compared.isPresent() && !line.form().isReadAs(compared.get());
    if (comparison == Comparison.BOOL || other && isAddress(line.form(), compared.get())) {
      return unreadable;
    }
    return compared.isPresent() && values.matchesNothing(comparison, text)
        ? formulas.no()
        : new KeyPresence(formulas).of(line);
  }

  private static boolean isOneText(Comparison comparison, Text text) {
    return comparison == Comparison.STRING_EQUALS
        && text.unknowns().isEmpty()
        && text.variables().isEmpty();
  }

  /** No address is a number or a date, and none of these is an address. */
  private static boolean isAddress(PointForm one, PointForm other) {
    return one == PointForm.ADDRESS || other == PointForm.ADDRESS;
  }

  /** Equal texts are at the same point. */
  private Formula equal(KeyForm.Line line, String text, Formula unreadable) {
    Optional<BigDecimal> point = Values.point(line.form(), text);
    if (point.isEmpty()) {
      return unreadable;
    }
    return Intervals.canBeEnd(point.get())
        ? formulas.within(line.line(), Intervals.at(point.get()))
        : formulas.present(line.line());
  }
}
