package io.rolewright.simulate.sts;

import io.rolewright.simulate.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The keys that a session keeps of the token, assertion or service it was got with (section 3.4,
 * last column). A further role in a chain keeps none of them (R2.21).
 */
final class CarriedKeys {

  private static final Set<String> OF_TOKENS =
      Set.of("aud", "sub", "amr", "id", "app_id", "user_id");
  private static final Set<String> OF_ASSERTIONS =
      Set.of("saml:namequalifier", "saml:sub", "saml:sub_type");

  private CarriedKeys() {}

  /** The keys of a session that these credentials assumed a role for. */
  static Context after(Operation operation, Credentials credentials) {
    return switch (operation) {
      case ASSUME_ROLE_WITH_SAML ->
          federated(credentials, key -> OF_ASSERTIONS.contains(lower(key)));
      case ASSUME_ROLE_WITH_WEB_IDENTITY ->
          federated(credentials, key -> OF_TOKENS.contains(lower(claim(key))));
      case ASSUME_ROLE ->
          credentials.kind() == Credentials.Kind.SERVICE
              ? only(credentials.carried(), CarriedKeys::isServices)
              : Context.EMPTY;
      case GET_FEDERATION_TOKEN, GET_SESSION_TOKEN -> Context.EMPTY;
      case ASSUME_ROOT -> Context.EMPTY.with("aws:AssumedRoot", "true");
    };
  }

  private static Context federated(Credentials credentials, Predicate<String> kept) {
    Context keys = only(credentials.carried(), kept);
    return credentials
        .caller()
        .name()
        .map(provider -> keys.with("aws:FederatedProvider", provider))
        .orElse(keys);
  }

  private static Context only(Context carried, Predicate<String> kept) {
    Context keys = Context.EMPTY;
    for (Map.Entry<String, List<String>> entry : new TreeMap<>(carried.asMap()).entrySet()) {
      String key = entry.getKey();
      if (kept.test(key)) {
        keys =
            carried.isList(key)
                ? keys.withList(key, entry.getValue())
                : keys.with(key, entry.getValue());
      }
    }
    return keys;
  }

  private static String claim(String key) {
    return key.substring(key.lastIndexOf(':') + 1);
  }

  /** Such as {@code lambda:SourceFunctionArn}; what AWS or STS say is of the one call only. */
  private static boolean isServices(String key) {
    String lower = lower(key);
    return !lower.startsWith("aws:") && !lower.startsWith("sts:");
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
