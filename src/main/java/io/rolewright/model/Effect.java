package io.rolewright.model;

/** What a statement does to the requests it matches (R1.6). */
public enum Effect {
  ALLOW,
  DENY,
  /** Missing, misspelled, or left open by a template. */
  UNKNOWN
}
