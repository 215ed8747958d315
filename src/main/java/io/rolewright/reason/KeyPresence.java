package io.rolewright.reason;

import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Map;

/** Which condition keys go together in one request (section 3.4 and R4.1 of the semantics). */
final class KeyPresence {

  private KeyPresence() {}

  /** Whether a request of this caller can have just these keys. */
  static boolean isPossible(Caller caller, Map<String, List<String>> keys) {
    return mfa(keys) && tags(keys) && sourceIp(keys);
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

  /** A request comes from a public address or through a VPC endpoint, not both. */
  private static boolean sourceIp(Map<String, List<String>> keys) {
    List<String> address = keys.getOrDefault("aws:sourceip", List.of());
    List<String> endpoint = keys.getOrDefault("aws:sourcevpce", List.of());
    return address.isEmpty() || endpoint.isEmpty();
  }
}
