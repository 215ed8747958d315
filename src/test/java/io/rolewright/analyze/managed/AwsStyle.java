package io.rolewright.analyze.managed;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.ResourceType;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Statements about one service, and what goes with it, in the manner of AWS's own policies. */
final class AwsStyle {

  private static final List<String> CONDITIONS =
      List.of(
          "\"StringEquals\": {\"aws:ResourceTag/%s\": \"true\"}",
          "\"StringEquals\": {\"aws:ResourceAccount\": \"${aws:PrincipalAccount}\"}",
          "\"StringEquals\": {\"aws:RequestTag/%s\": \"${aws:PrincipalTag/team}\"}",
          "\"StringLike\": {\"aws:ResourceTag/%s\": [\"managed-*\", \"shared?\"]}",
          "\"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"%s\", \"team\"]},"
              + " \"Null\": {\"aws:TagKeys\": \"false\"}",
          "\"ForAnyValue:StringEquals\": {\"aws:CalledVia\": [\"%s.amazonaws.com\"]}",
          "\"StringEqualsIfExists\": {\"aws:RequestedRegion\": [\"eu-west-1\", \"us-east-1\"]}",
          "\"Null\": {\"aws:ResourceTag/%s\": false}",
          "\"Bool\": {\"aws:ViaAWSService\": \"true\"}",
          "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}",
          "\"NumericLessThan\": {\"aws:MultiFactorAuthAge\": \"3600\"}",
          "\"ArnLike\": {\"aws:PrincipalArn\": \"arn:*:iam::*:role/aws-service-role/%s*\"}",
          "\"StringNotLike\": {\"aws:PrincipalTag/%s\": \"x-*\"}",
          "\"StringEquals\": {\"aws:PrincipalOrgID\": \"${aws:ResourceOrgID}\"}",
          "\"IpAddress\": {\"aws:SourceIp\": [\"192.0.2.0/24\", \"2001:db8::/32\"]}",
          "\"DateGreaterThan\": {\"aws:CurrentTime\": \"2020-01-01T00:00:00Z\"}",
          "\"StringLike\": {\"s3:prefix\": [\"home/${aws:username}/*\", \"${*}%s\"]}",
          "\"StringEquals\": {\"AWS:SourceVpce\": \"vpce-0123456789abcdef0\"}");

  private static final List<String> ALONGSIDE =
      List.of(
          allow("iam:PassRole", "arn:aws:iam::*:role/service-role/%s*", passedTo("%s")),
          allow("iam:PassRole", "*", passedTo("%s")),
          allow(
              "iam:CreateServiceLinkedRole",
              "arn:aws:iam::*:role/aws-service-role/%1$s.amazonaws.com/AWSServiceRoleFor%1$s",
              "\"StringLike\": {\"iam:AWSServiceName\": \"%s.amazonaws.com\"}"),
          allow("sts:AssumeRole", "arn:aws:iam::*:role/%s-*", ""),
          allow(
              "sts:AssumeRole\", \"sts:TagSession",
              "arn:aws:iam::*:role/%s/access",
              "\"StringEquals\": {\"sts:ExternalId\": \"${aws:PrincipalAccount}\"}"),
          allow("sts:AssumeRoleWithWebIdentity", "*", ""),
          allow(
              "dynamodb:GetItem",
              "arn:aws:dynamodb:*:*:table/%s",
              "\"ForAllValues:StringEquals\": {\"dynamodb:LeadingKeys\":"
                  + " [\"${cognito-identity.amazonaws.com:sub}\"]}"),
          allow("iam:GetRole\", \"iam:ListRoles\", \"iam:UpdateAssumeRolePolicy", "*", ""),
          allow("s3:*Object", "arn:aws:s3:::%s-${aws:userid}/${aws:PrincipalTag/unit}/*", ""),
          allow(
              "kms:Decrypt\", \"kms:GenerateDataKey*",
              "arn:aws:kms:*:*:key/*",
              "\"StringLike\": {\"kms:ViaService\": \"%s.*.amazonaws.com\"}"),
          "\"Effect\": \"Deny\", \"NotAction\": [\"iam:*\", \"sts:*\", \"%s:*\"], \"Resource\": \"*\","
              + " \"Condition\": {\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}}",
          "\"Effect\": \"Deny\", \"Action\": \"%s:*\", \"NotResource\": \"arn:aws:%s:*:*:shared/*\","
              + " \"Condition\": {\"StringNotEquals\": {\"aws:PrincipalOrgID\": \"o-exampleorgid\"}}",
          "\"Effect\": \"Allow\", \"Action\": [\"%s:*\"], \"NotResource\": [\"arn:aws:%s:*:*:*/prod*\"]",
          "\"Effect\": \"Deny\", \"Action\": \"sts:AssumeRole\", \"Resource\": \"*\", \"Condition\":"
              + " {\"StringNotEqualsIfExists\": {\"aws:ResourceOrgID\": \"${aws:PrincipalOrgID}\"}}");

  private final Service service;
  private final Random random;

  AwsStyle(Service service, Random random) {
    this.service = service;
    this.random = random;
  }

  private static String allow(String action, String resource, String condition) {
    return "\"Effect\": \"Allow\", \"Action\": [\"%s\"], \"Resource\": \"%s\"%s"
        .formatted(action, resource, when(condition));
  }

  private static String passedTo(String service) {
    return "\"StringEquals\": {\"iam:PassedToService\": \"%s.amazonaws.com\"}".formatted(service);
  }

  private static String when(String condition) {
    return condition.isEmpty() ? "" : ", \"Condition\": {" + condition + "}";
  }

  /** A statement; an empty Sid is left out. */
  String statement(String sid) {
    String body = random.nextInt(3) == 0 ? named(one(ALONGSIDE)) : ofService();
    return "{" + (sid.isEmpty() ? "" : "\"Sid\": \"" + sid + "\", ") + body + "}";
  }

  /** What few of AWS's policies have: everything but. */
  static String allBut() {
    return "{\"Effect\": \"Allow\", \"NotAction\": [\"iam:*\", \"organizations:*\","
        + " \"account:*\"], \"Resource\": \"*\"}";
  }

  /** A statement that fits in any policy. */
  String small() {
    return "{\"Effect\": \"Allow\", \"Action\": \"%s:*\", \"Resource\": \"*\"}"
        .formatted(service.prefix());
  }

  private String ofService() {
    String condition = random.nextInt(3) == 0 ? named(one(CONDITIONS)) : "";
    String effect = random.nextInt(12) == 0 ? "Deny" : "Allow";
    return "\"Effect\": \"%s\", \"Action\": %s, \"Resource\": %s%s"
        .formatted(effect, actions(), resources(), when(condition));
  }

  private String actions() {
    return switch (random.nextInt(6)) {
      case 0 -> quoted(service.prefix() + ":*");
      case 1 -> list(ids(List.of("Describe*", "Get*", "List*", "BatchGet*")));
      case 2 -> list(ids(List.of("*Tag*", "C?eate*", "Update*")));
      case 3 -> list(some(service.actions().size()));
      default -> list(some(1 + random.nextInt(12)));
    };
  }

  private List<String> ids(List<String> names) {
    return names.stream().map(name -> service.prefix() + ":" + name).toList();
  }

  private List<String> some(int most) {
    List<ServiceAction> all = new ArrayList<>(service.actions());
    Collections.shuffle(all, random);
    boolean reading = random.nextBoolean();
    List<String> chosen =
        all.stream()
            .filter(action -> !reading || action.level() != AccessLevel.PERMISSIONS_MANAGEMENT)
            .limit(Math.min(most, 60))
            .map(ServiceAction::id)
            .sorted()
            .toList();
    return chosen.isEmpty() ? List.of(service.prefix() + ":*") : chosen;
  }

  private String resources() {
    List<ResourceType> types = service.resourceTypes();
    if (types.isEmpty() || random.nextInt(3) > 0) {
      return random.nextBoolean() ? quoted("*") : list(List.of("*"));
    }
    List<String> arns = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      arns.add(arn(types.get(random.nextInt(types.size()))));
    }
    return list(arns.stream().distinct().toList());
  }

  private String arn(ResourceType type) {
    String account = random.nextBoolean() ? "*" : "${aws:PrincipalAccount}";
    String name = one(List.of("*", "aws-" + service.prefix() + "-*", "AWS?" + service.prefix()));
    return type.arn()
        .replace("${Partition}", random.nextInt(4) == 0 ? "*" : "aws")
        .replace("${Region}", "*")
        .replace("${Account}", "@")
        .replaceAll("\\$\\{\\w+}", name)
        .replace("@", account);
  }

  private String named(String text) {
    return text.contains("%") ? text.replaceAll("%(1\\$)?s", service.prefix()) : text;
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String list(List<String> texts) {
    return texts.size() == 1 && random.nextBoolean()
        ? quoted(texts.get(0))
        : texts.stream().map(AwsStyle::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
