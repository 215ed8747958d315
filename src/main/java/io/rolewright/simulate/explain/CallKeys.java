package io.rolewright.simulate.explain;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ServiceAction;
import java.util.Locale;
import java.util.Optional;

/** Which condition keys a request for an action can have at all (R3.29). */
final class CallKeys {

  private CallKeys() {}

  /** Whether requests for the action may carry the key; true where the catalogue cannot tell. */
  static boolean canBePresent(String key, String action) {
    String lower = key.toLowerCase(Locale.ROOT);
    Optional<ServiceAction> known = Catalog.shipped().action(action);
    if (known.isEmpty() || !belongsToCalls(lower)) {
      return true;
    }
    return known.get().allConditionKeys().stream()
        .map(k -> k.toLowerCase(Locale.ROOT))
        .anyMatch(k -> isInstance(lower, k));
  }

  /** Global keys come with any call, but for the tags that it passes. */
  private static boolean belongsToCalls(String key) {
    String prefix = key.substring(0, Math.max(key.indexOf(':'), 0));
    return key.startsWith("aws:requesttag/")
        || key.equals("aws:tagkeys")
        || (!prefix.equals("aws") && Catalog.shipped().hasService(prefix));
  }

  /** Whether a name is a template of the catalogue with its variable part filled in. */
  private static boolean isInstance(String key, String template) {
    int variable = template.indexOf("${");
    return variable < 0 ? key.equals(template) : key.startsWith(template.substring(0, variable));
  }
}
