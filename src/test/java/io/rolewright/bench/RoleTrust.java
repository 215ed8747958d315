package io.rolewright.bench;

import java.util.List;
import java.util.Random;

/** The trust policies of a generated account: services, partners, deployments, people, chains. */
final class RoleTrust {

  private static final List<String> SERVICES =
      List.of(
          "lambda.amazonaws.com",
          "ec2.amazonaws.com",
          "ecs-tasks.amazonaws.com",
          "states.amazonaws.com",
          "glue.amazonaws.com",
          "codebuild.amazonaws.com",
          "events.amazonaws.com",
          "cloudformation.amazonaws.com",
          "sagemaker.amazonaws.com");

  private static final String OIDC = "token.actions.githubusercontent.com";

  private final Random random = new Random(20261123);
  private final boolean hostile;
  private final int roles;

  RoleTrust(boolean hostile, int roles) {
    this.hostile = hostile;
    this.roles = roles;
  }

  String of(int i) {
    return switch (i % 20) {
      case 0, 1, 2, 3, 4, 5, 6 -> service(i);
      case 7, 8 -> partner(i);
      case 9, 10, 11, 12 -> deployment(i);
      case 13 -> people(i);
      case 14, 15, 16 -> chain(i);
      case 17 -> cluster(i);
      case 18 -> organization();
      default -> account(i);
    };
  }

  private String service(int i) {
    boolean guarded = hostile || i % 3 == 0;
    String guard =
        "\"StringEquals\": {\"aws:SourceAccount\": \"%s\"}".formatted(AccountExports.ACCOUNT)
            + (hostile
                ? ", \"ArnLike\": {\"aws:SourceArn\": \"arn:aws:*:*:%s:*-%d\"}"
                    .formatted(AccountExports.ACCOUNT, i)
                : "");
    String name = SERVICES.get(i % SERVICES.size());
    return trust("Service", name, "sts:AssumeRole", guarded ? guard : "");
  }

  private String partner(int i) {
    String account = "%012d".formatted(444400000000L + (hostile ? i : i % 40));
    String id = "\"StringEquals\": {\"sts:ExternalId\": \"tenant-%d-7f3ac1\"}".formatted(i);
    boolean bare = i % 100 == 7 && !hostile;
    return trust("AWS", "arn:aws:iam::" + account + ":root", "sts:AssumeRole", bare ? "" : id);
  }

  private String deployment(int i) {
    String sub =
        switch (i % 8) {
          case 1 -> "repo:acme/app-%d:*";
          case 2 -> "repo:acme/app-%d:ref:refs/heads/main\", \"repo:acme/app-%d:pull_request";
          default -> "repo:acme/app-%d:environment:prod";
        };
    String when =
        "\"StringEquals\": {\"%s:aud\": \"sts.amazonaws.com\"}, \"%s\": {\"%s:sub\": [\"%s\"]}"
            .formatted(
                OIDC,
                i % 8 == 1 ? "StringLike" : "ForAnyValue:StringLike",
                OIDC,
                sub.formatted(i, i));
    return trust("Federated", provider("oidc-provider/" + OIDC), web(), when);
  }

  private String cluster(int i) {
    String issuer = "oidc.eks.eu-west-1.amazonaws.com/id/%032X".formatted(hostile ? i : i % 5);
    String when =
        "\"StringEquals\": {\"%s:sub\": \"system:serviceaccount:ns-%d:app\", \"%s:aud\": \"%s\"}"
            .formatted(issuer, i, issuer, "sts.amazonaws.com");
    return trust("Federated", provider("oidc-provider/" + issuer), web(), when);
  }

  private String people(int i) {
    String when =
        "\"StringEquals\": {\"SAML:aud\": \"https://signin.aws.amazon.com/saml\"}"
            + (hostile ? ", \"StringLike\": {\"SAML:sub\": \"team-" + i + "-*\"}" : "");
    return trust("Federated", provider("saml-provider/Okta"), "sts:AssumeRoleWithSAML", when);
  }

  private String chain(int i) {
    String from = AccountExports.roleArn(random.nextInt(roles));
    String when = hostile ? "\"StringLike\": {\"sts:RoleSessionName\": \"run-%d-*\"}" : "";
    return trust("AWS", from, "sts:AssumeRole\", \"sts:TagSession", when.formatted(i));
  }

  private String organization() {
    return trust(
        "AWS",
        "*",
        "sts:AssumeRole",
        "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}");
  }

  private String account(int i) {
    String root = "arn:aws:iam::" + AccountExports.ACCOUNT + ":root";
    String tag = "\"StringEquals\": {\"aws:PrincipalTag/team\": \"t-%d\"}".formatted(i);
    String mfa = "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}";
    String action = hostile ? "sts:AssumeRole\", \"sts:TagSession" : "sts:AssumeRole";
    return trust("AWS", root, action, hostile || i % 3 == 0 ? tag : i % 3 == 1 ? mfa : "");
  }

  private static String web() {
    return "sts:AssumeRoleWithWebIdentity";
  }

  private static String provider(String resource) {
    return "arn:aws:iam::" + AccountExports.ACCOUNT + ":" + resource;
  }

  private static String trust(String type, String principal, String action, String condition) {
    String when = condition.isEmpty() ? "" : ", \"Condition\": {" + condition + "}";
    return ("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
            + " \"Principal\": {\"%s\": \"%s\"}, \"Action\": [\"%s\"]%s}]}")
        .formatted(type, principal, action, when);
  }
}
