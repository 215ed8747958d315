package io.rolewright.simulate.sts;

import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who and what appears in the tables of these tests. */
final class Cast {

  static final Origin AT = SourceFile.unread("call.yaml").whole();
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final String ACCOUNT = "111111111111";
  static final String OIDC =
      "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
  static final String SAML = "arn:aws:iam::111111111111:saml-provider/Corp";

  static final NamedPolicy EVERYTHING =
      policy(
          PolicyKind.IDENTITY,
          """
          {"Version": "2012-10-17",
           "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
          """);

  /** A trust policy that lets everybody in. */
  static final NamedPolicy OPEN =
      policy(
          PolicyKind.TRUST,
          """
          {"Version": "2012-10-17",
           "Statement": {
             "Effect": "Allow",
             "Principal": {
               "AWS": "*",
               "Service": "lambda.amazonaws.com",
               "Federated": ["%s", "%s"]},
             "Action": "sts:*"}}
          """
              .formatted(OIDC, SAML));

  static final Surroundings WORLD =
      new Surroundings(
          Map.of(
              ACCOUNT,
              new AccountFacts(
                  Optional.of("o-acme"),
                  Optional.of("o-acme/r-1/ou-1/"),
                  false,
                  Optional.empty(),
                  Optional.empty())),
          NOW,
          Context.EMPTY.with("aws:SourceIp", "203.0.113.9"),
          Optional.empty());

  private Cast() {}

  static NamedPolicy policy(PolicyKind kind, String json) {
    SourceFile file = SourceFile.of("policy.json", json);
    return new NamedPolicy(
        kind.shown(),
        new PolicyReader(Limits.DEFAULT)
            .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind));
  }

  static TargetRole role(int maxSessionDuration) {
    return role("deploy/Target", OPEN, maxSessionDuration);
  }

  static TargetRole role(String path, NamedPolicy trust, int maxSessionDuration) {
    return new TargetRole(
        "arn:aws:iam::111111111111:role/" + path,
        ACCOUNT,
        "AROATARGET",
        trust,
        List.of(EVERYTHING),
        Optional.empty(),
        maxSessionDuration,
        Map.of("size", "big"),
        false);
  }

  /** The role, for calls that ask for one. */
  static Optional<TargetRole> roleOf(Operation operation, int maxSessionDuration) {
    return operation.assumesRole() ? Optional.of(role(maxSessionDuration)) : Optional.empty();
  }

  /** The credentials of a table's word. */
  static Credentials caller(String word) {
    return switch (word) {
      case "user" -> user(Credentials.Kind.LONG_TERM, Mfa.ABSENT);
      case "console" -> user(Credentials.Kind.CONSOLE, Mfa.FALSE);
      case "console with MFA" -> user(Credentials.Kind.CONSOLE, Mfa.ago(300));
      case "session token" -> user(Credentials.Kind.SESSION_TOKEN, Mfa.FALSE);
      case "session token with MFA" -> user(Credentials.Kind.SESSION_TOKEN, Mfa.ago(300));
      case "root" -> root(Credentials.Kind.LONG_TERM, Caller.Kind.ROOT);
      case "assumed root" -> root(Credentials.Kind.ROOT_TASK, Caller.Kind.ASSUMED_ROOT);
      case "role session" -> roleSession();
      case "federated user" -> federatedUser();
      case "service" ->
          of(
              Credentials.Kind.SERVICE,
              Caller.service("lambda.amazonaws.com"),
              Context.EMPTY.with("aws:SourceArn", "arn:aws:lambda:eu-west-1:111111111111:f"));
      case "web identity" ->
          of(
              Credentials.Kind.WEB_IDENTITY,
              Caller.federated(Caller.Kind.WEB_IDENTITY, OIDC),
              Context.EMPTY
                  .with("token.actions.githubusercontent.com:sub", "s-7")
                  .with("token.actions.githubusercontent.com:environment", "prod"));
      case "SAML" -> saml("saml:iss", "https://idp");
      case "SAML until 13:00" -> saml("saml:SessionNotOnOrAfter", "2026-11-22T13:00:00Z");
      case "SAML until 11:00" -> saml("saml:SessionNotOnOrAfter", "2026-11-22T12:00:00+01:00");
      case "anonymous" -> of(Credentials.Kind.ANONYMOUS, Caller.anonymous(), Context.EMPTY);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Credentials user(Credentials.Kind kind, Mfa mfa) {
    return user(kind, mfa, List.of(EVERYTHING));
  }

  private static Credentials user(Credentials.Kind kind, Mfa mfa, List<NamedPolicy> identity) {
    return new Credentials(
        kind,
        Caller.user(ACCOUNT, "people/dana"),
        Optional.of("AIDADANA"),
        mfa,
        Map.of("floor", "4"),
        Map.of("floor", "4"),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Context.EMPTY,
        identity,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Credentials roleSession() {
    return new Credentials(
        Credentials.Kind.ROLE,
        Caller.roleSession(ACCOUNT, "team/App", "s1"),
        Optional.of("AROAAPP:s1"),
        Mfa.FALSE,
        Map.of("floor", "9", "team", "blue"),
        Map.of("floor", "9"),
        Map.of("team", "blue"),
        Optional.of("dana"),
        Optional.of(Instant.parse("2026-11-22T11:30:00Z")),
        Context.EMPTY
            .with("aws:FederatedProvider", OIDC)
            .with("token.actions.githubusercontent.com:sub", "s-7"),
        List.of(EVERYTHING),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Credentials federatedUser() {
    Caller caller =
        new Caller(
            Caller.Kind.FEDERATED_USER,
            Optional.of("arn:aws:sts::111111111111:federated-user/guest"),
            Optional.empty(),
            Optional.of("arn:aws:iam::111111111111:user/people/dana"),
            Optional.of(ACCOUNT),
            Optional.empty());
    return new Credentials(
        Credentials.Kind.FEDERATION,
        caller,
        Optional.empty(),
        Mfa.FALSE,
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.of(NOW),
        Context.EMPTY,
        List.of(EVERYTHING),
        Optional.empty(),
        Optional.of(List.of(EVERYTHING)),
        false);
  }

  private static Credentials root(Credentials.Kind kind, Caller.Kind callerKind) {
    Caller caller =
        new Caller(
            callerKind,
            Optional.of("arn:aws:iam::111111111111:root"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ACCOUNT),
            Optional.empty());
    return of(kind, caller, Context.EMPTY);
  }

  private static Credentials saml(String key, String value) {
    return of(
        Credentials.Kind.SAML,
        Caller.federated(Caller.Kind.SAML, SAML),
        Context.EMPTY.with("saml:sub", "dana").with(key, value));
  }

  private static Credentials of(Credentials.Kind kind, Caller caller, Context carried) {
    return new Credentials(
        kind,
        caller,
        Optional.empty(),
        Mfa.ABSENT,
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        carried,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** A call with what its operation cannot do without. */
  static StsCall call(Operation operation) {
    StsCall call = StsCall.of(operation, AT);
    return switch (operation) {
      case ASSUME_ROLE, ASSUME_ROLE_WITH_WEB_IDENTITY ->
          with(call, Parameter.ROLE_SESSION_NAME, "night");
      case GET_FEDERATION_TOKEN -> with(call, Parameter.NAME, "guest");
      case ASSUME_ROOT -> with(call, Parameter.TARGET_PRINCIPAL, "222222222222");
      default -> call;
    };
  }

  /** A call with one parameter set, or with a further value of it. */
  static StsCall with(StsCall call, Parameter parameter, String... values) {
    Map<Parameter, List<Given>> parameters = new LinkedHashMap<>(call.parameters());
    parameters.put(parameter, List.of(values).stream().map(v -> new Given(v, AT)).toList());
    return new StsCall(
        call.operation(),
        call.at(),
        parameters,
        call.tags(),
        call.policy(),
        call.managedPolicies());
  }

  /** A call with tags such as {@code team=web}. */
  static StsCall tagged(StsCall call, String... tags) {
    List<Tag> list =
        List.of(tags).stream().map(t -> t.split("=", 2)).map(t -> new Tag(t[0], t[1], AT)).toList();
    return new StsCall(
        call.operation(),
        call.at(),
        call.parameters(),
        list,
        call.policy(),
        call.managedPolicies());
  }

  /** The user with identity policies of his own. */
  static Credentials userWith(NamedPolicy... identity) {
    return user(Credentials.Kind.LONG_TERM, Mfa.ABSENT, List.of(identity));
  }

  /** A question about a resource whose ARN says all. */
  static ResourceRequest request(String action, String resource) {
    return new ResourceRequest(
        AT, action, resource, Optional.empty(), Optional.empty(), Context.EMPTY);
  }

  /** A call with a managed session policy. */
  static StsCall withManaged(StsCall call, NamedPolicy policy) {
    StsCall with = with(call, Parameter.POLICY_ARNS, "arn:aws:iam::111111111111:policy/P");
    return new StsCall(
        with.operation(),
        with.at(),
        with.parameters(),
        with.tags(),
        Optional.empty(),
        List.of(policy));
  }
}
