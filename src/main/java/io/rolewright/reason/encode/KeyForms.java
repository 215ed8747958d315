package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.strings.Language;

/** What each condition key is in the formulas about one caller. */
public interface KeyForms {

  /**
   * The form of a key.
   *
   * @param key in lower case
   */
  KeyForm of(String key);

  /**
   * A language that all texts of a field are in, such as twelve digits; it lets formulas leave out
   * what cannot be.
   */
  default Language shape(Field field) {
    return Language.universal();
  }
}
