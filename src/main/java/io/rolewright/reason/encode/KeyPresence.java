package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;

/** Says when a key is in the request. */
record KeyPresence(Formulas formulas) {

  private static final Language EMPTY_TEXT = Language.of(List.of(Pattern.literal("")));

  /** That the key has a value, be it the empty text. */
  Formula of(KeyForm form) {
    if (form instanceof KeyForm.One one) {
      return one.text().present(formulas);
    }
    if (form instanceof KeyForm.Many many) {
      return formulas.present(many.set());
    }
    if (form instanceof KeyForm.Line line) {
      return formulas.or(formulas.present(line.line()), unreadable(line));
    }
    return formulas.no();
  }

  /** That the key has a value other than the empty text, as set operators ask for (R1.35). */
  Formula forSets(KeyForm form) {
    if (form instanceof KeyForm.One one) {
      Formula empty = one.text().in(EMPTY_TEXT, formulas);
      return formulas.and(of(form), formulas.not(empty));
    }
    if (form instanceof KeyForm.Many many) {
      return formulas.someOutside(many.set(), EMPTY_TEXT);
    }
    if (form instanceof KeyForm.Line line) {
      return formulas.or(
          formulas.present(line.line()), formulas.and(unreadable(line), formulas.not(empty(line))));
    }
    return formulas.no();
  }

  /** That the key has a text that cannot be read. */
  Formula unreadable(KeyForm.Line line) {
    return line.unreadable().map(formulas::symbol).orElse(formulas.no());
  }

  private Formula empty(KeyForm.Line line) {
    return line.unreadable().map(name -> formulas.symbol(name + " (empty)")).orElse(formulas.no());
  }
}
