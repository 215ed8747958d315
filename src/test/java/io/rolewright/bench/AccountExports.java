package io.rolewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes exports of an account as {@code aws iam get-account-authorization-details} does, to
 * measure with (docs/performance.md): always the same for the same arguments.
 *
 * <p>Arguments: {@code mixed} or {@code hostile}, the number of roles, the file. In a mixed export
 * roles share managed policies and boundaries, and a third of the statements have conditions; in a
 * hostile one every statement has, and no two roles have a policy in common.
 */
public final class AccountExports {

  static final String ACCOUNT = "111122223333";

  private final boolean hostile;
  private final RoleTrust trusts;
  private final RolePermissions permissions;
  private final int roles;

  private AccountExports(boolean hostile, int roles) {
    this.hostile = hostile;
    this.roles = roles;
    this.trusts = new RoleTrust(hostile, roles);
    this.permissions = new RolePermissions(hostile, roles);
  }

  public static void main(String[] args) throws IOException {
    String text = export(args[0].equals("hostile"), Integer.parseInt(args[1]));
    Files.writeString(Path.of(args[2]), text);
  }

  /** The text of an export. */
  public static String export(boolean hostile, int roles) {
    return new AccountExports(hostile, roles).export();
  }

  private String export() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < roles; i++) {
      all.add(role(i));
    }
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 3 + roles / 100; i++) {
      users.add(user(i));
    }
    return "{\"UserDetailList\": [\n%s],\n\"GroupDetailList\": [],\n"
            .formatted(String.join(",\n", users))
        + "\"RoleDetailList\": [\n%s],\n".formatted(String.join(",\n", all))
        + "\"Policies\": [\n%s]}\n".formatted(String.join(",\n", permissions.policies()));
  }

  static String name(int i) {
    List<String> teams = List.of("orders", "billing", "search", "data", "platform", "mobile");
    return teams.get(i % teams.size()) + "-" + i;
  }

  static String roleArn(int i) {
    return "arn:aws:iam::" + ACCOUNT + ":role/" + path(i).substring(1) + name(i);
  }

  private static String path(int i) {
    return i % 5 == 0 ? "/service-role/" : "/";
  }

  private String role(int i) {
    return ("{\"Path\": \"%s\", \"RoleName\": \"%s\", \"RoleId\": \"AROAEXAMPLE%09d\","
            + " \"Arn\": \"%s\", \"CreateDate\": \"2024-03-01T08:00:00+00:00\",\n"
            + " \"AssumeRolePolicyDocument\": %s,\n \"InstanceProfileList\": [],\n"
            + " \"RolePolicyList\": [%s],\n \"AttachedManagedPolicies\": [%s],%s%s\n"
            + " \"Tags\": [%s], \"RoleLastUsed\": {}}")
        .formatted(
            path(i),
            name(i),
            i,
            roleArn(i),
            trusts.of(i),
            permissions.inline(i),
            permissions.attached(i),
            permissions.boundary(i),
            i % 3 == 0 ? "\n \"MaxSessionDuration\": " + 3600 * (1 + i % 12) + "," : "",
            tags(i));
  }

  private String tags(int i) {
    String team = "{\"Key\": \"team\", \"Value\": \"%s\"}".formatted(name(i % 6));
    String own = hostile ? ", {\"Key\": \"owner\", \"Value\": \"o-%d\"}".formatted(i) : "";
    return i % 4 == 3 ? "" : team + own;
  }

  private static String user(int i) {
    return ("{\"Path\": \"/\", \"UserName\": \"user-%d\", \"UserId\": \"AIDAEXAMPLE%09d\","
            + " \"Arn\": \"arn:aws:iam::%s:user/user-%d\", \"GroupList\": [],"
            + " \"UserPolicyList\": [{\"PolicyName\": \"own\", \"PolicyDocument\": %s}],"
            + " \"AttachedManagedPolicies\": []}")
        .formatted(
            i,
            i,
            ACCOUNT,
            i,
            document(
                allow("sts:AssumeRole", roleArn(i * 7), "", i), allow("s3:List*", "*", "", i)));
  }

  static String document(String... statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
        .formatted(String.join(",\n  ", statements));
  }

  /** A statement of actions parted by commas; an empty condition is none. */
  static String allow(String actions, String resource, String condition, int sid) {
    return statement("Allow", actions, resource, condition, sid);
  }

  static String statement(
      String effect, String actions, String resource, String condition, int sid) {
    String when = condition.isEmpty() ? "" : ", \"Condition\": {" + condition + "}";
    return String.format(
        Locale.ROOT,
        "{\"Sid\": \"S%d\", \"Effect\": \"%s\", \"Action\": [\"%s\"], \"Resource\": [\"%s\"]%s}",
        sid,
        effect,
        actions.replace(",", "\", \""),
        resource.replace(",", "\", \""),
        when);
  }
}
