package io.rolewright.simulate.explain;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;

/** A condition in words. */
final class Demand {

  private static final int MOST_VALUES = 3;

  /** All other credentials of users say whether they were got with MFA (R4.1). */
  private static final String LONG_TERM_KEY = "these credentials are a long-term key without MFA";

  private Demand() {}

  /** What the condition asks for, behind "allows it only". */
  static String words(Condition condition) {
    String key = condition.key().shown();
    KeyFamily family = KeyFamily.of(key);
    if (condition.operator().isEmpty()) {
      return "by the operator `" + condition.operatorName() + "`, which AWS does not know";
    }
    ConditionOperator operator = condition.operator().get();
    if (operator.comparison() == Comparison.NULL) {
      boolean absent = condition.values().stream().anyMatch(v -> v.shown().equals("true"));
      return absent ? "without `" + key + "`" : "with `" + key + "` in the request";
    }
    boolean switched = family == KeyFamily.MFA || family == KeyFamily.TRANSPORT;
    if (switched && is(condition, "false")) {
      return family == KeyFamily.MFA ? "without MFA" : "without TLS";
    }
    if (switched && !is(condition, "true")) {
      return KeyFamily.OTHER.demand(key, values(condition));
    }
    return family.demand(key, values(condition));
  }

  /** What the request has in place of what the condition asks for. */
  static String given(Condition condition, Request request) {
    String key = condition.key().shown();
    List<String> given = request.context().get(key);
    KeyFamily family = KeyFamily.of(key);
    boolean session = request.principal().kind() == Caller.Kind.ROLE_SESSION;
    if (family == KeyFamily.MFA && session && !given.contains("true")) {
      return "sessions of roles carry no MFA";
    }
    if (given.isEmpty()) {
      boolean longTerm = family == KeyFamily.MFA && request.principal().kind() == Caller.Kind.USER;
      return longTerm ? LONG_TERM_KEY : family.absent();
    }
    if (family == KeyFamily.MFA && given.contains("true")) {
      return "these credentials were got with MFA";
    }
    if (family == KeyFamily.TRANSPORT && given.contains("true")) {
      return "this request is over TLS";
    }
    return family.given(key, quoted(given));
  }

  /** The values as the operator takes them: {@code other than `a` or `b`}. */
  static String values(Condition condition) {
    ConditionOperator operator = condition.operator().orElseThrow();
    String values = alternatives(condition.values().stream().map(Text::shown).toList());
    if (operator.comparison() == Comparison.IP_ADDRESS) {
      return (operator.negated() ? "outside " : "in ") + values;
    }
    String words = comparison(operator.comparison()) + values;
    return operator.negated() ? "other than " + words : words;
  }

  private static String comparison(Comparison comparison) {
    return switch (comparison) {
      case NUMERIC_LESS_THAN -> "less than ";
      case NUMERIC_LESS_THAN_EQUALS -> "at most ";
      case NUMERIC_GREATER_THAN -> "more than ";
      case NUMERIC_GREATER_THAN_EQUALS -> "at least ";
      case DATE_LESS_THAN -> "before ";
      case DATE_LESS_THAN_EQUALS -> "at the latest at ";
      case DATE_GREATER_THAN -> "after ";
      case DATE_GREATER_THAN_EQUALS -> "at the earliest at ";
      default -> "";
    };
  }

  private static boolean is(Condition condition, String value) {
    return condition.values().stream().anyMatch(v -> v.shown().equalsIgnoreCase(value));
  }

  /** {@code `a`, `b` or `c`}; of many the first few. */
  static String alternatives(List<String> values) {
    return joined(values, " or one of ", " or ");
  }

  /** {@code `a`, `b` and `c`}; of many the first few. */
  static String listed(List<String> values) {
    return joined(values, " and ", " and ");
  }

  private static String joined(List<String> values, String rest, String link) {
    List<String> shown = new ArrayList<>();
    values.stream().limit(MOST_VALUES).forEach(v -> shown.add("`" + v + "`"));
    if (values.size() > MOST_VALUES) {
      return String.join(", ", shown) + rest + (values.size() - MOST_VALUES) + " more";
    }
    if (shown.size() < 2) {
      return String.join("", shown);
    }
    String last = shown.remove(shown.size() - 1);
    return String.join(", ", shown) + link + last;
  }

  /** {@code `a` and `b`}. */
  static String quoted(List<String> values) {
    return String.join(" and ", values.stream().map(v -> "`" + v + "`").toList());
  }
}
