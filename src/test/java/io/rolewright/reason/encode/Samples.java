package io.rolewright.reason.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random policy elements and requests, from names that meet often. */
final class Samples {

  static final String OWNER = "111111111111";

  static final List<String> TEXT_KEYS =
      List.of(
          "aws:PrincipalTag/team",
          "aws:username",
          "aws:PrincipalArn",
          "aws:SourceArn",
          "aws:MultiFactorAuthPresent",
          "aws:TagKeys",
          "aws:PrincipalServiceNames",
          "s3:x");

  static final List<String> LINE_KEYS =
      List.of("aws:SourceIp", "aws:CurrentTime", "aws:MultiFactorAuthAge", "aws:EpochTime");

  static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
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
          "ArnLike",
          "ArnNotLike",
          "Null",
          "stringequals");

  static final List<String> TEXTS =
      List.of(
          "blue",
          "Blue",
          "dana",
          "Dana",
          "",
          "*",
          "true",
          "TRUE",
          "false",
          "YQ==",
          "YQ",
          "YR",
          "Yg==",
          "10",
          "2024",
          "10.1.2.3",
          "a:b",
          "iam::111111111111",
          "arn:aws:iam::111111111111",
          "arn:aws:iam::111111111111:role/a:b",
          "arn:aws:iam",
          "arn:aws:s3:::bucket/dana",
          "arn:aws:iam::111111111111:role/dana",
          "arn:aws:iam::111111111111:role/team/dana",
          "arn:aws:iam::222222222222:role/blue",
          "arn:aws:iam::111111111111:user/blue",
          "a:b:c:d:e:f:g");

  static final List<String> NUMBERS =
      List.of("10", "10.0", "1e1", "9", "-1", "0", "abc", "", "3600", "2024");

  static final List<String> DATES =
      List.of(
          "2024-01-01T00:00:00Z",
          "2024-01-01",
          "2024",
          "1704067200",
          "1704067201",
          "0",
          "2024-01-01T01:00:00+01:00",
          "2024-01-01T00:00:00.5Z",
          "yes",
          "");

  static final List<String> TIMES = List.of("1704067200", "1704067201", "1704067199", "1798804800");

  static final List<String> ADDRESSES =
      List.of("10.1.2.3", "10.0.0.0", "11.0.0.0", "2001:db8::1", "::1", "0.0.0.1", "x", "");

  private static final List<String> BLOCKS =
      List.of(
          "10.0.0.0/8", "10.1.2.3/16", "0.0.0.0/0", "::/0", "2001:db8::/32", "/16", "1.2.3.4/40");

  private static final List<String> PATTERNS =
      List.of(
          "bl*",
          "?lue",
          "**",
          "d?na",
          "arn:aws:iam::111111111111:role/*",
          "arn:*:iam::*:role/*",
          "arn:aws:*",
          "arn:aws:s3*",
          "arn:*",
          "*b*",
          "a:?:*:d:e:*",
          "arn:aws:iam::*",
          "*:role/dana",
          "arn:aws:s3:::bucket/?ana");

  private static final List<String> VARIABLES =
      List.of(
          "${aws:username}",
          "${aws:PrincipalTag/team}",
          "${AWS:USERNAME}",
          "${*}",
          "${?}",
          "${$}",
          "${aws:TagKeys}",
          "${aws:PrincipalArn}",
          "${aws:SourceArn}",
          "${s3:x}",
          "${s3:x, 'blue'}",
          "${aws:TagKeys, 'blue'}",
          "${aws:PrincipalServiceNames, 'dana'}",
          "${aws:PrincipalTag/none, 'lue'}",
          "${aws:PrincipalTag/team, 'a:b'}",
          "${aws:PrincipalArn, 'dana'}",
          "${aws:PrincipalTag/none}",
          "${aws:SourceIp}",
          "${aws:MultiFactorAuthAge, 'x'}");

  private static final List<String> FRAMES =
      List.of(
          "%s",
          "%s",
          "%s*",
          "b%s",
          "*%s",
          "arn:aws:iam::%s:role/*",
          "arn:aws:%s:role/dana",
          "arn:aws:iam::111111111111:role/%s",
          "arn:*:iam::%s:role/?ana",
          "arn:aws:iam::111111111111:%s/*",
          "%s:role/*",
          "arn:%s*",
          "arn:aws:iam:%s");

  static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:PutObject", "sts:AssumeRole", "S3:GETOBJECT", "s3:");

  static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:s3:::bucket/dana",
          "arn:aws:s3:::blue",
          "arn:aws:iam::111111111111:role/dana",
          "arn:aws:iam::111111111111:role/blue",
          "arn:aws:iam::111111111111:dana/x",
          "arn:aws:iam::222222222222:role/team/dana",
          "arn:aws:iam:a:b:role/dana",
          "a:b:c:d:e:f:g",
          "b:b:c:d:e:role/*",
          "dana");

  private final Random random;

  Samples(long seed) {
    this.random = new Random(seed);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean often(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Mostly one that fits the key. */
  String operator(String key) {
    String qualifier = any(List.of("", "", "ForAllValues:", "ForAnyValue:"));
    String operator = any(OPERATORS);
    String kind =
        switch (key) {
          case "aws:SourceIp" -> "(Not)?IpAddress|Null";
          case "aws:CurrentTime" -> "Date.*|Null";
          case "aws:MultiFactorAuthAge" -> "Numeric.*|Null";
          case "aws:EpochTime" -> "(Date|Numeric).*|Null";
          default -> "(String|Arn|Bool|Binary).*|Null|stringequals";
        };
    boolean fitting = often(0.9);
    while (fitting && !operator.matches(kind)) {
      operator = any(OPERATORS);
    }
    return qualifier + operator + (often(0.2) && !operator.equals("Null") ? "IfExists" : "");
  }

  String key() {
    return often(0.7) ? any(TEXT_KEYS) : any(LINE_KEYS);
  }

  /** Of keys on lines mostly numbers, dates and addresses. */
  List<String> values(String key, double unknown) {
    List<String> values = new ArrayList<>();
    int count = often(0.05) ? 0 : 1 + below(3);
    for (int i = 0; i < count; i++) {
      values.add(LINE_KEYS.contains(key) && often(0.6) ? point() : value(unknown));
    }
    return values;
  }

  private String point() {
    return switch (below(4)) {
      case 0 -> any(NUMBERS);
      case 1 -> any(DATES);
      case 2 -> any(TIMES);
      default -> any(often(0.5) ? ADDRESSES : BLOCKS);
    };
  }

  private String value(double unknown) {
    if (often(unknown)) {
      return framed(any(List.of("<P>", "<Q>", "<own account>", "<P>${aws:username}")));
    }
    return switch (below(6)) {
      case 0, 1 -> any(TEXTS);
      case 2 -> any(PATTERNS);
      case 3 -> point();
      default -> framed(any(VARIABLES));
    };
  }

  String framed(String inner) {
    return any(FRAMES).replace("%s", inner);
  }

  /** None to three of them. */
  List<String> several(Supplier<String> of) {
    List<String> several = new ArrayList<>();
    for (int i = often(0.05) ? 0 : 1 + below(3); i > 0; i--) {
      several.add(of.get());
    }
    return several;
  }

  String maybeNot(String element) {
    return often(0.3) ? "Not" + element : element;
  }

  String actionPattern(double unknown) {
    return often(unknown)
        ? any(List.of("s3:<P>", "<P>:*", "<P>", "S3:${aws:username}"))
        : any(
            List.of("s3:Get*", "S3:getobject", "*:GetObjec?", "*", "sts:*", "s3:", "s3:G*t*t", ""));
  }

  String resourcePattern(double unknown) {
    if (often(unknown)) {
      return framed(any(List.of("<P>", "<Q>", "<own account>", "<P>:${aws:username}")));
    }
    return often(0.5) ? framed(any(VARIABLES)) : any(often(0.5) ? PATTERNS : TEXTS);
  }
}
