package io.rolewright.reason;

import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Map;

/** Which condition keys go together in one request (section 3.4 and R4.1 of the semantics). */
final class KeyPresence {

  /** What each request through a VPC endpoint has and no other. */
  private static final List<String> ALWAYS_AT_ENDPOINT =
      List.of("aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip");

  /** What only requests through a VPC endpoint have. */
  private static final List<String> ENDPOINT_KEYS =
      List.of(
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpcsourceip",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths");

  private KeyPresence() {}

  /** Whether a request of this caller can have just these keys. */
  static boolean isPossible(Caller caller, Map<String, List<String>> keys) {
    return mfa(keys) && tags(keys) && network(keys);
  }

  /** Whether other keys have a say in which values this key can have. */
  static boolean isCoupled(String key) {
    return key.startsWith("aws:multifactorauth")
        || key.startsWith("aws:requesttag/")
        || key.equals("aws:tagkeys")
        || key.equals("aws:sourceip")
        || ENDPOINT_KEYS.contains(key);
  }

  /** The age of an MFA sign-in is there exactly when there was one (R4.1). */
  private static boolean mfa(Map<String, List<String>> keys) {
    if (!keys.containsKey("aws:multifactorauthage")
        || !keys.containsKey("aws:multifactorauthpresent")) {
      return true;
    }
    boolean signedIn = keys.get("aws:multifactorauthpresent").equals(List.of("true"));
    return signedIn != keys.get("aws:multifactorauthage").isEmpty();
  }

  /** A passed tag's name is among the passed tag names. */
  private static boolean tags(Map<String, List<String>> keys) {
    List<String> names = keys.get("aws:tagkeys");
    if (names == null) {
      return true;
    }
    for (Map.Entry<String, List<String>> entry : keys.entrySet()) {
      if (entry.getKey().startsWith("aws:requesttag/") && !entry.getValue().isEmpty()) {
        String name = entry.getKey().substring("aws:requesttag/".length());
        if (names.stream().noneMatch(name::equalsIgnoreCase)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * A request comes either from an address or through a VPC endpoint, and only the latter has the
   * keys of endpoint and network.
   */
  private static boolean network(Map<String, List<String>> keys) {
    boolean address = isPresent("aws:sourceip", keys);
    boolean endpoint = ENDPOINT_KEYS.stream().anyMatch(key -> isPresent(key, keys));
    boolean direct =
        keys.containsKey("aws:sourceip") && address
            || ALWAYS_AT_ENDPOINT.stream()
                .anyMatch(k -> keys.containsKey(k) && !isPresent(k, keys));
    boolean through = endpoint || keys.containsKey("aws:sourceip") && !address;
    return !(direct && through);
  }

  private static boolean isPresent(String key, Map<String, List<String>> keys) {
    return !keys.getOrDefault(key, List.of()).isEmpty();
  }
}
