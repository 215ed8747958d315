package io.rolewright.analyze.compare;

/** What of a thing is compared. */
public enum Aspect {
  /** Who gets a session of a role. */
  TRUST,
  /** What a holder of policies may do, all his policies taken together. */
  PERMISSIONS,
  /** What a policy by itself allows. */
  POLICY,
  /** How long a session may last. */
  DURATION
}
