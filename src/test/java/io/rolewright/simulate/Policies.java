package io.rolewright.simulate;

import io.rolewright.simulate.Caller.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callers and policies that tables name by a word. */
final class Policies {

  static final NamedPolicy ALLOW = said("allow", "Allow", "*");
  private static final NamedPolicy OTHER = said("other", "Allow", "x:Y");
  private static final NamedPolicy DENY = said("deny", "Deny", "*");
  private static final NamedPolicy OPEN = said("open", "Allow", "<Action>");
  private static final NamedPolicy UNNAMED =
      TablesTest.policy(
          "{\"Sid\": \"unnamed\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}",
          "");
  private static final NamedPolicy OPEN_DENY = said("open deny", "Deny", "<Action>");
  private static final NamedPolicy OPEN_EFFECT = said("open effect", "<Effect>", "*");

  private static final String OIDC = "arn:aws:iam::111111111111:oidc-provider/idp.example.com";
  private static final String SAML = "arn:aws:iam::111111111111:saml-provider/Corp";

  private static Map<String, Caller> callers() {
    return Map.ofEntries(
        Map.entry("user", Caller.user("111111111111", "dana")),
        Map.entry("foreign user", Caller.user("222222222222", "dana")),
        Map.entry("role session", Caller.roleSession("111111111111", "team/App", "s1")),
        Map.entry("foreign session", Caller.roleSession("222222222222", "team/App", "s1")),
        Map.entry("federated user", federatedUser("111111111111")),
        Map.entry("foreign federated", federatedUser("222222222222")),
        Map.entry("root", of(Kind.ROOT, "arn:aws:iam::111111111111:root", "111111111111")),
        Map.entry("foreign root", of(Kind.ROOT, "arn:aws:iam::222222222222:root", "222222222222")),
        Map.entry(
            "assumed root",
            of(Kind.ASSUMED_ROOT, "arn:aws:sts::111111111111:assumed-root", "111111111111")),
        Map.entry("service", Caller.service("ec2.amazonaws.com")),
        Map.entry("web identity", Caller.federated(Kind.WEB_IDENTITY, OIDC)),
        Map.entry("google", Caller.federated(Kind.WEB_IDENTITY, "accounts.google.com")),
        Map.entry("saml", Caller.federated(Kind.SAML, SAML)),
        Map.entry("anonymous", Caller.anonymous()),
        Map.entry(
            "chinese user",
            of(Kind.USER, "arn:aws-cn:iam::111111111111:user/dana", "111111111111")));
  }

  private Policies() {}

  private static Caller federatedUser(String account) {
    return new Caller(
        Kind.FEDERATED_USER,
        Optional.of("arn:aws:sts::" + account + ":federated-user/fred"),
        Optional.empty(),
        Optional.of("arn:aws:iam::" + account + ":user/dana"),
        Optional.of(account),
        Optional.empty());
  }

  private static Caller of(Kind kind, String arn, String account) {
    return new Caller(
        kind,
        Optional.of(arn),
        Optional.empty(),
        Optional.empty(),
        Optional.of(account),
        Optional.empty());
  }

  static Caller caller(String name) {
    return Optional.ofNullable(callers().get(name)).orElseThrow(() -> new AssertionError(name));
  }

  private static NamedPolicy said(String word, String effect, String action) {
    return TablesTest.policy(
        """
        {"Sid": "%s", "Effect": "%s", "Principal": "*", "Action": "%s", "Resource": "*"}"""
            .formatted(word, effect, action),
        "");
  }

  /** The reason of a row's decision. */
  static ReasonCode reason(MarkdownTables.Row row, Assumptions assumptions) {
    return Authorization.of(inForce(row), assumptions).decide(request(row)).reason();
  }

  private static boolean isTrust(MarkdownTables.Row row) {
    return row.section().contains("role");
  }

  private static String owner(MarkdownTables.Row row) {
    return row.get("Owner").isEmpty() ? "111111111111" : row.get("Owner");
  }

  /** A row's request. */
  static Request request(MarkdownTables.Row row) {
    String common = isTrust(row) ? "sts:AssumeRole" : "sqs:SendMessage";
    String action = row.get("Action").isEmpty() ? common : row.get("Action");
    String resource =
        !row.get("Resource").isEmpty()
            ? row.get("Resource")
            : isTrust(row)
                ? "arn:aws:iam::" + owner(row) + ":role/Target"
                : "arn:aws:sqs:eu-west-1:" + owner(row) + ":q";
    return new Request(caller(row.get("Caller")), action, resource, Context.EMPTY);
  }

  /** A row's policies; columns that a table does not have are policies not given. */
  static PoliciesInForce inForce(MarkdownTables.Row row) {
    return PoliciesInForce.NONE
        .withIdentity(named(row.get("Identity")).map(List::of).orElse(List.of()))
        .withBoundary(named(row.get("Boundary")))
        .withSession(named(row.get("Session")).map(List::of))
        .withResource(resource(row.get("Names")))
        .withMandatory(isTrust(row) || row.section().contains("mandatory"))
        .withOrganisation(levels(row.get("SCP")), levels(row.get("RCP")))
        .withVpcEndpoint(named(row.get("Endpoint")))
        .withStanding(standing(row.get("Standing")));
  }

  private static PoliciesInForce.Standing standing(String word) {
    return new PoliciesInForce.Standing(
        word.equals("service-linked"),
        word.equals("caller in management"),
        word.equals("resource in management"));
  }

  private static Optional<NamedPolicy> named(String word) {
    return switch (word) {
      case "allow" -> Optional.of(ALLOW);
      case "other" -> Optional.of(OTHER);
      case "deny" -> Optional.of(DENY);
      case "unnamed" -> Optional.of(UNNAMED);
      case "open" -> Optional.of(OPEN);
      case "open deny" -> Optional.of(OPEN_DENY);
      case "open effect" -> Optional.of(OPEN_EFFECT);
      case "", "-" -> Optional.empty();
      default -> throw new AssertionError(word);
    };
  }

  /** Levels from the root of the organisation, between slashes; policies joined by a plus. */
  private static Optional<List<List<NamedPolicy>>> levels(String words) {
    if (words.isEmpty() || words.equals("-")) {
      return Optional.empty();
    }
    if (words.equals("no levels")) {
      return Optional.of(List.of());
    }
    return Optional.of(
        List.of(words.split(" / ")).stream()
            .map(level -> List.of(level.split(" \\+ ")))
            .map(level -> level.stream().flatMap(word -> named(word).stream()).toList())
            .toList());
  }

  /** A policy of the resource that names callers, or denies them. */
  private static Optional<NamedPolicy> resource(String words) {
    if (words.isEmpty() || words.equals("-")) {
      return Optional.empty();
    }
    if (words.equals("unnamed")) {
      return Optional.of(UNNAMED);
    }
    StringBuilder statements = new StringBuilder();
    for (String word : words.split(" \\+ ")) {
      boolean deny = word.startsWith("not ");
      String what = deny ? word.substring(4) : word;
      statements
          .append(statements.length() > 0 ? ", " : "")
          .append("{\"Sid\": \"" + word + "\", \"Effect\": \"" + (deny ? "Deny" : "Allow") + "\", ")
          .append("\"Principal\": " + principal(what) + ", \"Action\": \"" + action(what) + "\", ")
          .append("\"Resource\": \"*\"" + condition(what) + "}");
    }
    return Optional.of(TablesTest.policy(statements.toString(), ""));
  }

  /** A test that a request without keys passes; the first alone binds the star to an ARN. */
  private static String condition(String word) {
    return switch (word) {
      case "star with ARN" -> test("ForAllValues:ArnLike", "aws:PrincipalArn", "*");
      case "star without ARN" -> test("Null", "aws:PrincipalArn", "true");
      case "star with ARN if any" -> test("ArnLikeIfExists", "aws:PrincipalArn", "*");
      case "star but an ARN" -> test("ArnNotLike", "aws:PrincipalArn", "*");
      case "star with tags" -> test("ForAllValues:StringLike", "aws:TagKeys", "*");
      default -> "";
    };
  }

  private static String test(String operator, String key, String value) {
    return ", \"Condition\": {\"%s\": {\"%s\": \"%s\"}}".formatted(operator, key, value);
  }

  private static String action(String word) {
    return word.endsWith(" elsewhere") ? "x:Y" : "*";
  }

  private static String principal(String word) {
    return switch (word) {
      case "star",
          "star with ARN",
          "star without ARN",
          "star with ARN if any",
          "star but an ARN",
          "star with tags" ->
          "\"*\"";
      case "account" -> aws("111111111111");
      case "foreign account" -> aws("arn:aws:iam::222222222222:root");
      case "user", "user elsewhere" -> aws("arn:aws:iam::111111111111:user/dana");
      case "foreign user" -> aws("arn:aws:iam::222222222222:user/dana");
      case "role" -> aws("arn:aws:iam::111111111111:role/team/App");
      case "foreign role" -> aws("arn:aws:iam::222222222222:role/team/App");
      case "session" -> aws("arn:aws:sts::111111111111:assumed-role/App/s1");
      case "foreign session" -> aws("arn:aws:sts::222222222222:assumed-role/App/s1");
      case "federated" -> aws("arn:aws:sts::111111111111:federated-user/fred");
      case "service" -> "{\"Service\": \"ec2.amazonaws.com\"}";
      case "provider" -> "{\"Federated\": \"" + OIDC + "\"}";
      case "open" -> aws("<Who>");
      case "open service" -> "{\"Service\": \"<Who>\"}";
      case "open user" -> aws("arn:aws:iam::111111111111:user/<Name>");
      case "open role" -> aws("arn:aws:iam::111111111111:role/<Name>");
      case "open account" -> aws("arn:aws:iam::<Account>:root");
      case "nobody" -> aws("arn:aws:iam::333333333333:root");
      default -> throw new AssertionError(word);
    };
  }

  private static String aws(String value) {
    return "{\"AWS\": \"" + value + "\"}";
  }
}
