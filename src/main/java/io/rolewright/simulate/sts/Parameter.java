package io.rolewright.simulate.sts;

import java.util.Optional;

/** The parameters of STS calls other than tags, under their API names (section 3.1). */
public enum Parameter {
  ROLE_ARN("RoleArn"),
  ROLE_SESSION_NAME("RoleSessionName"),
  DURATION_SECONDS("DurationSeconds"),
  EXTERNAL_ID("ExternalId"),
  SERIAL_NUMBER("SerialNumber"),
  TOKEN_CODE("TokenCode"),
  SOURCE_IDENTITY("SourceIdentity"),
  TRANSITIVE_TAG_KEYS("TransitiveTagKeys"),
  POLICY("Policy"),
  POLICY_ARNS("PolicyArns"),
  PROVIDED_CONTEXTS("ProvidedContexts"),
  PRINCIPAL_ARN("PrincipalArn"),
  SAML_ASSERTION("SAMLAssertion"),
  WEB_IDENTITY_TOKEN("WebIdentityToken"),
  PROVIDER_ID("ProviderId"),
  NAME("Name"),
  TARGET_PRINCIPAL("TargetPrincipal"),
  TASK_POLICY_ARN("TaskPolicyArn");

  private final String shown;

  Parameter(String shown) {
    this.shown = shown;
  }

  /** The name in AWS's API: {@code RoleSessionName}. */
  public String shown() {
    return shown;
  }

  /** The parameter of an API name, in AWS's spelling. */
  public static Optional<Parameter> named(String shown) {
    for (Parameter parameter : values()) {
      if (parameter.shown.equals(shown)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }
}
