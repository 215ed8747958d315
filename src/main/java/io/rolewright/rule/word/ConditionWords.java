package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Text;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import java.util.List;
import java.util.Optional;

/** Words about condition tests, and tests with something changed. */
final class ConditionWords {

  private ConditionWords() {}

  static void add(Words words) {
    words.kind(CONDITION);
    words.word(
        "operator",
        CONDITION,
        TEXT,
        "The operator as written; its place is its name's.",
        (scope, c) -> Text.literal(c.operatorAt(), c.operatorName()));
    words.word("key", CONDITION, TEXT, "The key as written.", (scope, c) -> c.key());
    words.word(
        "keyName",
        CONDITION,
        TEXT,
        "The key in lower case, for comparing.",
        (scope, c) -> Text.literal(c.key().origin(), c.keyName()));
    words.word(
        "values", CONDITION, TEXT.list(), "The values that it lists.", (scope, c) -> c.values());
    words.word(
        "base",
        CONDITION,
        TEXT,
        "The operator without set, suffix and negation: `StringLike`, `Bool`, `Null` and so on.",
        (scope, c) -> c.operator().map(ConditionWords::base));
    words.word(
        "negated",
        CONDITION,
        TRUTH,
        "Whether it is one of the `…Not…` operators.",
        (scope, c) -> c.operator().map(ConditionOperator::negated));
    words.word(
        "ifExists",
        CONDITION,
        TRUTH,
        "Whether the operator ends in `IfExists`.",
        (scope, c) -> c.operator().map(ConditionOperator::ifExists));
    words.word(
        "set",
        CONDITION,
        TEXT,
        "`ForAllValues`, `ForAnyValue` or empty.",
        (scope, c) -> c.operator().map(ConditionWords::set));
    words.word(
        "testsMfa",
        CONDITION,
        TRUTH,
        "Whether it tests a key about MFA.",
        (scope, c) -> io.rolewright.rule.trust.Mfa.tests(c));
    changes(words);
  }

  private static String base(ConditionOperator operator) {
    StringBuilder name = new StringBuilder();
    for (String part : operator.comparison().name().split("_")) {
      name.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  private static String set(ConditionOperator operator) {
    return switch (operator.set()) {
      case NONE -> "";
      case FOR_ALL_VALUES -> "ForAllValues";
      case FOR_ANY_VALUE -> "ForAnyValue";
    };
  }

  private static void changes(Words words) {
    words.word(
        "required",
        CONDITION,
        CONDITION,
        "The test with its operator free of `IfExists`.",
        ConditionWords::required);
    words.word(
        "only",
        CONDITION,
        TEXT,
        CONDITION,
        "The test with one value alone.",
        (scope, c, value) -> c.with(List.of(value)));
    words.word(
        "without",
        CONDITION,
        TEXT,
        CONDITION,
        "The test without one of its values; absent if no value is left.",
        ConditionWords::without);
  }

  private static Optional<Condition> required(Scope scope, Condition c) {
    return c.operator()
        .map(ConditionOperator::withoutIfExists)
        .map(
            plain ->
                new Condition(
                    c.origin(),
                    c.operatorAt(),
                    c.operatorName().replaceFirst("IfExists$", ""),
                    Optional.of(plain),
                    c.key(),
                    c.valuesAt(),
                    c.values()));
  }

  private static Optional<Condition> without(Scope scope, Condition c, Text gone) {
    List<Text> left = c.values().stream().filter(v -> v != gone).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(c.with(left));
  }
}
