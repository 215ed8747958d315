package io.rolewright.reason.encode;

/** What each condition key is in the formulas about one caller. */
public interface KeyForms {

  /**
   * The form of a key.
   *
   * @param key in lower case
   */
  KeyForm of(String key);
}
