package io.rolewright.model;

import io.rolewright.source.Origin;

/**
 * A place where a policy breaks the grammar (section 1 of the semantics), kept so that a rule can
 * report it.
 *
 * @param message one line: lower-case start, no final period, user text in backticks
 * @param fix one line of advice
 */
public record Defect(Kind kind, Origin at, String message, String fix) {

  /** Which law is broken. */
  public enum Kind {
    SYNTAX,
    DUPLICATE_KEY,
    UNKNOWN_ELEMENT,
    MISSING_ELEMENT,
    CONFLICTING_ELEMENTS,
    WRONG_TYPE,
    INVALID_VERSION,
    INVALID_EFFECT,
    INVALID_SID,
    EMPTY_ELEMENT,
    FORBIDDEN_ELEMENT,
    INVALID_PRINCIPAL,
    INVALID_ACTION,
    INVALID_RESOURCE,
    UNKNOWN_OPERATOR,
    MALFORMED_VARIABLE,
    ILLEGAL_CHARACTER
  }
}
