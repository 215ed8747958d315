package io.rolewright.analyze.compare;

/** Which version allows more. */
public enum Direction {
  /** The new one allows what the old one did not. */
  NEWLY_ALLOWED,
  /** The old one allowed what the new one does not. */
  NO_LONGER_ALLOWED
}
