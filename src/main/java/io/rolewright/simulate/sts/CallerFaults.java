package io.rolewright.simulate.sts;

import io.rolewright.simulate.Caller;
import java.util.Optional;

/** Who may make which call at all (R3.2, R3.5 to R3.16, R3.30, section 3.3). */
final class CallerFaults {

  private final StsCall call;
  private final Credentials credentials;

  private CallerFaults(StsCall call, Credentials credentials) {
    this.call = call;
    this.credentials = credentials;
  }

  /** Why this caller cannot make this call. */
  static Optional<Fault> of(StsCall call, Credentials credentials) {
    CallerFaults caller = new CallerFaults(call, credentials);
    return switch (call.operation()) {
      case ASSUME_ROLE -> caller.assumeRole();
      case ASSUME_ROLE_WITH_SAML -> caller.federated(Caller.Kind.SAML, "a SAML assertion", "R3.6");
      case ASSUME_ROLE_WITH_WEB_IDENTITY ->
          caller.federated(Caller.Kind.WEB_IDENTITY, "the token of an OIDC provider", "R3.8");
      case GET_FEDERATION_TOKEN -> caller.longTerm("R3.11");
      case GET_SESSION_TOKEN -> caller.longTerm("R3.14");
      case ASSUME_ROOT -> caller.assumeRoot();
    };
  }

  private Optional<Fault> assumeRole() {
    return switch (credentials.caller().kind()) {
      case USER, ROLE_SESSION, SERVICE -> Optional.empty();
      case ROOT, ASSUMED_ROOT ->
          fault("the root user cannot assume roles", "call as an IAM user or a role", "R3.30");
      case FEDERATED_USER ->
          fault(
              "GetFederationToken credentials cannot assume roles",
              "call with the user's own key or GetSessionToken credentials",
              "R3.30");
      case SAML -> unsigned(Operation.ASSUME_ROLE_WITH_SAML);
      case WEB_IDENTITY -> unsigned(Operation.ASSUME_ROLE_WITH_WEB_IDENTITY);
      case ANONYMOUS ->
          fault("AssumeRole needs credentials of AWS", "call as an IAM user or a role", "R3.2");
    };
  }

  private Optional<Fault> unsigned(Operation right) {
    return fault(
        "AssumeRole needs credentials of AWS, the caller has a " + credentials.kind().shown(),
        "call %s instead".formatted(right.shown()),
        "R3.2");
  }

  private Optional<Fault> federated(Caller.Kind kind, String what, String rule) {
    return credentials.caller().kind() == kind
        ? Optional.empty()
        : fault(
            "%s is called with %s, the caller has %s"
                .formatted(call.operation().shown(), what, held()),
            "call AssumeRole instead, or as the holder of " + what,
            rule);
  }

  /** Both Get calls take nothing but the keys of users and of the root user. */
  private Optional<Fault> longTerm(String rule) {
    Caller.Kind kind = credentials.caller().kind();
    boolean person = kind == Caller.Kind.USER || kind == Caller.Kind.ROOT;
    return person && credentials.kind() == Credentials.Kind.LONG_TERM
        ? Optional.empty()
        : fault(
            "%s takes long-term keys only, the caller has %s"
                .formatted(call.operation().shown(), held()),
            "call with an access key of a user",
            kind == Caller.Kind.ROLE_SESSION ? "R3.5" : rule);
  }

  private Optional<Fault> assumeRoot() {
    Caller.Kind kind = credentials.caller().kind();
    boolean mayCall = kind == Caller.Kind.USER || kind == Caller.Kind.ROLE_SESSION;
    if (!mayCall) {
      return fault(
          "AssumeRoot is for users and roles, the caller is "
              + (kind == Caller.Kind.ROOT ? "the root user" : kind.shown()),
          "call as a user or role of the management account",
          "R3.16");
    }
    return credentials.kind() == Credentials.Kind.SESSION_TOKEN
        ? fault(
            "GetSessionToken credentials cannot call AssumeRoot",
            "call with the user's own key or as a role",
            "R3.15")
        : Optional.empty();
  }

  /** What the caller calls with, behind "has". */
  private String held() {
    String shown = credentials.kind().shown();
    return switch (credentials.kind()) {
      case LONG_TERM, CONSOLE, ROLE, WEB_IDENTITY, SAML -> "a " + shown;
      case ROOT_TASK -> "an " + shown;
      case SERVICE -> "those of an AWS service";
      case SESSION_TOKEN, FEDERATION, ANONYMOUS -> shown;
    };
  }

  private Optional<Fault> fault(String message, String fix, String rule) {
    return Optional.of(new Fault(call.at(), message, fix, rule));
  }
}
