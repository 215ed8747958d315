package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import java.util.List;
import java.util.Map;

/**
 * Tells conditions that hold whatever their key says. Each kind of key has a few values so far
 * apart that a condition which all of them pass lets everything pass.
 */
public final class Tautology {

  private static final List<String> TEXTS = List.of("zz-sample", "0", "A b/c:d@e.f", "é");
  private static final List<String> ACCOUNTS = List.of("999999999999", "000000000001");
  private static final List<String> ADDRESSES =
      List.of(
          "1.2.3.4",
          "40.5.6.7",
          "77.8.9.10",
          "101.20.30.40",
          "129.50.60.70",
          "165.80.90.100",
          "200.110.120.130",
          "223.140.150.160");
  private static final List<String> BOOLEANS = List.of("true", "false");
  private static final List<String> DATES = List.of("1971-01-01T00:00:00Z", "2200-01-01T00:00:00Z");
  private static final List<String> NUMBERS = List.of("-1000000000", "0", "1", "1000000000");
  private static final List<String> ORGANIZATIONS = List.of("o-zz00000000", "o-aa11111111");

  private static final Map<String, List<String>> BY_KEY =
      Map.ofEntries(
          Map.entry(
              "aws:principalarn",
              List.of("arn:aws:iam::999999999999:user/zz", "arn:aws:iam::000000000001:role/a/b")),
          Map.entry(
              "aws:sourcearn",
              List.of("arn:aws:s3:::zz", "arn:aws:sns:eu-north-1:999999999999:zz")),
          Map.entry("aws:principalaccount", ACCOUNTS),
          Map.entry("aws:sourceaccount", ACCOUNTS),
          Map.entry("aws:vpceaccount", ACCOUNTS),
          Map.entry("aws:principalorgid", ORGANIZATIONS),
          Map.entry("aws:sourceorgid", ORGANIZATIONS),
          Map.entry("aws:vpceorgid", ORGANIZATIONS),
          Map.entry(
              "aws:principalorgpaths",
              List.of("o-zz00000000/r-zz00/ou-zz00-zz000000/", "o-aa11111111/r-aa11/")),
          Map.entry("aws:sourceip", ADDRESSES),
          Map.entry("aws:userid", List.of("AIDAZZZZZZZZZZZZZZZZZ", "AROAAAAAAAAAAAAAAAAAA:a")),
          Map.entry("aws:sourcevpc", List.of("vpc-0zz", "vpc-0123456789abcdef0")),
          Map.entry("aws:sourcevpce", List.of("vpce-0zz", "vpce-0123456789abcdef0")),
          Map.entry(Mfa.PRESENT, BOOLEANS),
          Map.entry(Mfa.AGE, List.of("0", "129600")));

  private static final List<String> SERVICE_ACCOUNTS =
      List.of("system:serviceaccount:zz:zz", "system:serviceaccount:a-b:c.d");

  private Tautology() {}

  /** Whether a positive condition holds for every value that its key can have. */
  public static boolean holdsForEveryValue(Condition condition) {
    if (condition.operator().isEmpty() || condition.operator().get().negated()) {
      return false;
    }
    Comparison comparison = condition.operator().get().comparison();
    if (comparison == Comparison.NULL && !holds(condition, List.of())) {
      return false;
    }
    return samples(condition.keyName(), comparison).stream()
        .allMatch(sample -> holds(condition, List.of(sample)));
  }

  /** Whether it holds even without the key. */
  public static boolean holdsWithoutKey(Condition condition) {
    return holds(condition, List.of());
  }

  /** Whether it holds where the key has this value and no other. */
  public static boolean holdsOf(Condition condition, String value) {
    return holds(condition, List.of(value));
  }

  private static boolean holds(Condition condition, List<String> values) {
    Context context = Context.of(Map.of(condition.keyName(), values));
    Request request =
        new Request(Caller.user(Estate.UNNAMED_ACCOUNT, "x"), "sts:AssumeRole", "*", context);
    return new StatementMatch(request, Estate.UNNAMED_ACCOUNT).holds(condition).isYes();
  }

  private static List<String> samples(String key, Comparison comparison) {
    List<String> known = BY_KEY.get(key);
    if (known != null) {
      return known;
    }
    return switch (comparison) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          NUMBERS;
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          DATES;
      case BOOL -> BOOLEANS;
      case IP_ADDRESS -> ADDRESSES;
      case ARN_EQUALS, ARN_LIKE -> BY_KEY.get("aws:sourcearn");
      default -> texts(key);
    };
  }

  private static List<String> texts(String key) {
    return key.startsWith("oidc.eks.") && key.endsWith(":sub") ? SERVICE_ACCOUNTS : TEXTS;
  }
}
