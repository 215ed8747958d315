package io.rolewright.catalog;

import java.util.Optional;

/**
 * A condition key of the form {@code issuer:claim}, where the issuer is a provider's URL without
 * {@code https://}: a host, and perhaps a path (R5.13).
 *
 * @param issuer in lower case
 * @param claim in lower case
 */
record OidcKey(String issuer, String claim) {

  /** Reads a key in lower case; nothing where no IAM identity provider could have the issuer. */
  static Optional<OidcKey> of(String lowerKey) {
    int colon = lowerKey.indexOf(':');
    if (colon <= 0 || colon == lowerKey.length() - 1) {
      return Optional.empty();
    }
    String issuer = lowerKey.substring(0, colon);
    int slash = issuer.indexOf('/');
    String host = slash < 0 ? issuer : issuer.substring(0, slash);
    String path = slash < 0 ? "" : issuer.substring(slash);
    return isHost(host) && isPath(path)
        ? Optional.of(new OidcKey(issuer, lowerKey.substring(colon + 1)))
        : Optional.empty();
  }

  /** Whether IAM exposes the claim for every provider. */
  boolean isStandardClaim() {
    return claim.equals("aud") || claim.equals("sub") || claim.equals("amr");
  }

  /** The key with the type IAM gives such claims; {@code amr} is a list (R1.38). */
  ConditionKey key(String name) {
    return new ConditionKey(name, ValueType.STRING, claim.equals("amr"));
  }

  private static boolean isHost(String host) {
    int dot = host.lastIndexOf('.');
    if (dot <= 0 || dot > host.length() - 3 || host.contains("..")) {
      return false;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return isLetterOrDigit(host.charAt(0)) && !isDigit(host.charAt(dot + 1));
  }

  private static boolean isPath(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c > '~' || "\"<>\\^`{|}*?#".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
