package io.rolewright.simulate.sts;

import io.rolewright.simulate.Context;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.List;
import java.util.Optional;

/**
 * The condition keys that say whose the resource is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties">
 *     Properties of the resource</a>
 */
final class ResourceKeys {

  private ResourceKeys() {}

  static Context of(Optional<String> account, Surroundings surroundings) {
    if (account.isEmpty()) {
      return Context.EMPTY;
    }
    AccountFacts facts = surroundings.of(account.get());
    Context keys = Context.EMPTY.with("aws:ResourceAccount", account.get());
    if (facts.organization().isPresent()) {
      keys = keys.with("aws:ResourceOrgID", facts.organization().get());
    }
    return facts.path().isPresent()
        ? keys.withList("aws:ResourceOrgPaths", List.of(facts.path().get()))
        : keys;
  }
}
