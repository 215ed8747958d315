package io.rolewright.rule.escalation;

import io.rolewright.model.Role;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Bearer;
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

  /** Whether a role is of the account of a holder, as far as anybody can tell. */
  static boolean isOwn(Role role, Bearer bearer, Estate estate) {
    return estate.accountOf(role).equals(bearer.owner());
  }
}
