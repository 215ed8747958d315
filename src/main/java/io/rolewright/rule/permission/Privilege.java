package io.rolewright.rule.permission;

import io.rolewright.model.Role;
import io.rolewright.rule.Estate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much a role can do: whether a session of it can take over the account.
 *
 * <p>Admin-equivalent are permissions that allow every action, or that allow IAM's writes without
 * bound, which is every action one call later (R6.1). Privileged are also those that hold one of
 * the calls by which a principal raises its own permissions (R6.2).
 */
public enum Privilege {
  ADMIN,
  PRIVILEGED,
  /** Neither, and the input holds all the role's policies. */
  ORDINARY,
  /** Not seen to be privileged, but some policy is not in the input. */
  UNKNOWN;

  private static final String FRESH = "arn:aws:zz-fresh:us-east-1:000000000000:fresh/fresh";

  /** What a session of a role can do amounts to. */
  public static Privilege of(Role role) {
    return of(Abilities.of(role), role.complete());
  }

  /** The same, decided before; {@code complete} says whether the input holds all policies. */
  public static Privilege of(Abilities abilities, boolean complete) {
    if (Administrator.of(abilities).isPresent()) {
      return ADMIN;
    }
    if (Escalations.byOneCall(abilities).isPresent()) {
      return PRIVILEGED;
    }
    return complete ? ORDINARY : UNKNOWN;
  }

  /** What permissions amount to; {@code complete} says whether they are all there is. */
  public static Privilege of(Permissions permissions, boolean complete) {
    if (isAdmin(permissions)) {
      return ADMIN;
    }
    if (escalates(permissions)) {
      return PRIVILEGED;
    }
    return complete ? ORDINARY : UNKNOWN;
  }

  public boolean isPrivileged() {
    return this == ADMIN || this == PRIVILEGED;
  }

  static boolean isAdmin(Permissions permissions) {
    return adminCall(permissions).isPresent();
  }

  /** A request that shows them to be those of an administrator. */
  public static Optional<Call> adminCall(Permissions permissions) {
    for (String account : accounts(permissions)) {
      Call attach = new Call("iam:AttachRolePolicy", role(account));
      if (attach.goesThrough(permissions)) {
        Call anything = new Call("zz-fresh:ZzFreshAction", FRESH);
        if (anything.goesThrough(permissions)) {
          return Optional.of(anything);
        }
        if (holdsIam(permissions, account)) {
          return Optional.of(attach);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holdsIam(Permissions permissions, String account) {
    return permissions.allows("iam:PutRolePolicy", role(account))
        && permissions.allows("iam:AttachUserPolicy", user(account))
        && permissions.allows("iam:CreatePolicyVersion", policy(account))
        && permissions.allows("iam:UpdateAssumeRolePolicy", role(account));
  }

  private static boolean escalates(Permissions permissions) {
    return accounts(permissions).stream()
        .flatMap(Escalations::in)
        .anyMatch(call -> call.goesThrough(permissions));
  }

  /** The unnamed own account, then those that the policies name. */
  private static List<String> accounts(Permissions permissions) {
    List<String> accounts = new ArrayList<>();
    accounts.add(Estate.UNNAMED_ACCOUNT);
    accounts.addAll(permissions.namedAccounts());
    return accounts;
  }

  private static String role(String account) {
    return "arn:aws:iam::" + account + ":role/zz-fresh";
  }

  private static String user(String account) {
    return "arn:aws:iam::" + account + ":user/zz-fresh";
  }

  private static String policy(String account) {
    return "arn:aws:iam::" + account + ":policy/zz-fresh";
  }

  /** A call of an action on a resource. */
  public record Call(String action, String resource) {

    /** Whether it stands for every call. */
    public boolean isAnything() {
      return resource.equals(FRESH);
    }

    boolean goesThrough(Permissions permissions) {
      return permissions.allows(action, resource);
    }
  }
}
