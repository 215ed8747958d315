package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KeyForm;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;

/**
 * A condition key of an actor's requests, whatever its form: says what its values can be.
 *
 * @param name in lower case
 */
record Key(String name, KeyForm form, Encoding encoding) {

  private Formulas formulas() {
    return encoding.formulas();
  }

  /** Anything, or absent. */
  Formula free() {
    return formulas().yes();
  }

  Formula present() {
    return KeyTest.present(name).on(encoding);
  }

  Formula absent() {
    return formulas().not(present());
  }

  /** Absent, or this text and no other. */
  Formula only(String text) {
    return only(Language.of(List.of(Pattern.literal(text))));
  }

  /** This text and no other. */
  Formula exactly(String text) {
    return formulas().and(present(), only(text));
  }

  /** At one of these points. */
  Formula exactly(Intervals points) {
    return formulas().and(present(), only(points));
  }

  /** Absent, or with texts of the language only. */
  Formula only(Language language) {
    if (form instanceof KeyForm.Many many) {
      return formulas().not(formulas().someOutside(many.set(), language));
    }
    return form instanceof KeyForm.One one
        ? formulas().or(absent(), one.text().in(language, formulas()))
        : free();
  }

  /** Absent, or without texts of the language. */
  Formula never(Language language) {
    if (form instanceof KeyForm.Many many) {
      return formulas().not(formulas().some(many.set(), language));
    }
    return form instanceof KeyForm.One one
        ? formulas().not(one.text().in(language, formulas()))
        : free();
  }

  /** Absent, or in the first language and not in the second. */
  Formula onlyBut(Language language, Language not) {
    return formulas().and(only(language), never(not));
  }

  /** Absent, or at one of these points. */
  Formula only(Intervals points) {
    return form instanceof KeyForm.Line line
        ? formulas().or(absent(), formulas().within(line.line(), points))
        : free();
  }
}
