package io.rolewright.reason.encode;

/** How an Allow of a resource policy names a caller, which decides what else must allow (R2.8). */
enum Naming {
  STAR,
  /** A star in a statement that also tests {@code aws:PrincipalArn}. */
  STAR_WITH_ARN,
  ACCOUNT,
  USER,
  ROLE,
  SESSION,
  FEDERATED_USER,
  SERVICE,
  FEDERATED,
  /** An entry of which only part is known. */
  UNKNOWN
}
