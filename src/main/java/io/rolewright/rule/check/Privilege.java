package io.rolewright.rule.check;

import io.rolewright.model.Attachment;
import io.rolewright.model.Role;
import java.util.List;

/**
 * How much a role can do: whether a session of it can take over the account.
 *
 * <p>Admin-equivalent are permissions that allow every action, or that allow IAM's writes without
 * bound, which is every action one call later (R6.1). Privileged are also those that hold one of
 * the calls by which a principal raises its own permissions (R6.2).
 */
enum Privilege {
  ADMIN,
  PRIVILEGED,
  /** Neither, and the input holds all the role's policies. */
  ORDINARY,
  /** Not seen to be privileged, but some policy is not in the input. */
  UNKNOWN;

  private static final String FRESH = "arn:aws:zz-fresh:us-east-1:000000000000:fresh/fresh";
  private static final String ROLE = "arn:aws:iam::000000000000:role/zz-fresh";
  private static final String USER = "arn:aws:iam::000000000000:user/zz-fresh";
  private static final String POLICY = "arn:aws:iam::000000000000:policy/zz-fresh";

  private static final List<String> ADMIN_ARNS =
      List.of(":iam::aws:policy/AdministratorAccess", ":iam::aws:policy/IAMFullAccess");

  static Privilege of(Role role) {
    boolean admin =
        role.boundary().isEmpty() && role.permissions().stream().anyMatch(Privilege::isAdminPolicy);
    return admin ? ADMIN : of(Permissions.of(role), role.complete());
  }

  /** What permissions amount to; {@code complete} says whether they are all there is. */
  static Privilege of(Permissions permissions, boolean complete) {
    if (isAdmin(permissions)) {
      return ADMIN;
    }
    if (escalates(permissions)) {
      return PRIVILEGED;
    }
    return complete ? ORDINARY : UNKNOWN;
  }

  boolean isPrivileged() {
    return this == ADMIN || this == PRIVILEGED;
  }

  static boolean isAdminPolicy(Attachment attachment) {
    String arn = attachment.name().shown();
    return attachment.managed() && ADMIN_ARNS.stream().anyMatch(arn::endsWith);
  }

  static boolean isAdmin(Permissions permissions) {
    return permissions.allows("zz-fresh:ZzFreshAction", FRESH)
            && permissions.allows("iam:AttachRolePolicy", ROLE)
        || permissions.allows("iam:AttachRolePolicy", ROLE)
            && permissions.allows("iam:PutRolePolicy", ROLE)
            && permissions.allows("iam:AttachUserPolicy", USER)
            && permissions.allows("iam:CreatePolicyVersion", POLICY)
            && permissions.allows("iam:UpdateAssumeRolePolicy", ROLE);
  }

  private static boolean escalates(Permissions permissions) {
    return Escalations.ON_ROLES.stream().anyMatch(a -> permissions.allows("iam:" + a, ROLE))
        || Escalations.ON_USERS.stream().anyMatch(a -> permissions.allows("iam:" + a, USER))
        || Escalations.ON_POLICIES.stream().anyMatch(a -> permissions.allows("iam:" + a, POLICY));
  }
}
