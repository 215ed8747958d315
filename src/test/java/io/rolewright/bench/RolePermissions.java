package io.rolewright.bench;

import static io.rolewright.bench.AccountExports.ACCOUNT;
import static io.rolewright.bench.AccountExports.allow;
import static io.rolewright.bench.AccountExports.document;
import static io.rolewright.bench.AccountExports.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** What the roles of a generated account are permitted: inline, managed, and within boundaries. */
final class RolePermissions {

  /** Actions and resource of usual work; {@code %1$d} numbers what belongs to a role. */
  private static final List<List<String>> WORK =
      List.of(
          List.of(
              "s3:GetObject,s3:PutObject,s3:ListBucket",
              "arn:aws:s3:::data-%1$d,arn:aws:s3:::data-%1$d/*"),
          List.of(
              "dynamodb:GetItem,dynamodb:PutItem,dynamodb:Query",
              "arn:aws:dynamodb:eu-west-1:" + ACCOUNT + ":table/t-%1$d"),
          List.of(
              "sqs:SendMessage,sqs:ReceiveMessage,sqs:DeleteMessage",
              "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":q-%1$d"),
          List.of("kms:Decrypt,kms:GenerateDataKey", "arn:aws:kms:eu-west-1:" + ACCOUNT + ":key/*"),
          List.of(
              "secretsmanager:GetSecretValue",
              "arn:aws:secretsmanager:eu-west-1:" + ACCOUNT + ":secret:app-%1$d-*"),
          List.of(
              "lambda:InvokeFunction", "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":function:f-%1$d*"),
          List.of("logs:CreateLogStream,logs:PutLogEvents", "*"),
          List.of("ec2:Describe*,elasticloadbalancing:Describe*", "*"),
          List.of("cloudwatch:PutMetricData,cloudwatch:GetMetric*", "*"),
          List.of(
              "ssm:GetParameter*", "arn:aws:ssm:eu-west-1:" + ACCOUNT + ":parameter/app-%1$d/*"),
          List.of("ecr:GetAuthorizationToken,ecr:BatchGetImage", "*"),
          List.of("sns:Publish", "arn:aws:sns:eu-west-1:" + ACCOUNT + ":topic-%1$d"));

  private static final List<String> CONDITIONS =
      List.of(
          "\"StringEquals\": {\"aws:RequestedRegion\": [\"eu-west-1\", \"eu-central-1\"]}",
          "\"Bool\": {\"aws:SecureTransport\": \"true\"}",
          "\"StringEquals\": {\"aws:ResourceAccount\": \"" + ACCOUNT + "\"}",
          "\"StringEquals\": {\"aws:ResourceTag/team\": \"${aws:PrincipalTag/team}\"}",
          "\"IpAddress\": {\"aws:SourceIp\": [\"198.51.100.0/24\", \"203.0.113.0/24\"]}",
          "\"StringLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::" + ACCOUNT + ":role/*-%1$d\"}",
          "\"StringEquals\": {\"aws:PrincipalTag/cost\": \"c-%1$d\"}",
          "\"NumericLessThan\": {\"aws:MultiFactorAuthAge\": \"3600\"}");

  /** Actions by which rights grow, where other things fit; a hostile account gives all some. */
  private static final List<List<String>> DANGERS =
      List.of(
          List.of("iam:PassRole", "arn:aws:iam::" + ACCOUNT + ":role/app-%1$d-*"),
          List.of("lambda:CreateFunction,lambda:InvokeFunction,lambda:Update*", "*"),
          List.of(
              "iam:CreatePolicyVersion,iam:SetDefaultPolicyVersion",
              "arn:aws:iam::" + ACCOUNT + ":policy/p-%1$d"),
          List.of("ec2:RunInstances,ssm:SendCommand,ssm:StartSession", "*"),
          List.of(
              "iam:AttachRolePolicy,iam:PutRolePolicy",
              "arn:aws:iam::" + ACCOUNT + ":role/app-%1$d-*"),
          List.of("sts:AssumeRole,sts:TagSession", "*"),
          List.of("iam:PassRole", "*"),
          List.of("glue:*,codebuild:*,cloudformation:*,ecs:*,sagemaker:*", "*"),
          List.of(
              "iam:UpdateAssumeRolePolicy,iam:CreateAccessKey",
              "arn:aws:iam::" + ACCOUNT + ":*/x-%1$d"),
          List.of("iam:*", "arn:aws:iam::" + ACCOUNT + ":user/u-%1$d"),
          List.of("*", "*"));

  private final Random random = new Random(20261124);
  private final boolean hostile;
  private final Map<String, String> policies = new LinkedHashMap<>();

  RolePermissions(boolean hostile, int roles) {
    this.hostile = hostile;
    new AwsManagedLike().all().forEach((name, text) -> add("aws", name, text));
    for (int i = 0; i < 60 && !hostile; i++) {
      add(ACCOUNT, "team-" + i, work(i, 4));
    }
    for (int i = 0; i < 4 && !hostile; i++) {
      add(ACCOUNT, "limit-" + i, limit(i));
    }
  }

  private void add(String owner, String name, String text) {
    String arn = "arn:aws:iam::" + owner + ":policy/" + name;
    policies.put(
        arn,
        ("{\"PolicyName\": \"%s\", \"PolicyId\": \"ANPAEXAMPLE%s\", \"Arn\": \"%s\", \"Path\": \"/\","
                + " \"DefaultVersionId\": \"v1\", \"PolicyVersionList\":"
                + " [{\"Document\": %s,\n  \"VersionId\": \"v1\", \"IsDefaultVersion\": true}]}")
            .formatted(name, name.toUpperCase(Locale.ROOT), arn, text));
  }

  /** The managed policies that there are, after the roles have been asked for. */
  List<String> policies() {
    return List.copyOf(policies.values());
  }

  private String condition(int i) {
    boolean has = hostile || random.nextInt(3) == 0;
    return has ? CONDITIONS.get(random.nextInt(CONDITIONS.size())).formatted(i) : "";
  }

  private String work(int i, int statements) {
    List<String> all = new ArrayList<>();
    for (int s = 0; s < statements; s++) {
      List<String> some = WORK.get((i * 7 + s * 5) % WORK.size());
      all.add(allow(some.get(0), some.get(1).formatted(i), condition(i), s));
    }
    return document(all.toArray(String[]::new));
  }

  private String limit(int i) {
    return document(
        allow(
            "s3:*,dynamodb:*,sqs:*,sns:*,logs:*,lambda:*,kms:*,ec2:*,iam:PassRole",
            "*",
            condition(i),
            0),
        statement(
            "Deny",
            "iam:Create*,iam:Put*,iam:Attach*,organizations:*",
            "*",
            hostile ? condition(i) : "",
            1));
  }

  /** The inline policies: none, one or two. */
  String inline(int i) {
    List<String> all = new ArrayList<>();
    if (hostile || i % 4 != 3) {
      all.add(named("own", work(i, 2 + i % 3)));
    }
    special(i).ifPresent(text -> all.add(named("special", text)));
    return String.join(",\n  ", all);
  }

  /** What leads on: to other roles, to services that get roles, or to more rights. */
  private Optional<String> special(int i) {
    return hostile ? Optional.of(dangers(i)) : deliberate(i);
  }

  /** Three dangers, every one under a condition; one role in fifty may do all. */
  private String dangers(int i) {
    List<String> all = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      int which = (i + s * 3) % (DANGERS.size() - 1);
      List<String> some = DANGERS.get(i % 50 == 41 && s == 0 ? DANGERS.size() - 1 : which);
      all.add(allow(some.get(0), some.get(1).formatted(i), condition(i + s), s));
    }
    all.add(statement("Deny", "iam:Delete*,s3:Delete*", "*", condition(i), 3));
    return document(all.toArray(String[]::new));
  }

  private Optional<String> deliberate(int i) {
    String on = AccountExports.roleArn(random.nextInt(i + 1));
    String pass = "\"StringEquals\": {\"iam:PassedToService\": \"lambda.amazonaws.com\"}";
    String text =
        switch (i % 50) {
          case 3, 13, 23, 33, 43 -> document(allow("sts:AssumeRole", on, condition(i), 0));
          case 5, 25 ->
              document(
                  allow(
                      "iam:PassRole", "arn:aws:iam::" + ACCOUNT + ":role/service-role/*", pass, 0),
                  allow("lambda:CreateFunction,lambda:InvokeFunction", "*", condition(i), 1));
          case 15, 35 -> document(allow("iam:PassRole", on, pass, 0));
          case 18 ->
              document(
                  allow("s3:*", "*", condition(i), 0),
                  statement("Deny", "s3:Delete*,s3:PutBucketPolicy", "*", condition(i), 1));
          case 28 -> document(allow("iam:Get*,iam:List*", "*", condition(i), 0));
          case 41 -> escalation(i);
          default -> "";
        };
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private String escalation(int i) {
    return switch (i / 50 % 4) {
      case 0 -> document(allow("iam:PassRole,ec2:RunInstances", "*", condition(i), 0));
      case 1 -> document(allow("iam:CreatePolicyVersion", "*", condition(i), 0));
      case 2 -> document(allow("iam:UpdateAssumeRolePolicy", "*", condition(i), 0));
      default -> document(allow("iam:AttachRolePolicy,iam:PutRolePolicy", "*", condition(i), 0));
    };
  }

  private static String named(String name, String text) {
    return "{\"PolicyName\": \"%s\", \"PolicyDocument\": %s}".formatted(name, text);
  }

  /** The managed policies of a role. */
  String attached(int i) {
    TreeSet<String> arns = new TreeSet<>();
    if (hostile) {
      add(ACCOUNT, "only-" + i, work(i + 5, 4));
      arns.add("arn:aws:iam::" + ACCOUNT + ":policy/only-" + i);
    } else {
      arns.add("arn:aws:iam::aws:policy/" + AwsManagedLike.usual(i));
      for (int k = 0; k < i % 3; k++) {
        arns.add("arn:aws:iam::" + ACCOUNT + ":policy/team-" + random.nextInt(60));
      }
    }
    List<String> all = new ArrayList<>();
    arns.forEach(arn -> all.add(attachment(arn)));
    return String.join(", ", all);
  }

  private static String attachment(String arn) {
    return "{\"PolicyName\": \"%s\", \"PolicyArn\": \"%s\"}"
        .formatted(arn.substring(arn.lastIndexOf('/') + 1), arn);
  }

  /** A line of JSON, or nothing. */
  String boundary(int i) {
    if (i % 5 != 2) {
      return "";
    }
    String name = "limit-" + (hostile ? i : i % 4);
    if (hostile) {
      add(ACCOUNT, name, limit(i));
    }
    return ("\n \"PermissionsBoundary\": {\"PermissionsBoundaryType\": \"Policy\","
            + " \"PermissionsBoundaryArn\": \"arn:aws:iam::%s:policy/%s\"},")
        .formatted(ACCOUNT, name);
  }
}
