package io.rolewright.simulate;

/**
 * How an entry of a principal element names a caller. Which form an Allow of a resource policy uses
 * decides what else must allow (R2.8).
 */
enum Form {
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
