package io.rolewright.simulate.sts;

import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request meets besides caller and resource: the accounts' places in an organisation, the
 * way it comes, the time.
 *
 * @param accounts by number; an account that is not listed is in no organisation
 * @param now the time of the request, never the clock's unless somebody put it here
 * @param network keys that every request has because of the way it comes: {@code aws:SourceIp},
 *     {@code aws:SourceVpce}…
 * @param vpcEndpoint the policy of the endpoint it comes through
 */
public record Surroundings(
    Map<String, AccountFacts> accounts,
    Instant now,
    Context network,
    Optional<NamedPolicy> vpcEndpoint) {

  /**
   * An account's place in an organisation.
   *
   * @param organization {@code o-…}
   * @param path of the organisation's root and units down to the account's: {@code o-x/r-x/ou-x/}
   * @param management whether this is the management account
   * @param scps from the root to the account; absent where the account has none
   * @param rcps in the same way
   */
  public record AccountFacts(
      Optional<String> organization,
      Optional<String> path,
      boolean management,
      Optional<List<List<NamedPolicy>>> scps,
      Optional<List<List<NamedPolicy>>> rcps) {

    /** An account in no organisation. */
    public static final AccountFacts STANDALONE =
        new AccountFacts(
            Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  public Surroundings {
    accounts = Map.copyOf(accounts);
  }

  /** What is known of an account. */
  public AccountFacts of(String account) {
    return accounts.getOrDefault(account, AccountFacts.STANDALONE);
  }
}
