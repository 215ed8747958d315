package io.rolewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes account exports to measure with: so many roles, and a user for every ten. Of the roles some
 * are for services, some for the whole account, some for other roles, so that there are chains; one
 * in twenty is for an administrator. Always the same for the same number.
 *
 * <p>Arguments: the number of roles, the file.
 */
public final class LargeEstate {

  private static final String ACCOUNT = "111122223333";

  private final Random random = new Random(20261123);
  private final int roles;
  private final int users;

  private LargeEstate(int roles) {
    this.roles = roles;
    this.users = Math.max(3, roles / 10);
  }

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), export(Integer.parseInt(args[0])));
  }

  /** The text of an export; {@code hub} is a role that many can get at. */
  public static String export(int roles) {
    return new LargeEstate(roles).export();
  }

  private String export() {
    List<String> allUsers = new ArrayList<>();
    List<String> allRoles = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      allUsers.add(user(i));
    }
    allRoles.add(role("hub", trust("AWS", "arn:aws:iam::" + ACCOUNT + ":root", ""), ""));
    for (int i = 1; i < roles; i++) {
      allRoles.add(role(name(i), trust(i), policy(i)));
    }
    return "{\"UserDetailList\": [%s],\n\"GroupDetailList\": [%s],\n\"RoleDetailList\": [%s]}\n"
        .formatted(
            String.join(",\n", allUsers),
            group("developers", "sts:AssumeRole", arn("app-1*"))
                + ", "
                + group("operators", "sts:AssumeRole", arn("*")),
            String.join(",\n", allRoles));
  }

  private static String name(int i) {
    return "app-" + i;
  }

  private static String arn(String role) {
    return "arn:aws:iam::" + ACCOUNT + ":role/" + role;
  }

  private String any() {
    return arn(name(1 + random.nextInt(roles - 1)));
  }

  private String user(int i) {
    String group = i % 20 == 0 ? "\"operators\"" : i % 3 == 0 ? "\"developers\"" : "";
    return ("{\"UserName\": \"user-%d\", \"Path\": \"/\", \"Arn\": \"arn:aws:iam::%s:user/user-%d\","
            + " \"GroupList\": [%s], \"UserPolicyList\": [%s], \"AttachedManagedPolicies\": []}")
        .formatted(i, ACCOUNT, i, group, inline(allow("s3:ListAllMyBuckets", "*")));
  }

  private static String group(String name, String action, String resource) {
    return "{\"GroupName\": \"%s\", \"Arn\": \"arn:aws:iam::%s:group/%s\", \"GroupPolicyList\": [%s]}"
        .formatted(name, ACCOUNT, name, inline(allow(action, resource)));
  }

  private static String role(String name, String trust, String policies) {
    return ("{\"RoleName\": \"%s\", \"Path\": \"/\", \"Arn\": \"%s\","
            + " \"AssumeRolePolicyDocument\": %s, \"RolePolicyList\": [%s],"
            + " \"AttachedManagedPolicies\": []}")
        .formatted(name, arn(name), trust, policies);
  }

  private String trust(int i) {
    String root = "arn:aws:iam::" + ACCOUNT + ":root";
    return switch (i % 10) {
      case 0, 1, 2 -> trust("Service", "lambda.amazonaws.com", "");
      case 3 -> trust("AWS", root, "");
      case 4 -> trust("AWS", root, "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}");
      case 5, 6 -> trust("AWS", any(), "");
      case 7 -> trust("AWS", "arn:aws:iam::%s:user/user-%d".formatted(ACCOUNT, i % users), "");
      case 8 ->
          trust(
              "AWS", "444455556666", "\"StringEquals\": {\"sts:ExternalId\": \"acme-" + i + "\"}");
      default ->
          i % 100 == 9
              ? trust("AWS", "*", "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-example\"}")
              : trust("AWS", root, "\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}");
    };
  }

  private String policy(int i) {
    String work =
        allow("s3:GetObject\", \"s3:PutObject", "arn:aws:s3:::bucket-" + i + "/*")
            + ", "
            + allow("logs:CreateLogStream\", \"logs:PutLogEvents", "*");
    return switch (i % 20) {
      case 1 -> inline(allow("*", "*"));
      case 3, 5, 8, 13 -> inline(work + ", " + allow("sts:AssumeRole", any()));
      case 7 -> inline(work + ", " + allow("sts:AssumeRole", arn("app-" + i % 97 + "*")));
      case 14 -> inline(work + ", " + allow("sts:*", arn("hub")));
      default -> inline(work);
    };
  }

  private static String allow(String action, String resource) {
    return "{\"Effect\": \"Allow\", \"Action\": [\"%s\"], \"Resource\": \"%s\"}"
        .formatted(action, resource);
  }

  private static String inline(String statements) {
    return ("{\"PolicyName\": \"inline\", \"PolicyDocument\":"
            + " {\"Version\": \"2012-10-17\", \"Statement\": [%s]}}")
        .formatted(statements);
  }

  private static String trust(String type, String principal, String condition) {
    String when = condition.isEmpty() ? "" : ", \"Condition\": {" + condition + "}";
    return ("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
            + " \"Principal\": {\"%s\": \"%s\"}, \"Action\": \"sts:AssumeRole\"%s}]}")
        .formatted(type, principal, when);
  }
}
