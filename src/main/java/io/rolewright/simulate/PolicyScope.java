package io.rolewright.simulate;

/** What kind of policy a statement stands in, as far as its principal element depends on it. */
public enum PolicyScope {
  /** Attached to the caller: names nobody. */
  CALLER,
  TRUST,
  RESOURCE,
  RCP,
  ENDPOINT
}
