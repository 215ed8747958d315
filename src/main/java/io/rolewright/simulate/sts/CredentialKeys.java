package io.rolewright.simulate.sts;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that every request made with some credentials has (R1.50, R3.28, section 3.4).
 */
final class CredentialKeys {

  private final Credentials credentials;
  private final Map<String, List<String>> keys = new LinkedHashMap<>();

  private CredentialKeys(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * The keys of the caller and of the way the request comes.
   *
   * @param mfa what the request says about MFA
   */
  static Context of(Credentials credentials, Mfa mfa, Surroundings surroundings) {
    CredentialKeys keys = new CredentialKeys(credentials);
    keys.caller();
    keys.session();
    keys.mfa(mfa);
    keys.time(surroundings);
    Context all = Context.of(keys.keys);
    all = withOrganization(all, credentials.caller(), surroundings);
    return withServiceNames(all, credentials.caller())
        .plus(credentials.carried().with(Credentials.SESSION_NOT_ON_OR_AFTER, List.of()))
        .plus(surroundings.network());
  }

  /** The keys that the credentials bring along wherever and whenever they are used. */
  static Context carried(Credentials credentials, Surroundings surroundings) {
    CredentialKeys keys = new CredentialKeys(credentials);
    keys.userId().ifPresent(id -> keys.set("aws:userid", id));
    keys.session();
    keys.mfa(credentials.mfa());
    return withOrganization(Context.of(keys.keys), credentials.caller(), surroundings)
        .plus(credentials.carried().with(Credentials.SESSION_NOT_ON_OR_AFTER, List.of()));
  }

  private void caller() {
    Caller caller = credentials.caller();
    caller.account().ifPresent(account -> set("aws:PrincipalAccount", account));
    principalArn(caller).ifPresent(arn -> set("aws:PrincipalArn", arn));
    principalType(caller).ifPresent(type -> set("aws:PrincipalType", type));
    userId().ifPresent(id -> set("aws:userid", id));
    if (caller.kind() == Caller.Kind.USER) {
      caller.arn().ifPresent(arn -> set("aws:username", afterSlash(arn)));
    }
    boolean service = caller.kind() == Caller.Kind.SERVICE;
    set("aws:PrincipalIsAWSService", String.valueOf(service));
    if (service) {
      caller.name().ifPresent(name -> set("aws:PrincipalServiceName", name));
    }
  }

  /** Of a role session the role's ARN, never the session's (R3.28). */
  private static Optional<String> principalArn(Caller caller) {
    return caller.kind() == Caller.Kind.ROLE_SESSION ? caller.roleArn() : caller.arn();
  }

  private static Optional<String> principalType(Caller caller) {
    return switch (caller.kind()) {
      case ROOT, ASSUMED_ROOT -> Optional.of("Account");
      case USER -> Optional.of("User");
      case ROLE_SESSION -> Optional.of("AssumedRole");
      case FEDERATED_USER -> Optional.of("FederatedUser");
      case ANONYMOUS -> Optional.of("Anonymous");
      case SERVICE, WEB_IDENTITY, SAML -> Optional.empty();
    };
  }

  /** R1.50: what is not an id of IAM's own making can be told from the ARN. */
  private Optional<String> userId() {
    Caller caller = credentials.caller();
    return credentials
        .userId()
        .or(
            () ->
                switch (caller.kind()) {
                  case ROOT, ASSUMED_ROOT -> caller.account();
                  case FEDERATED_USER ->
                      caller.arn().map(arn -> caller.account().orElse("") + ":" + afterSlash(arn));
                  default -> Optional.empty();
                });
  }

  private static String afterSlash(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private void session() {
    credentials.principalTags().forEach((key, value) -> set("aws:PrincipalTag/" + key, value));
    credentials.sourceIdentity().ifPresent(id -> set("aws:SourceIdentity", id));
    credentials.issuedAt().ifPresent(at -> set("aws:TokenIssueTime", at.toString()));
  }

  private void mfa(Mfa mfa) {
    mfa.present().ifPresent(p -> set("aws:MultiFactorAuthPresent", String.valueOf(p)));
    mfa.ageSeconds().ifPresent(age -> set("aws:MultiFactorAuthAge", String.valueOf(age)));
  }

  private void time(Surroundings surroundings) {
    set("aws:CurrentTime", surroundings.now().toString());
    set("aws:EpochTime", String.valueOf(surroundings.now().getEpochSecond()));
    set("aws:SecureTransport", "true");
    set("aws:ViaAWSService", "false");
  }

  private void set(String key, String value) {
    keys.put(key, List.of(value));
  }

  private static Context withOrganization(
      Context context, Caller caller, Surroundings surroundings) {
    AccountFacts facts = caller.account().map(surroundings::of).orElse(AccountFacts.STANDALONE);
    Context with = context;
    if (facts.organization().isPresent()) {
      with = with.with("aws:PrincipalOrgID", facts.organization().get());
    }
    return facts.path().isPresent()
        ? with.withList("aws:PrincipalOrgPaths", List.of(facts.path().get()))
        : with;
  }

  private static Context withServiceNames(Context context, Caller caller) {
    return caller.kind() == Caller.Kind.SERVICE && caller.name().isPresent()
        ? context.withList("aws:PrincipalServiceNamesList", List.of(caller.name().get()))
        : context;
  }
}
