package io.rolewright.simulate.explain;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ServiceAction;
import java.util.Locale;
import java.util.Optional;

/** Which condition keys a request for an action can have at all (R3.29). */
final class PossibleKeys {

  private PossibleKeys() {}

  /** Whether requests for the action may carry the key; true where the catalogue cannot tell. */
  static boolean canBePresent(String key, String action) {
    Optional<ServiceAction> known = Catalog.shipped().action(action);
    return known.isEmpty()
        || !belongsToCalls(key.toLowerCase(Locale.ROOT))
        || known.get().allConditionKeys().stream().anyMatch(k -> ConditionKey.isListed(k, key));
  }

  /** Global keys come with any call, but for the tags that it passes. */
  private static boolean belongsToCalls(String key) {
    String prefix = key.substring(0, Math.max(key.indexOf(':'), 0));
    return key.startsWith("aws:requesttag/")
        || key.equals("aws:tagkeys")
        || (!prefix.equals("aws") && Catalog.shipped().hasService(prefix));
  }
}
