package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.ScalarNode;
import java.util.Optional;

/** Reads fields that hold the ARN of a user, a role or a session. */
record ArnFields(Problems problems) {

  private static final String ACCOUNT = "::111122223333:";

  /** The ARN of a user. */
  Optional<EntityArn> user(Fields fields, String field) {
    return read(fields, field, "iam", "user", "user/dana");
  }

  /** The ARN of a role. */
  Optional<EntityArn> role(Fields fields, String field) {
    return fields.scalar(field).flatMap(this::role);
  }

  /** The ARN of a role. */
  Optional<EntityArn> role(ScalarNode written) {
    return read(written, "iam", "role", "role/deploy");
  }

  /** The ARN of a role's session. */
  Optional<EntityArn> roleSession(Fields fields, String field) {
    return read(fields, field, "sts", "assumed-role", "assumed-role/deploy/dana");
  }

  /** The ARN of a federated user. */
  Optional<EntityArn> federatedUser(Fields fields, String field) {
    return read(fields, field, "sts", "federated-user", "federated-user/dana");
  }

  /** The ARN of a SAML provider. */
  Optional<EntityArn> samlProvider(Fields fields, String field) {
    return read(fields, field, "iam", "saml-provider", "saml-provider/corp");
  }

  private Optional<EntityArn> read(
      Fields fields, String field, String service, String type, String example) {
    return fields.scalar(field).flatMap(s -> read(s, service, type, example));
  }

  private Optional<EntityArn> read(
      ScalarNode written, String service, String type, String example) {
    Optional<EntityArn> arn = EntityArn.of(written.text(), service, type);
    if (arn.isEmpty()) {
      problems.error(
          "`"
              + written.text()
              + "` is no ARN of a "
              + type
              + "; such ARNs read `arn:aws:"
              + service
              + ACCOUNT
              + example
              + "`",
          written.origin());
    }
    return arn;
  }
}
