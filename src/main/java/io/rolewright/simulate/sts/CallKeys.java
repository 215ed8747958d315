package io.rolewright.simulate.sts;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys of an STS call (section 3.4, the columns at assume time).
 *
 * <p>A call may need several permissions; keys of STS and IAM are in the request of each only as
 * far as the Service Authorization Reference lists them for it (R3.29): {@code sts:ExternalId} is
 * there for AssumeRole and not for TagSession.
 */
final class CallKeys {

  private static final String ROLES_ANYWHERE = "rolesanywhere.amazonaws.com";
  private static final String CERTIFICATE = "x509";

  private final StsCall call;
  private final Credentials credentials;
  private final Optional<TargetRole> role;
  private final Surroundings surroundings;
  private final Assumptions assumptions;
  private final Map<String, List<String>> keys = new LinkedHashMap<>();

  private CallKeys(
      StsCall call,
      Credentials credentials,
      Optional<TargetRole> role,
      Surroundings surroundings,
      Assumptions assumptions) {
    this.call = call;
    this.credentials = credentials;
    this.role = role;
    this.surroundings = surroundings;
    this.assumptions = assumptions;
  }

  /** All keys of the call; {@link #seenBy} takes away what one of its actions does not see. */
  static Context of(
      StsCall call,
      Credentials credentials,
      Optional<TargetRole> role,
      Surroundings surroundings,
      Assumptions assumptions) {
    CallKeys keys = new CallKeys(call, credentials, role, surroundings, assumptions);
    Context caller = CredentialKeys.of(credentials, keys.mfa(), surroundings);
    if (keys.isRolesAnywhere()) {
      caller = withoutCertificate(caller);
    }
    keys.parameters();
    keys.tags();
    keys.federated();
    keys.resource();
    return caller
        .plus(ResourceKeys.of(role.map(TargetRole::account), surroundings))
        .plus(keys.lists(Context.of(keys.keys)));
  }

  /** What a call says about MFA: its own code counts before the caller's session (R4.1). */
  static Mfa mfa(StsCall call, Credentials credentials) {
    return call.one(Parameter.SERIAL_NUMBER).isPresent()
            && call.one(Parameter.TOKEN_CODE).isPresent()
        ? Mfa.ago(0)
        : credentials.mfa();
  }

  private Mfa mfa() {
    return mfa(call, credentials);
  }

  private void parameters() {
    set("sts:ExternalId", call.text(Parameter.EXTERNAL_ID));
    if (call.operation().assumesRole()) {
      set("sts:RoleSessionName", Optional.of(Sessions.roleSessionName(call)));
      set(
          "sts:SourceIdentity",
          call.text(Parameter.SOURCE_IDENTITY).or(credentials::sourceIdentity));
    }
    set("sts:TaskPolicyArn", call.text(Parameter.TASK_POLICY_ARN));
  }

  private void tags() {
    String certificate = assumptions.isB(Uncertainty.U23) ? "aws:RequestTag/" : "aws:PrincipalTag/";
    Tags.of(call.tags())
        .forEach(
            (key, value) ->
                set(
                    (isCertificate(key) ? certificate : "aws:RequestTag/") + key,
                    Optional.of(value)));
    if (isRolesAnywhere()) {
      Tags.only(credentials.principalTags(), credentials.principalTags().keySet())
          .forEach(
              (key, value) ->
                  set(
                      (isCertificate(key) ? certificate : "aws:PrincipalTag/") + key,
                      Optional.of(value)));
    }
  }

  private boolean isRolesAnywhere() {
    Caller caller = credentials.caller();
    return caller.kind() == Caller.Kind.SERVICE
        && caller.name().filter(ROLES_ANYWHERE::equals).isPresent();
  }

  private boolean isCertificate(String key) {
    return isRolesAnywhere() && key.startsWith(CERTIFICATE);
  }

  private static Context withoutCertificate(Context context) {
    Context without = context;
    for (String key : context.asMap().keySet()) {
      if (key.startsWith("aws:PrincipalTag/" + CERTIFICATE)) {
        without = without.with(key, List.of());
      }
    }
    return without;
  }

  /** U24: whether a federated caller already is the principal that he becomes. */
  private void federated() {
    Caller.Kind kind = credentials.caller().kind();
    boolean federated = kind == Caller.Kind.WEB_IDENTITY || kind == Caller.Kind.SAML;
    if (federated && assumptions.isB(Uncertainty.U24)) {
      set("aws:FederatedProvider", credentials.caller().name());
      Tags.of(call.tags())
          .forEach((key, value) -> set("aws:PrincipalTag/" + key, Optional.of(value)));
    }
  }

  /** The role's tags; inherited transitive tags stand for those of equal key (R3.18). */
  private void resource() {
    if (role.isPresent()) {
      Tags.merged(role.get().tags(), credentials.transitiveTags())
          .forEach(
              (key, value) -> {
                set("aws:ResourceTag/" + key, Optional.of(value));
                set("iam:ResourceTag/" + key, Optional.of(value));
              });
    }
  }

  private Context lists(Context context) {
    Context with = context.withList("aws:TagKeys", Tags.keys(Tags.of(call.tags())));
    with = with.withList("sts:TransitiveTagKeys", values(Parameter.TRANSITIVE_TAG_KEYS));
    return with.withList("sts:RequestContextProviders", values(Parameter.PROVIDED_CONTEXTS));
  }

  private List<String> values(Parameter parameter) {
    return call.all(parameter).stream().map(Given::value).toList();
  }

  private void set(String key, Optional<String> value) {
    value.ifPresent(v -> keys.put(key, List.of(v)));
  }

  /** The keys of a call that the request for one action has. */
  static Context seenBy(String action, Context all) {
    List<String> known =
        Catalog.shipped().action(action).map(ServiceAction::allConditionKeys).orElse(List.of());
    List<String> unseen = new ArrayList<>();
    for (String key : all.asMap().keySet()) {
      String lower = key.toLowerCase(Locale.ROOT);
      boolean own = lower.startsWith("sts:") || lower.startsWith("iam:");
      if (own && known.stream().noneMatch(k -> ConditionKey.isListed(k, key))) {
        unseen.add(key);
      }
    }
    Context seen = all;
    for (String key : unseen) {
      seen = seen.with(key, List.of());
    }
    return seen;
  }
}
