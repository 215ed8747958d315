package io.rolewright.analyze.compare;

/** On which sides something is. */
public enum Presence {
  BOTH,
  /** Only on the new side: all that it allows is new. */
  ADDED,
  /** Only on the old side. */
  REMOVED
}
