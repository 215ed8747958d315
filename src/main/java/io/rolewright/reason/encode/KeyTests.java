package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;

/** The plainest tests of a condition key, whatever its form. */
final class KeyTests {

  private KeyTests() {}

  /** That the key is in the request. */
  static Formula present(KeyForm form, Formulas formulas) {
    if (form instanceof KeyForm.One one) {
      return one.text().present(formulas);
    }
    if (form instanceof KeyForm.Many many) {
      return formulas.present(many.set());
    }
    if (form instanceof KeyForm.Line line) {
      Formula readable = formulas.present(line.line());
      return line.unreadable()
          .map(symbol -> formulas.or(readable, formulas.symbol(symbol)))
          .orElse(readable);
    }
    return formulas.no();
  }

  /** That the text of the key, or one of its texts, is in the language; of a point, never. */
  static Formula in(KeyForm form, Language language, Formulas formulas) {
    if (form instanceof KeyForm.One one) {
      return one.text().in(language, formulas);
    }
    return form instanceof KeyForm.Many many ? formulas.some(many.set(), language) : formulas.no();
  }
}
