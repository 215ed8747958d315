package io.rolewright.reason.encode;

import io.rolewright.reason.solve.Domain;
import io.rolewright.simulate.Caller;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which condition keys a request of a kind of caller can have, has, and cannot have (section 3.4
 * and R4.1 of the semantics; option A of U22 and U24).
 */
final class Presence {

  private static final Set<Caller.Kind> FEDERATED =
      EnumSet.of(Caller.Kind.WEB_IDENTITY, Caller.Kind.SAML);

  /** Whoever has no account of AWS. */
  private static final Set<Caller.Kind> ACCOUNTLESS =
      EnumSet.of(
          Caller.Kind.SERVICE, Caller.Kind.WEB_IDENTITY, Caller.Kind.SAML, Caller.Kind.ANONYMOUS);

  private static final Set<String> SAML_IN_SESSIONS =
      Set.of("saml:namequalifier", "saml:sub", "saml:sub_type");

  private final Caller.Kind kind;

  Presence(Caller.Kind kind) {
    this.kind = kind;
  }

  /**
   * Whether a key is there.
   *
   * @param key in lower case
   */
  Domain.Presence of(String key) {
    if (isAlways(key)) {
      return Domain.Presence.ALWAYS;
    }
    return isPossible(key) ? Domain.Presence.OPTIONAL : Domain.Presence.NEVER;
  }

  private boolean isAlways(String key) {
    return switch (key) {
      case "aws:currenttime", "aws:epochtime", "aws:securetransport" -> true;
      case "aws:tokenissuetime" -> kind == Caller.Kind.ROLE_SESSION;
      case "aws:assumedroot" -> kind == Caller.Kind.ASSUMED_ROOT;
      default -> false;
    };
  }

  private boolean isPossible(String key) {
    return switch (key) {
      case "aws:multifactorauthpresent" -> !ACCOUNTLESS.contains(kind);
      case "aws:multifactorauthage" -> kind == Caller.Kind.USER || kind == Caller.Kind.ROOT;
      case "sts:externalid" ->
          kind == Caller.Kind.USER
              || kind == Caller.Kind.ROLE_SESSION
              || kind == Caller.Kind.SERVICE;
      case "aws:sourceidentity", "aws:federatedprovider" -> isSession();
      case "aws:tokenissuetime" -> !ACCOUNTLESS.contains(kind);
      case "aws:assumedroot" -> kind == Caller.Kind.ASSUMED_ROOT;
      case "aws:principalorgid", "aws:principalorgpaths" -> !ACCOUNTLESS.contains(kind);
      case "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths" ->
          kind == Caller.Kind.SERVICE;
      case "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpcsourceip",
          "aws:sourcevpcarn",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths" ->
          kind != Caller.Kind.SERVICE;
      default -> ofFamily(key);
    };
  }

  private boolean isSession() {
    return kind == Caller.Kind.ROLE_SESSION || kind == Caller.Kind.ASSUMED_ROOT;
  }

  private boolean ofFamily(String key) {
    if (key.startsWith("aws:principaltag/")) {
      return !FEDERATED.contains(kind) && kind != Caller.Kind.ANONYMOUS;
    }
    if (key.startsWith("saml:")) {
      return kind == Caller.Kind.SAML
          || kind == Caller.Kind.ROLE_SESSION && SAML_IN_SESSIONS.contains(key);
    }
    return !isClaim(key) || kind == Caller.Kind.WEB_IDENTITY || kind == Caller.Kind.ROLE_SESSION;
  }

  /** Whether a key is a claim of a web identity: its issuer, a colon and the claim. */
  static boolean isClaim(String key) {
    int colon = key.indexOf(':');
    return colon > 0 && key.lastIndexOf('.', colon) > 0;
  }
}
