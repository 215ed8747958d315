package io.rolewright.rule.escalation;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.trust.Partitions;
import java.util.List;
import java.util.Optional;

/** How roles of the input are named in requests. */
final class RoleNames {

  private RoleNames() {}

  /** The ARN of a role; empty where a template leaves its name open. */
  static Optional<String> arn(Role role, String partition, Estate estate) {
    String path = role.path().orElse("/");
    return role.name().hasUnknown() || !path.startsWith("/")
        ? Optional.empty()
        : role.name()
            .plain()
            .map(
                name ->
                    "arn:" + partition + ":iam::" + estate.accountOf(role) + ":role" + path + name);
  }

  /** An ARN for a role as what is asked for, also where a template leaves its name open. */
  static String shown(Role role, Estate estate) {
    List<Statement> trust = role.trust().map(PolicyDocument::statements).orElse(List.of());
    String partition = Partitions.of(role, trust).map(Partitions::expected).orElse("aws");
    return arn(role, partition, estate)
        .orElseGet(
            () ->
                "arn:%s:iam::%s:role/%s"
                    .formatted(partition, estate.accountOf(role), role.name().shown()));
  }

  /** Whether a role is of the account of a holder, as far as anybody can tell. */
  static boolean isOwn(Role role, Bearer bearer, Estate estate) {
    return estate.accountOf(role).equals(bearer.owner());
  }
}
