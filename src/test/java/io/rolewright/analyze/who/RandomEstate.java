package io.rolewright.analyze.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small account exports in which everything happens that decides who may assume what. */
public final class RandomEstate {

  static final String HERE = "111111111111";
  static final String THERE = "222222222222";

  private static final List<String> USERS = List.of("dana", "kim", "lee");
  private static final List<String> ROLES = List.of("r1", "r2", "r3", "r4", "team/r5");

  private static final List<String> CONDITIONS =
      List.of(
          "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}",
          "\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"true\"}",
          "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"false\"}",
          "\"Null\": {\"aws:MultiFactorAuthPresent\": \"true\"}",
          "\"StringEquals\": {\"sts:ExternalId\": \"x1\"}",
          "\"StringNotEquals\": {\"sts:ExternalId\": [\"x1\", \"x2\"]}",
          "\"StringLike\": {\"sts:ExternalId\": \"x*\"}",
          "\"Null\": {\"sts:ExternalId\": \"true\"}",
          "\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}",
          "\"NotIpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"}",
          "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}",
          "\"StringNotEqualsIfExists\": {\"aws:PrincipalOrgID\": \"o-1\"}",
          "\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/r*\"}",
          "\"ArnNotLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::111111111111:user/*\"}",
          "\"StringEquals\": {\"aws:PrincipalAccount\": \"111111111111\"}",
          "\"StringEquals\": {\"aws:PrincipalTag/team\": \"red\"}",
          "\"StringEquals\": {\"aws:ResourceTag/team\": \"${aws:PrincipalTag/team}\"}",
          "\"StringNotLike\": {\"aws:PrincipalTag/team\": \"r*\"}",
          "\"StringEquals\": {\"aws:username\": \"dana\"}");

  private final Random random;

  /** The export of a seed is always the same. */
  public RandomEstate(long seed) {
    this.random = new Random(seed);
  }

  /** The text of an account export. */
  public String export() {
    List<String> users = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    USERS.forEach(user -> users.add(user(user)));
    ROLES.forEach(role -> roles.add(role(role)));
    return """
        {"UserDetailList": [%s],
         "GroupDetailList": [{"GroupName": "people", "Arn": "arn:aws:iam::%s:group/people",
           "GroupPolicyList": [{"PolicyName": "p", "PolicyDocument": %s}]}],
         "RoleDetailList": [%s],
         "Policies": [{"Arn": "arn:aws:iam::%s:policy/limit", "DefaultVersionId": "v1",
           "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": %s}]}]}
        """
        .formatted(
            String.join(",\n", users),
            HERE,
            identity(),
            String.join(",\n", roles),
            HERE,
            identity());
  }

  private String user(String name) {
    return """
        {"UserName": "%s", "Path": "/", "Arn": "arn:aws:iam::%s:user/%s", "GroupList": [%s],
         %s "Tags": [%s], "UserPolicyList": [%s], "AttachedManagedPolicies": []}"""
        .formatted(name, HERE, name, chance(3) ? "\"people\"" : "", boundary(), tags(), inline());
  }

  private String role(String name) {
    String account = account(name);
    int slash = name.lastIndexOf('/') + 1;
    return """
        {"RoleName": "%s", "Path": "/%s", "Arn": "arn:aws:iam::%s:role/%s", %s "Tags": [%s],
         "AssumeRolePolicyDocument": %s, "RolePolicyList": [%s], "AttachedManagedPolicies": []}"""
        .formatted(
            name.substring(slash),
            name.substring(0, slash),
            account,
            name,
            boundary(),
            tags(),
            trust(),
            inline());
  }

  private static String account(String role) {
    return role.equals("r4") ? THERE : HERE;
  }

  private String boundary() {
    return chance(5)
        ? "\"PermissionsBoundary\": {\"PermissionsBoundaryArn\": \"arn:aws:iam::"
            + HERE
            + ":policy/limit\"},"
        : "";
  }

  private String tags() {
    return chance(2) ? "{\"Key\": \"team\", \"Value\": \"" + pick("red", "blue") + "\"}" : "";
  }

  private String inline() {
    return chance(3) ? "" : "{\"PolicyName\": \"p\", \"PolicyDocument\": " + identity() + "}";
  }

  private String identity() {
    return document(
        () ->
            "\"Effect\": \"%s\", %s, %s%s"
                .formatted(
                    effect(),
                    pick(
                        "\"Action\": \"sts:AssumeRole\"",
                        "\"Action\": \"*\"",
                        "\"Action\": [\"s3:Get*\", \"sts:Assume*\"]",
                        "\"Action\": \"s3:Get*\"",
                        "\"NotAction\": \"iam:*\"",
                        "\"NotAction\": \"sts:*\""),
                    resource(),
                    condition()));
  }

  private String resource() {
    return pick(
        "\"Resource\": \"*\"",
        "\"Resource\": \"arn:aws:iam::*:role/r*\"",
        "\"Resource\": \"arn:aws:iam::111111111111:role/*\"",
        "\"Resource\": [\"" + role() + "\", \"" + role() + "\"]",
        "\"Resource\": \"arn:aws:iam::111111111111:role/r?\"",
        "\"Resource\": \"arn:aws:iam::*:role/team/*\"",
        "\"NotResource\": \"" + role() + "\"");
  }

  private String trust() {
    return document(
        () ->
            chance(12)
                ? "\"Effect\": \"Deny\", \"NotPrincipal\": {\"AWS\": [\"%s\", \"%s\"]}, %s"
                    .formatted(HERE, principal(), "\"Action\": \"sts:AssumeRole\"")
                : "\"Effect\": \"%s\", \"Principal\": {\"AWS\": [%s]}, \"Action\": \"%s\"%s"
                    .formatted(
                        effect(),
                        chance(2)
                            ? quoted(principal())
                            : quoted(principal()) + ", " + quoted(principal()),
                        pick("sts:AssumeRole", "sts:Assume*"),
                        condition()));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private String principal() {
    return pick(
        HERE,
        THERE,
        "arn:aws:iam::" + HERE + ":root",
        "*",
        "arn:aws:iam::" + HERE + ":user/" + pick("dana", "kim", "lee"),
        role(),
        role(),
        "arn:aws:sts::" + HERE + ":assumed-role/" + pick("r1", "r2", "r5") + "/s1");
  }

  private String role() {
    String name = ROLES.get(random.nextInt(ROLES.size()));
    return "arn:aws:iam::" + account(name) + ":role/" + name;
  }

  private interface Piece {
    String next();
  }

  private String document(Piece statement) {
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      statements.add("{" + statement.next() + "}");
    }
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + String.join(",", statements) + "]}";
  }

  private String effect() {
    return chance(5) ? "Deny" : "Allow";
  }

  private String condition() {
    if (chance(2)) {
      return "";
    }
    return ", \"Condition\": {" + CONDITIONS.get(random.nextInt(CONDITIONS.size())) + "}";
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
