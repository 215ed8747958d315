package io.rolewright.analyze.scenario;

import java.util.List;

/** Who may be the caller of a scenario: the field that says so, and the fields that go with it. */
enum CallerKind {
  // first, since its field `user` names the user who asked for the session
  FEDERATED_USER(
      "federated-user",
      List.of(
          "user",
          "id",
          "tags",
          "session-tags",
          "source-identity",
          "policies",
          "boundary",
          "groups",
          "session-policies",
          "keys",
          "issued-at")),
  USER(
      "user",
      List.of("credentials", "mfa", "id", "tags", "policies", "boundary", "groups", "keys")),
  ROOT("root", List.of("credentials", "mfa", "keys")),
  ROLE_SESSION(
      "role-session",
      List.of(
          "role",
          "mfa",
          "id",
          "tags",
          "session-tags",
          "transitive-tags",
          "source-identity",
          "policies",
          "boundary",
          "session-policies",
          "service-linked",
          "keys",
          "issued-at")),
  SERVICE("service", List.of("keys")),
  WEB_IDENTITY("web-identity", List.of("claims", "keys")),
  SAML("saml", List.of("attributes", "keys")),
  ANONYMOUS("anonymous", List.of("keys"));

  private final String field;
  private final List<String> with;

  CallerKind(String field, List<String> with) {
    this.field = field;
    this.with = with;
  }

  /** The field that names such a caller. */
  String field() {
    return field;
  }

  /** Whether a field may stand beside it. */
  boolean takes(String other) {
    return other.equals(field) || with.contains(other);
  }

  /** The fields that name callers. */
  static List<String> fields() {
    return List.of(values()).stream().map(CallerKind::field).toList();
  }
}
