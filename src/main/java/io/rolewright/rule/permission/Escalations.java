package io.rolewright.rule.permission;

import java.util.List;

/**
 * The IAM calls each of which alone raises the caller's permissions, by what they act on (R6.2).
 */
final class Escalations {

  static final List<String> ON_ROLES =
      List.of(
          "AttachRolePolicy",
          "PutRolePolicy",
          "UpdateAssumeRolePolicy",
          "DeleteRolePermissionsBoundary",
          "PutRolePermissionsBoundary");

  static final List<String> ON_USERS =
      List.of(
          "AttachUserPolicy",
          "PutUserPolicy",
          "CreateAccessKey",
          "CreateLoginProfile",
          "UpdateLoginProfile",
          "DeleteUserPermissionsBoundary",
          "PutUserPermissionsBoundary");

  static final List<String> ON_POLICIES = List.of("CreatePolicyVersion", "SetDefaultPolicyVersion");

  private Escalations() {}
}
