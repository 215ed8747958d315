package io.rolewright.simulate.law;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Caller.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The names and values that worlds are made of. */
final class Stock {

  static final String HOME = "111111111111";
  static final String AWAY = "222222222222";
  private static final String OIDC =
      "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
  private static final String SAML = "arn:aws:iam::111111111111:saml-provider/Corp";

  private Stock() {}

  static final List<Caller> CALLERS =
      List.of(
          Caller.user(HOME, "dana"),
          Caller.user(HOME, "team/erin"),
          Caller.user(AWAY, "dana"),
          Caller.roleSession(HOME, "team/Target", "dana"),
          Caller.roleSession(HOME, "App", "i-1"),
          Caller.roleSession(AWAY, "App", "i-1"),
          federated(HOME),
          federated(AWAY),
          account(Kind.ROOT, HOME),
          account(Kind.ROOT, AWAY),
          account(Kind.ASSUMED_ROOT, HOME),
          Caller.service("ec2.amazonaws.com"),
          Caller.service("lambda.amazonaws.com"),
          Caller.federated(Kind.WEB_IDENTITY, OIDC),
          Caller.federated(Kind.WEB_IDENTITY, "accounts.google.com"),
          Caller.federated(Kind.SAML, SAML),
          Caller.anonymous(),
          chinese());

  private static Caller federated(String account) {
    return new Caller(
        Kind.FEDERATED_USER,
        Optional.of("arn:aws:sts::" + account + ":federated-user/fred"),
        Optional.empty(),
        Optional.of("arn:aws:iam::" + account + ":user/dana"),
        Optional.of(account),
        Optional.empty());
  }

  private static Caller account(Kind kind, String account) {
    String arn =
        kind == Kind.ROOT
            ? "arn:aws:iam::" + account + ":root"
            : "arn:aws:sts::" + account + ":assumed-root";
    return new Caller(
        kind,
        Optional.of(arn),
        Optional.empty(),
        Optional.empty(),
        Optional.of(account),
        Optional.empty());
  }

  private static Caller chinese() {
    return new Caller(
        Kind.USER,
        Optional.of("arn:aws-cn:iam::111111111111:user/dana"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(HOME),
        Optional.empty());
  }

  static final List<Map.Entry<String, String>> PRINCIPALS =
      List.of(
          Map.entry("AWS", "*"),
          Map.entry("AWS", HOME),
          Map.entry("AWS", "arn:aws:iam::111111111111:root"),
          Map.entry("AWS", "arn:aws:iam::222222222222:root"),
          Map.entry("AWS", "arn:aws:iam::111111111111:user/dana"),
          Map.entry("AWS", "arn:aws:iam::111111111111:user/Dana"),
          Map.entry("AWS", "arn:aws:iam::111111111111:user/team/erin"),
          Map.entry("AWS", "arn:aws:iam::222222222222:user/dana"),
          Map.entry("AWS", "arn:aws:iam::111111111111:role/team/Target"),
          Map.entry("AWS", "arn:aws:iam::111111111111:role/Target"),
          Map.entry("AWS", "arn:aws:iam::111111111111:role/App"),
          Map.entry("AWS", "arn:aws:iam::222222222222:role/App"),
          Map.entry("AWS", "arn:aws:sts::111111111111:assumed-role/Target/dana"),
          Map.entry("AWS", "arn:aws:sts::111111111111:assumed-role/App/i-1"),
          Map.entry("AWS", "arn:aws:sts::222222222222:assumed-role/App/i-1"),
          Map.entry("AWS", "arn:aws:sts::111111111111:federated-user/fred"),
          Map.entry("AWS", "arn:aws-cn:iam::111111111111:user/dana"),
          Map.entry("AWS", "AROAEXAMPLEEXAMPLE12"),
          Map.entry("Service", "ec2.amazonaws.com"),
          Map.entry("Service", "lambda.amazonaws.com"),
          Map.entry("Federated", OIDC),
          Map.entry("Federated", "accounts.google.com"),
          Map.entry("Federated", SAML));

  static final List<String> ACTIONS =
      List.of(
          "s3:GetObject",
          "S3:getobject",
          "s3:PutObject",
          "kms:Decrypt",
          "kms:RetireGrant",
          "ec2:DescribeInstances",
          "iam:PassRole");

  static final List<String> STS_ACTIONS =
      List.of(
          "sts:AssumeRole",
          "sts:TagSession",
          "sts:SetSourceIdentity",
          "sts:AssumeRoleWithWebIdentity",
          "sts:AssumeRoleWithSAML");

  static final List<String> ACTION_PATTERNS =
      List.of(
          "s3:*",
          "s3:Get*",
          "S3:gETobject",
          "s3:GetObjec?",
          "s3:GetObject?",
          "*:GetObject",
          "sts:*",
          "sts:AssumeRole",
          "sts:AssumeRole*",
          "sts:TagSession",
          "kms:*",
          "ec2:Describe*",
          "iam:PassRole");

  static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket/dana/x",
          "arn:aws:s3:::bucket/blue",
          "*",
          "arn:aws:sqs:eu-west-1:111111111111:a:b",
          "arn:aws:sqs:eu-west-1:222222222222:queue",
          "arn:aws:kms:eu-west-1:111111111111:key/k",
          "arn:aws-cn:s3:::bucket/dana/x");

  static final List<String> ROLES =
      List.of(
          "arn:aws:iam::111111111111:role/team/Target",
          "arn:aws:iam::222222222222:role/App",
          "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/Linked");

  static final List<String> RESOURCE_PATTERNS =
      List.of(
          "arn:aws:s3:::bucket/*",
          "arn:aws:s3:::bucket/${aws:username}/*",
          "arn:aws:s3:::*",
          "arn:aws:s3*",
          "arn:*",
          "arn:aws:s3",
          "?",
          "arn:aws:S3:::bucket/*",
          "arn:aws:s3:::BUCKET/*",
          "arn:aws:sqs:*:b",
          "arn:aws:sqs:*:111111111111:a*",
          "arn:${aws:PrincipalTag/team}:s3:::bucket/*",
          "arn:aws:s3:::bucket/${aws:PrincipalTag/none, 'dana'}/?",
          "arn:aws:s3:::bucket/${aws:PrincipalTag/team}",
          "arn:aws:iam::111111111111:role/*",
          "arn:aws:iam::*:role/team/Target",
          "arn:aws:s3:::bucket/${*}",
          "*b*");

  static final List<String> KEYS =
      List.of(
          "aws:PrincipalTag/team",
          "AWS:principaltag/TEAM",
          "aws:username",
          "aws:TagKeys",
          "aws:PrincipalArn",
          "aws:MultiFactorAuthPresent",
          "aws:SourceIp",
          "aws:CurrentTime");

  static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals",
          "DateEquals",
          "DateNotEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals",
          "Bool",
          "BinaryEquals",
          "IpAddress",
          "NotIpAddress",
          "ArnEquals",
          "ArnNotEquals",
          "ArnLike",
          "ArnNotLike",
          "Null");

  /** Values of conditions and of requests alike, of all types, some of none. */
  static Arbitrary<String> values() {
    return Arbitraries.of(VALUES);
  }

  static final List<String> VALUES =
      List.of(
          "blue",
          "Blue",
          "bl*",
          "?lue",
          "dana",
          "",
          "*",
          "**",
          "10",
          "10.0",
          "1e1",
          "9",
          "-1",
          "abc",
          "2024-01-01T00:00:00Z",
          "2024-01-01",
          "2024",
          "1704067200",
          "1704067201",
          "0",
          "2024-01-01T01:00:00+01:00",
          "10.0.0.0/8",
          "10.1.2.3",
          "10.1.2.3/16",
          "/16",
          "1.2.3.4/40",
          "2001:db8::/32",
          "2001:db8::1",
          "::1",
          "true",
          "TRUE",
          "false",
          "yes",
          "YQ==",
          "YQ",
          "Yg==",
          "arn:aws:iam::111111111111:role/team/Target",
          "arn:aws:iam::111111111111:role/*",
          "arn:*:iam::*:role/*",
          "arn:aws:iam",
          "arn:aws:*",
          "${aws:username}",
          "${aws:PrincipalTag/team}",
          "b${aws:PrincipalTag/none, 'lue'}",
          "${AWS:USERNAME}",
          "${*}",
          "${?}lue",
          "bl${*}",
          "${$}{aws:username}",
          "${aws:TagKeys}",
          "${}",
          "${broken",
          "${aws:PrincipalArn}",
          "${aws:PrincipalTag/none}",
          "a:b:c:d:e:f:g");
}
