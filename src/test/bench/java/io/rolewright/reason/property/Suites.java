package io.rolewright.reason.property;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Questions to measure, in suites; the same ones each time. */
final class Suites {

  static final String OWNER = "111111111111";
  static final String ROLE = "arn:aws:iam::111111111111:role/deploy";
  private static final String FRIEND = "222222222222";

  /** One question: is there a request that all of some allow and none of others does? */
  record Query(String name, List<Judged> allowing, List<Judged> refusing, List<Requests> among) {}

  private Suites() {}

  static Judged judged(String text, PolicyKind kind, PolicyScope scope) {
    SourceFile file = SourceFile.of("policy.json", text);
    PolicyDocument policy =
        new PolicyReader(Limits.DEFAULT)
            .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
    return Judged.policy(policy, scope, OWNER);
  }

  private static Judged trust(String statements) {
    return judged(policy(statements), PolicyKind.TRUST, PolicyScope.TRUST);
  }

  private static Judged identity(String statements) {
    return judged(policy(statements), PolicyKind.IDENTITY, PolicyScope.CALLER);
  }

  private static String policy(String statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
  }

  /** Trust policies, each against seven properties and against the next one. */
  static List<Query> trust() {
    List<String> principals =
        List.of(
            "{\"AWS\": \"*\"}",
            "{\"AWS\": \"arn:aws:iam::222222222222:root\"}",
            "{\"AWS\": [\"arn:aws:iam::222222222222:role/ci\", \"arn:aws:iam::333333333333:user/ops/x\"]}",
            "{\"AWS\": \"111111111111\"}",
            "{\"Service\": [\"ec2.amazonaws.com\", \"lambda.amazonaws.com\"]}",
            "{\"AWS\": \"*\", \"Service\": \"ec2.amazonaws.com\"}",
            "{\"Federated\": \"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com\"}");
    List<String> conditions =
        List.of(
            "{}",
            "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-abcdefghij\"}}",
            "{\"ArnLike\": {\"aws:PrincipalArn\": [\"arn:aws:iam::222222222222:role/ci-*\", \"arn:aws:iam::*:role/deploy\"]}}",
            "{\"StringLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::222222222222:*\"}}",
            "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}, \"StringEquals\": {\"sts:ExternalId\": \"s3cr3t-0001\"}}",
            "{\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"true\"}}",
            "{\"IpAddress\": {\"aws:SourceIp\": [\"203.0.113.0/24\", \"2001:db8::/32\"]}}",
            "{\"StringEquals\": {\"aws:PrincipalAccount\": [\"222222222222\", \"333333333333\"]}}",
            "{\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:acme/*:ref:refs/heads/main\"}, \"StringEquals\": {\"token.actions.githubusercontent.com:aud\": \"sts.amazonaws.com\"}}",
            "{\"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"team\", \"cost\"]}, \"StringEquals\": {\"aws:RequestTag/team\": \"${aws:PrincipalTag/team}\"}}");
    List<String> denies =
        List.of(
            "",
            ", {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:PrincipalOrgID\": \"o-abcdefghij\"}, \"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"false\"}}}",
            ", {\"Effect\": \"Deny\", \"Principal\": {\"AWS\": \"*\"}, \"Action\": \"sts:AssumeRole\", \"Condition\": {\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}}}");
    List<Judged> policies = new ArrayList<>();
    for (String principal : principals) {
      String action =
          principal.contains("Federated") ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole";
      for (String condition : conditions) {
        for (String deny : denies) {
          policies.add(
              trust(
                  "{\"Effect\": \"Allow\", \"Principal\": "
                      + principal
                      + ", \"Action\": [\""
                      + action
                      + "\", \"sts:TagSession\"], \"Condition\": "
                      + condition
                      + "}"
                      + deny));
        }
      }
    }
    List<Requests> all = Population.assuming(ROLE, OWNER, "aws");
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      for (KeyTest test : tests()) {
        List<Requests> failing = all.stream().map(r -> r.where(test.negated())).toList();
        queries.add(new Query("property", List.of(policies.get(i)), List.of(), failing));
      }
      Judged next = policies.get((i + 1) % policies.size());
      queries.add(new Query("newAccess", List.of(policies.get(i)), List.of(next), all));
    }
    return queries;
  }

  private static List<KeyTest> tests() {
    return List.of(
        KeyTest.oneOf("aws:PrincipalAccount", List.of(OWNER, FRIEND)),
        KeyTest.oneOf("aws:MultiFactorAuthPresent", List.of("true")),
        KeyTest.like("token.actions.githubusercontent.com:sub", List.of("repo:acme/*")),
        KeyTest.oneOf("sts:ExternalId", List.of("s3cr3t-0001")),
        KeyTest.oneOf("aws:PrincipalOrgID", List.of("o-abcdefghij")),
        KeyTest.like("aws:PrincipalArn", List.of("arn:aws:iam::222222222222:role/*")),
        KeyTest.present("aws:SourceIp"));
  }

  /** Policies such as AWS manages, from the catalogue, against changed ones, both ways. */
  static List<Query> managed() {
    List<Query> queries = new ArrayList<>();
    Random random = new Random(7);
    int number = 0;
    for (String prefix : Catalog.shipped().prefixes()) {
      if (number++ % 9 != 0) {
        continue;
      }
      Service service = Catalog.shipped().service(prefix).orElseThrow();
      List<String> actions = service.actions().stream().map(ServiceAction::id).toList();
      if (actions.size() < 3) {
        continue;
      }
      List<String> fewer = new ArrayList<>(actions);
      fewer.remove(random.nextInt(fewer.size()));
      String condition =
          ", \"Condition\": {\"StringEquals\": {\"aws:ResourceAccount\": \"${aws:PrincipalAccount}\"}}";
      String other =
          statement(List.of("logs:*", "cloudwatch:Get*", "kms:Decrypt", "iam:PassRole"), "*", "");
      Judged plain = identity(statement(actions, "*", "") + "," + other);
      pairs(queries, plain, identity(statement(fewer, "*", "") + "," + other));
      pairs(queries, plain, identity(statement(actions, "*", condition) + "," + other));
      pairs(
          queries,
          plain,
          identity(statement(actions, "arn:aws:" + prefix + ":*:*:name/*", "") + "," + other));
      pairs(
          queries,
          plain,
          identity(
              other
                  + ","
                  + statement(actions.subList(0, 2), "*", "")
                  + ","
                  + statement(actions.subList(2, actions.size()), "*", "")));
    }
    return queries;
  }

  /** Thousands of actions. */
  static List<Query> largest() {
    List<String> reads =
        Catalog.shipped().prefixes().stream()
            .flatMap(p -> Catalog.shipped().service(p).orElseThrow().actions().stream())
            .filter(a -> a.level() == AccessLevel.READ || a.level() == AccessLevel.LIST)
            .map(ServiceAction::id)
            .limit(4_000)
            .collect(Collectors.toList());
    List<Query> queries = new ArrayList<>();
    Judged all = identity(statement(reads, "*", ""));
    pairs(queries, all, identity(statement(reads.subList(0, reads.size() - 1), "*", "")));
    pairs(queries, all, identity(statement(reads.subList(0, 2_000), "*", "")));
    pairs(
        queries,
        all,
        identity(
            statement(reads.subList(0, 2_000), "*", "")
                + ","
                + statement(reads.subList(2_000, reads.size()), "*", "")));
    pairs(queries, all, identity(statement(List.of("*:Get*", "*:List*", "*:Describe*"), "*", "")));
    return queries;
  }

  /**
   * Statements whose resource lists are split among other statements, so that covers are proved.
   */
  static List<Query> statements(int count) {
    StringBuilder one = new StringBuilder();
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String service =
          List.of("s3", "sqs", "sns", "dynamodb", "lambda", "kms", "ec2", "logs").get(i % 8);
      String action = service + ":Action" + i / 8 + "*";
      String first = "arn:aws:" + service + ":::team-" + i + "/*";
      String second = "arn:aws:" + service + ":::shared-" + i % 13 + "/*";
      one.append(i == 0 ? "" : ",")
          .append(statement(List.of(action), first + "\", \"" + second, ""));
      other.append(i == 0 ? "" : ",").append(statement(List.of(action), first, ""));
      other.append(",").append(statement(List.of(action), second, ""));
    }
    List<Query> queries = new ArrayList<>();
    pairs(queries, identity(one.toString()), identity(other.toString()));
    return queries;
  }

  private static void pairs(List<Query> queries, Judged one, Judged other) {
    List<Requests> among = List.of(Population.of(PolicyKind.IDENTITY, OWNER, "aws").get(0));
    queries.add(new Query("newAccess", List.of(one), List.of(other), among));
    queries.add(new Query("newAccess", List.of(other), List.of(one), among));
  }

  private static String statement(List<String> actions, String resource, String condition) {
    return "{\"Effect\": \"Allow\", \"Action\": [\""
        + String.join("\", \"", actions)
        + "\"], \"Resource\": [\""
        + resource
        + "\"]"
        + condition
        + "}";
  }

  /** The kinds of callers of a population. */
  static List<Caller.Kind> kinds(List<Requests> among) {
    return among.stream().map(r -> r.callers().kind()).toList();
  }
}
