package io.rolewright.reason.law;

import java.util.List;
import java.util.stream.Stream;

/**
 * A test that people write of a condition key: operators that suit it, and lists of values.
 *
 * @param values several lists; a test takes one
 */
record Demand(String key, List<String> operators, List<List<String>> values) {

  /** Operators parted by blanks, lists of values, whose values are parted by {@code " | "}. */
  private static Demand of(String key, String operators, String... values) {
    return new Demand(
        key,
        List.of(operators.split(" ")),
        Stream.of(values).map(list -> List.of(list.split(" \\| "))).toList());
  }

  static final List<Demand> OF_ANYBODY =
      List.of(
          of(
              "aws:SourceIp",
              "IpAddress NotIpAddress IpAddressIfExists NotIpAddressIfExists",
              "10.0.0.0/8",
              "203.0.113.0/24 | 2001:db8::/32",
              "0.0.0.0/0",
              "10.1.2.3"),
          of(
              "aws:SourceVpce",
              "StringEquals StringNotEquals StringEqualsIfExists StringLike",
              "vpce-1",
              "vpce-2",
              "vpce-*"),
          of("aws:SourceVpc", "StringEquals StringNotEquals StringNotEqualsIfExists", "vpc-1"),
          of("aws:VpcSourceIp", "IpAddress NotIpAddressIfExists", "10.0.0.0/8"),
          of(
              "aws:CurrentTime",
              "DateLessThan DateGreaterThan DateGreaterThanEquals",
              "2026-01-01T00:00:00Z",
              "2020-01-01"),
          of("aws:EpochTime", "NumericLessThan NumericGreaterThanEquals", "1767225600"),
          of("aws:SecureTransport", "Bool BoolIfExists", "true", "false"),
          of(
              "aws:RequestTag/team",
              "StringEquals StringNotEquals StringLike StringEqualsIgnoreCase StringEqualsIfExists",
              "blue",
              "red | blue",
              "${aws:PrincipalTag/team}",
              "?*"),
          of("aws:RequestTag/cost", "StringEquals StringLike", "7", "*"),
          of(
              "aws:TagKeys",
              "ForAllValues:StringEquals ForAnyValue:StringEquals ForAllValues:StringLike"
                  + " ForAnyValue:StringNotEquals ForAllValues:StringNotEquals",
              "team",
              "team | cost",
              "t*",
              "Team"),
          of("aws:PrincipalIsAWSService", "Bool BoolIfExists", "true", "false"));

  static final List<Demand> OF_PRINCIPALS =
      List.of(
          of("aws:MultiFactorAuthPresent", "Bool BoolIfExists", "true", "false"),
          of("aws:MultiFactorAuthPresent", "Bool", "true"),
          of(
              "aws:MultiFactorAuthAge",
              "NumericLessThan NumericLessThanEquals NumericGreaterThan NumericLessThanIfExists"
                  + " NumericGreaterThanIfExists",
              "300",
              "3600",
              "0"),
          of(
              "aws:PrincipalArn",
              "ArnLike ArnEquals ArnNotLike StringLike StringEquals StringNotLike ArnLikeIfExists",
              "arn:aws:iam::111111111111:role/team/*",
              "arn:aws:iam::*:role/App",
              "arn:aws:iam::222222222222:user/*",
              "arn:aws:iam::111111111111:user/dana",
              "arn:aws:iam::*:user/*",
              "arn:*:iam::1*:role/* | arn:aws:iam::222222222222:root"),
          of(
              "aws:PrincipalAccount",
              "StringEquals StringNotEquals StringEqualsIfExists StringLike",
              "111111111111",
              "111111111111 | 222222222222",
              "1*"),
          of(
              "aws:PrincipalType",
              "StringEquals StringNotEquals StringEqualsIfExists",
              "User",
              "AssumedRole",
              "User | AssumedRole",
              "Account"),
          of(
              "aws:userid",
              "StringLike StringNotLike StringEquals StringNotLikeIfExists",
              "AROAAPP:*",
              "*:dana",
              "AIDA*",
              "AROAAPP:i-1",
              "AIDAdana",
              "??OA*",
              "${aws:PrincipalTag/team}"),
          of(
              "aws:username",
              "StringEquals StringLike StringNotEquals StringEqualsIfExists",
              "dana",
              "d*",
              "erin | dana",
              "${aws:PrincipalTag/team}"),
          of(
              "aws:PrincipalTag/team",
              "StringEquals StringNotEquals StringLike StringLikeIfExists",
              "blue",
              "dana | red",
              "${aws:username}",
              "b*",
              "${aws:RequestTag/team}"),
          of("aws:PrincipalOrgID", "StringEquals StringNotEquals StringEqualsIfExists", "o-corp"),
          of(
              "aws:PrincipalOrgPaths",
              "ForAnyValue:StringLike ForAllValues:StringLike ForAnyValue:StringEquals",
              "o-corp/*",
              "o-corp/r-1/ou-a/*",
              "o-corp/r-1/ou-b/"),
          of(
              "aws:TokenIssueTime",
              "DateGreaterThan DateLessThan DateLessThanIfExists",
              "2026-01-01T00:00:00Z"),
          of("aws:SourceIdentity", "StringEquals StringLike StringNotEquals", "dana", "*"),
          of("aws:ViaAWSService", "Bool", "true", "false"));

  static final List<Demand> OF_CALLS =
      List.of(
          of(
              "sts:ExternalId",
              "StringEquals StringLike StringNotEquals StringEqualsIfExists"
                  + " ForAllValues:StringEquals ForAnyValue:StringEquals",
              "ext-7f3a9c21",
              "ext-*",
              "*",
              "${aws:PrincipalTag/team}",
              "ext-7f3a9c21 | blue"),
          of(
              "sts:RoleSessionName",
              "StringEquals StringLike StringNotEquals StringLikeIfExists",
              "deploy",
              "${aws:username}",
              "d*",
              "${aws:userid}",
              "*@corp"),
          of(
              "sts:SourceIdentity",
              "StringEquals StringLike StringNotEquals StringLikeIfExists",
              "dana",
              "${aws:username}",
              "?*"));

  static final List<Demand> OF_SERVICES =
      List.of(
          of(
              "aws:SourceArn",
              "ArnLike ArnEquals StringLike ArnNotLike ArnLikeIfExists",
              "arn:aws:lambda:*:111111111111:function:*",
              "arn:aws:s3:::bucket",
              "arn:aws:lambda:eu-west-1:222222222222:function:f"),
          of(
              "aws:SourceAccount",
              "StringEquals StringNotEquals StringEqualsIfExists",
              "111111111111",
              "111111111111 | 222222222222"),
          of("aws:SourceOrgID", "StringEquals StringEqualsIfExists", "o-corp"),
          of("aws:PrincipalServiceName", "StringEquals StringLike", "ec2.amazonaws.com", "*"));

  static final List<Demand> OF_WEB_IDENTITIES =
      List.of(
          of(
              "token.actions.githubusercontent.com:sub",
              "StringLike StringEquals StringNotLike StringLikeIfExists",
              "repo:corp/app:*",
              "repo:corp/app:ref:refs/heads/main",
              "repo:*",
              "*:corp/*"),
          of(
              "token.actions.githubusercontent.com:aud",
              "StringEquals StringNotEquals",
              "sts.amazonaws.com"),
          of("accounts.google.com:aud", "StringEquals StringLike StringEqualsIfExists", "client-1"),
          of("accounts.google.com:sub", "StringEquals StringNotEquals", "1234"));

  static final List<Demand> OF_ASSERTIONS =
      List.of(
          of(
              "saml:aud",
              "StringEquals StringNotEquals StringEqualsIfExists",
              "https://signin.aws.amazon.com/saml"),
          of("saml:sub", "StringEquals StringLike StringNotEquals", "dana", "d*"),
          of("saml:sub_type", "StringEquals StringNotEquals", "persistent"));

  static List<Demand> all() {
    return Stream.of(
            OF_ANYBODY, OF_PRINCIPALS, OF_CALLS, OF_SERVICES, OF_WEB_IDENTITIES, OF_ASSERTIONS)
        .flatMap(List::stream)
        .toList();
  }
}
