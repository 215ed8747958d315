package io.rolewright.rule.permission;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ServiceAction;
import java.util.Locale;
import java.util.Optional;

/** Which condition keys come with an action. */
final class ActionKeys {

  private ActionKeys() {}

  /**
   * Whether AWS documents a key of the action's service, or of tags in requests, that does not come
   * with the action.
   */
  static boolean isOfOthers(String key, String call) {
    String service = call.substring(0, call.indexOf(':') + 1);
    boolean listed =
        key.startsWith(service.toLowerCase(Locale.ROOT))
            || key.startsWith("aws:requesttag/")
            || key.equals("aws:tagkeys");
    if (!listed) {
      return false;
    }
    Optional<ServiceAction> action = Catalog.shipped().action(call);
    Optional<ConditionKey> known = Catalog.shipped().conditionKey(key).key();
    return action.isPresent()
        && known.isPresent()
        && action.get().allConditionKeys().stream()
            .noneMatch(each -> ConditionKey.isListed(each, key));
  }
}
