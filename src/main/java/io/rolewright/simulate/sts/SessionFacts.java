package io.rolewright.simulate.sts;

import io.rolewright.simulate.Context;
import io.rolewright.simulate.PoliciesInForce;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is so of every request that can be made with some credentials: who asks, under which
 * policies, what the credentials carry, what they cannot call. What each request brings with it,
 * its network or its tags, is no part of this.
 *
 * @param policies for resources of the caller's own account that have no policy of their own
 * @param keys the condition keys that the credentials carry
 * @param barred calls that AWS does not take with them
 */
public record SessionFacts(
    Credentials credentials, PoliciesInForce policies, Context keys, List<Barred> barred) {

  private static final String AGE = "aws:multifactorauthage";
  private static final Set<String> ORGANIZATION =
      Set.of("aws:principalorgid", "aws:principalorgpaths");
  private static final Set<String> CARRIED =
      Set.of(
          "aws:multifactorauthpresent",
          "aws:sourceidentity",
          "aws:tokenissuetime",
          "aws:federatedprovider",
          "aws:assumedroot");

  public SessionFacts {
    barred = List.copyOf(barred);
  }

  /** What is so of requests with these credentials in these surroundings. */
  public static SessionFacts of(Credentials credentials, Surroundings surroundings) {
    Optional<String> account = credentials.caller().account();
    return new SessionFacts(
        credentials,
        new CallPolicies(credentials, surroundings).on(account).withVpcEndpoint(Optional.empty()),
        CredentialKeys.carried(credentials, surroundings),
        Restrictions.of(credentials));
  }

  /** The same under other policies. */
  public SessionFacts with(PoliciesInForce others) {
    return new SessionFacts(credentials, others, keys, barred);
  }

  /**
   * The policies as if no session policy had been passed, for what such a policy took away; absent
   * where none was passed, or where the session policy is all that there is. A federated user's
   * session without one may do nothing, so that there it is as if one allowed everything (R3.12).
   */
  public Optional<PoliciesInForce> withoutSessionPolicy() {
    if (credentials.sessionPolicies().isEmpty()) {
      return Optional.empty();
    }
    return switch (credentials.kind()) {
      case ROLE -> Optional.of(policies.withSession(Optional.empty()));
      case FEDERATION ->
          Optional.of(policies.withSession(Optional.of(List.of(RootTasks.rootPower()))));
      default -> Optional.empty();
    };
  }

  /** The calls that everybody may make, in lower case (R3.14, R3.20). */
  public static Set<String> free() {
    return Restrictions.FREE;
  }

  /**
   * Whether every request says of a key what {@link #keys} says of it, or has it not if {@code
   * keys} has it not.
   *
   * @param key in lower case
   */
  public boolean knows(String key) {
    if (key.equals(AGE)) {
      return !keys.has(AGE); // it grows with every second
    }
    if (ORGANIZATION.contains(key)) {
      return keys.has(key)
          || ORGANIZATION.stream().noneMatch(keys::has); // one comes with the other
    }
    return CARRIED.contains(key)
        || key.startsWith("aws:principaltag/")
        || key.startsWith("saml:")
        || isClaim(key)
        || keys.has(key);
  }

  /** A claim of a token: the issuer, a colon, the claim. */
  private static boolean isClaim(String key) {
    int colon = key.lastIndexOf(':');
    return colon > 0 && key.substring(0, colon).toLowerCase(Locale.ROOT).contains(".");
  }
}
