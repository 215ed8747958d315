package io.rolewright.reason.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Policies as people write them, at random: operators and values suit their keys, and the keys suit
 * the callers more often than not.
 */
final class Plausible {

  private static final List<String> PEOPLE =
      List.of(
          "*",
          "111111111111",
          "arn:aws:iam::111111111111:root",
          "arn:aws:iam::222222222222:root",
          "arn:aws:iam::111111111111:user/dana",
          "arn:aws:iam::111111111111:user/team/erin",
          "arn:aws:iam::222222222222:role/App",
          "arn:aws:iam::111111111111:role/team/Target",
          "arn:aws:sts::222222222222:assumed-role/App/i-1",
          "arn:aws:sts::111111111111:assumed-role/Target/dana");
  private static final List<String> SERVICES = List.of("ec2.amazonaws.com", "lambda.amazonaws.com");
  private static final List<String> WEB =
      List.of(
          "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com",
          "accounts.google.com");
  private static final List<String> SAML = List.of("arn:aws:iam::111111111111:saml-provider/Corp");
  private static final List<String> PASSING = List.of("sts:TagSession", "sts:SetSourceIdentity");
  private static final List<String> ACTIONS =
      List.of(
          "s3:GetObject", "s3:Get*", "s3:*", "s3:PutObject", "kms:Decrypt", "*", "sts:AssumeRole");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:s3:::bucket/*",
          "arn:aws:s3:::bucket/${aws:username}/*",
          "arn:aws:s3:::bucket/${aws:PrincipalTag/team}",
          "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'blue'}",
          "arn:aws:s3:::*/dana/?",
          "arn:aws:sqs:*:111111111111:*",
          "arn:aws:iam::*:role/team/*");

  private final Random random;

  Plausible(long seed) {
    this.random = new Random(seed);
  }

  /** How statements of a kind of policies are made. */
  interface Maker {
    Map<String, Object> statement();
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  Map<String, Object> policy(Maker maker) {
    List<Object> statements = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      statements.add(maker.statement());
    }
    return policy(statements);
  }

  static Map<String, Object> policy(List<Object> statements) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", "2012-10-17");
    policy.put("Statement", statements);
    return policy;
  }

  Map<String, Object> trustStatement() {
    if (chance(25)) {
      return trustShield();
    }
    return switch (random.nextInt(7)) {
      case 0 -> trust("Service", SERVICES, "sts:AssumeRole", Demand.OF_SERVICES);
      case 1, 2 ->
          trust("Federated", WEB, "sts:AssumeRoleWithWebIdentity", Demand.OF_WEB_IDENTITIES);
      case 3 -> trust("Federated", SAML, "sts:AssumeRoleWithSAML", Demand.OF_ASSERTIONS);
      default -> trust("AWS", PEOPLE, "sts:AssumeRole", Demand.OF_PRINCIPALS);
    };
  }

  private Map<String, Object> trust(
      String type, List<String> names, String call, List<Demand> suited) {
    List<String> actions = new ArrayList<>(List.of(call));
    if (chance(40)) {
      actions.add(pick(PASSING));
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Principal", Map.of(type, chance(70) ? pick(names) : some(names)));
    statement.put("Action", chance(15) ? "sts:*" : actions);
    demand(statement, suited, Demand.OF_CALLS, 80);
    return statement;
  }

  private List<String> some(List<String> names) {
    return Stream.of(pick(names), pick(names)).distinct().toList();
  }

  /** A Deny in two of three cases. */
  Map<String, Object> trustShieldOrAllow() {
    return chance(60) ? trustShield() : trustStatement();
  }

  private Map<String, Object> trustShield() {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Deny");
    boolean except = chance(15);
    Object named = except || chance(20) ? Map.of("AWS", some(PEOPLE.subList(1, 10))) : "*";
    statement.put(except ? "NotPrincipal" : "Principal", named);
    boolean others = chance(10);
    statement.put(
        others ? "NotAction" : "Action", others ? pick(PASSING) : chance(50) ? "*" : "sts:Assume*");
    demand(statement, Demand.OF_PRINCIPALS, Demand.OF_CALLS, 95);
    return statement;
  }

  Map<String, Object> resourceStatement() {
    Map<String, Object> statement = identityStatement();
    Map<String, Object> named = new LinkedHashMap<>();
    boolean deny = statement.get("Effect").equals("Deny");
    named.put("Effect", statement.remove("Effect"));
    Map<String, Object> who =
        chance(20) ? Map.of("Service", pick(SERVICES)) : Map.of("AWS", pick(PEOPLE));
    named.put(deny && chance(15) ? "NotPrincipal" : "Principal", deny && chance(60) ? "*" : who);
    if ("*".equals(named.get("NotPrincipal"))) {
      named.put("Principal", named.remove("NotPrincipal"));
    }
    named.putAll(statement);
    return named;
  }

  Map<String, Object> identityStatement() {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", chance(25) ? "Deny" : "Allow");
    statement.put(chance(10) ? "NotAction" : "Action", chance(60) ? pick(ACTIONS) : some(ACTIONS));
    statement.put(
        chance(10) ? "NotResource" : "Resource", chance(60) ? pick(RESOURCES) : some(RESOURCES));
    demand(statement, Demand.OF_PRINCIPALS, Demand.OF_ANYBODY, 75);
    return statement;
  }

  private void demand(
      Map<String, Object> statement, List<Demand> suited, List<Demand> others, int percent) {
    while (chance(percent)) {
      List<Demand> from = chance(60) ? suited : chance(80) ? others : Demand.all();
      add(statement, pick(from));
      percent = 40;
    }
  }

  @SuppressWarnings("unchecked")
  private void add(Map<String, Object> statement, Demand demand) {
    Map<String, Object> block =
        (Map<String, Object>) statement.computeIfAbsent("Condition", c -> new LinkedHashMap<>());
    boolean isNull = chance(12);
    String operator = isNull ? "Null" : pick(demand.operators());
    List<String> values = isNull ? List.of(chance(50) ? "true" : "false") : pick(demand.values());
    Map<String, Object> tests =
        (Map<String, Object>) block.computeIfAbsent(operator, o -> new LinkedHashMap<>());
    tests.put(demand.key(), values);
  }

  /** Another version of the policy, not far from it. */
  @SuppressWarnings("unchecked")
  Map<String, Object> changed(Map<String, Object> policy, Maker maker) {
    List<Object> statements = new ArrayList<>((List<Object>) policy.get("Statement"));
    int at = random.nextInt(statements.size());
    Map<String, Object> statement = copy((Map<String, Object>) statements.get(at));
    switch (random.nextInt(6)) {
      case 0 -> statements.add(maker.statement());
      case 1 -> statement.remove("Condition");
      case 2 -> statement.putAll(maker.statement());
      case 3 -> replaceOneDemand(statement);
      default -> add(statement, pick(chance(70) ? Demand.OF_PRINCIPALS : Demand.all()));
    }
    statements.set(at, oneOfEach(statement));
    return policy(statements);
  }

  @SuppressWarnings("unchecked")
  private void replaceOneDemand(Map<String, Object> statement) {
    Map<String, Object> block = (Map<String, Object>) statement.get("Condition");
    if (block == null || block.isEmpty()) {
      return;
    }
    String operator = pick(List.copyOf(block.keySet()));
    Map<String, Object> tests = (Map<String, Object>) block.get(operator);
    String key = pick(List.copyOf(tests.keySet()));
    tests.remove(key);
    if (tests.isEmpty()) {
      block.remove(operator);
    }
    add(statement, pick(Demand.all().stream().filter(d -> d.key().equals(key)).toList()));
  }

  private static Map<String, Object> oneOfEach(Map<String, Object> statement) {
    for (String element : List.of("Action", "Resource", "Principal")) {
      if (statement.containsKey(element)) {
        statement.remove("Not" + element);
      }
    }
    return statement;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> copy(Map<String, Object> tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    tree.forEach(
        (name, value) ->
            copy.put(name, value instanceof Map<?, ?> m ? copy((Map<String, Object>) m) : value));
    return copy;
  }
}
