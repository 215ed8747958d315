package io.rolewright.analyze.cases;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.sts.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a case says of the credentials behind a call.
 *
 * @param temporary whether a user or the root user calls with credentials from GetSessionToken
 * @param transitiveTags inherited, by key
 */
record CallerCredentials(
    Caller caller,
    boolean temporary,
    Optional<String> sourceIdentity,
    Map<String, String> transitiveTags) {

  /** Of a caller whose credentials are not told: long-term keys where he can have them. */
  static Credentials of(Caller caller) {
    return new CallerCredentials(caller, false, Optional.empty(), Map.of()).toCredentials();
  }

  Credentials toCredentials() {
    Credentials plain = Credentials.of(kind(), caller);
    return new Credentials(
        plain.kind(),
        plain.caller(),
        plain.userId(),
        plain.mfa(),
        transitiveTags,
        plain.entityTags(),
        transitiveTags,
        sourceIdentity,
        plain.issuedAt(),
        plain.carried(),
        List.of(),
        plain.boundary(),
        plain.sessionPolicies(),
        plain.serviceLinkedRole());
  }

  private Credentials.Kind kind() {
    return switch (caller.kind()) {
      case USER, ROOT -> temporary ? Credentials.Kind.SESSION_TOKEN : Credentials.Kind.LONG_TERM;
      case ROLE_SESSION -> Credentials.Kind.ROLE;
      case FEDERATED_USER -> Credentials.Kind.FEDERATION;
      case ASSUMED_ROOT -> Credentials.Kind.ROOT_TASK;
      case SERVICE -> Credentials.Kind.SERVICE;
      case WEB_IDENTITY -> Credentials.Kind.WEB_IDENTITY;
      case SAML -> Credentials.Kind.SAML;
      case ANONYMOUS -> Credentials.Kind.ANONYMOUS;
    };
  }
}
