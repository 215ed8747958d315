package io.rolewright.catalog;

import java.util.List;

/**
 * An OIDC issuer whose tokens customers of other tenants can get too, so that a trust policy must
 * bind a claim (R5.8, R5.10, R5.11).
 *
 * @param issuer as in a provider's ARN, in lower case
 * @param claims what must be bound: claim names of this issuer, or a whole condition key where it
 *     has a colon, such as {@code sts:RoleSessionName}
 * @param enforcement whether AWS itself insists
 * @param source where this was read
 */
public record SharedIssuer(
    String issuer, List<String> claims, Enforcement enforcement, String source) {

  /** What AWS does about a trust policy that leaves the claims open. */
  public enum Enforcement {
    /** IAM refuses to save it; roles from before the check stay as they are. */
    SAVE,
    /** IAM refuses to save it, and STS refuses to act on it. */
    SAVE_AND_RUN,
    /** Nothing: that the claim must be bound is our judgement. */
    NONE
  }

  public SharedIssuer {
    claims = List.copyOf(claims);
  }

  /** The condition keys that must be bound. */
  public List<String> keys() {
    return claims.stream().map(c -> c.indexOf(':') >= 0 ? c : issuer + ":" + c).toList();
  }
}
