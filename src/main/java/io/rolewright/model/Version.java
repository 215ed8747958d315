package io.rolewright.model;

/**
 * The language version of a policy (R1.2). The only difference for evaluation: {@code ${…}} is
 * plain text before {@link #V2012_10_17}.
 */
public enum Version {
  /** No {@code Version} element: behaves as {@link #V2008_10_17}. */
  ABSENT,
  V2008_10_17,
  V2012_10_17,
  /** Neither of the two legal values; AWS refuses the policy. */
  INVALID;

  /** Whether policy variables and their escapes are substituted. */
  public boolean hasVariables() {
    return this == V2012_10_17;
  }
}
