package io.rolewright.analyze.scenario;

import io.rolewright.simulate.sts.Operation;
import io.rolewright.simulate.sts.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields of each object of a scenario. The JSON Schema has the same. */
final class Vocabulary {

  static final List<String> SCENARIO =
      List.of(
          "$schema",
          "title",
          "now",
          "files",
          "managed-policies",
          "accounts",
          "network",
          "endpoint-policy",
          "caller",
          "call",
          "calls",
          "can");

  static final List<String> FILE = List.of("file", "account");

  static final List<String> ACCOUNT = List.of("organization", "path", "management", "scps", "rcps");

  static final List<String> CALLER = callerFields();

  static final List<String> MFA = List.of("age");

  static final List<String> CALL = callFields();

  static final List<String> ROLE =
      List.of(
          "trust", "policies", "boundary", "max-session-duration", "tags", "id", "service-linked");

  static final List<String> QUESTION =
      List.of("action", "resource", "context", "resource-policy", "resource-account", "expect");

  static final List<String> POLICY = List.of("file", "document", "name");

  /** Of the claim {@code https://aws.amazon.com/tags}; the spelling is AWS's. */
  static final List<String> TAG_CLAIM = List.of("principal_tags", "transitive_tag_keys");

  static final List<String> TAG = List.of("Key", "Value");

  /** The session tags of a call; a parameter of AWS that is no {@link Parameter}. */
  static final String TAGS = "Tags";

  private Vocabulary() {}

  private static List<String> callerFields() {
    List<String> fields = new ArrayList<>(CallerKind.fields());
    List<String> others =
        List.of(
            "credentials",
            "mfa",
            "role",
            "id",
            "tags",
            "session-tags",
            "transitive-tags",
            "source-identity",
            "groups",
            "policies",
            "boundary",
            "session-policies",
            "service-linked",
            "claims",
            "attributes",
            "keys",
            "issued-at");
    fields.addAll(others);
    return List.copyOf(fields);
  }

  private static List<String> callFields() {
    List<String> fields = new ArrayList<>(List.of("operation", "role", TAGS));
    for (Parameter parameter : Parameter.values()) {
      fields.add(parameter.shown());
    }
    return List.copyOf(fields);
  }

  /**
   * The parameters that an operation takes.
   *
   * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html">STS API
   *     Reference</a>
   */
  static Set<String> parameters(Operation operation) {
    return new TreeSet<>(
        switch (operation) {
          case ASSUME_ROLE ->
              List.of(
                  "RoleArn",
                  "RoleSessionName",
                  "DurationSeconds",
                  "Policy",
                  "PolicyArns",
                  TAGS,
                  "TransitiveTagKeys",
                  "ExternalId",
                  "SerialNumber",
                  "TokenCode",
                  "SourceIdentity",
                  "ProvidedContexts");
          case ASSUME_ROLE_WITH_SAML ->
              List.of(
                  "RoleArn",
                  "PrincipalArn",
                  "SAMLAssertion",
                  "DurationSeconds",
                  "Policy",
                  "PolicyArns");
          case ASSUME_ROLE_WITH_WEB_IDENTITY ->
              List.of(
                  "RoleArn",
                  "RoleSessionName",
                  "WebIdentityToken",
                  "ProviderId",
                  "DurationSeconds",
                  "Policy",
                  "PolicyArns");
          case GET_FEDERATION_TOKEN ->
              List.of("Name", "DurationSeconds", "Policy", "PolicyArns", TAGS);
          case GET_SESSION_TOKEN -> List.of("DurationSeconds", "SerialNumber", "TokenCode");
          case ASSUME_ROOT -> List.of("TargetPrincipal", "TaskPolicyArn", "DurationSeconds");
        });
  }
}
