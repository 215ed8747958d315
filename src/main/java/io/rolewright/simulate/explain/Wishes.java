package io.rolewright.simulate.explain;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a condition key that may make a test hold, or fail. They are guesses: whoever uses them
 * tries them out.
 */
final class Wishes {

  private static final int MOST_VALUES = 3;
  private static final String EARLY = "1970-01-01T00:00:01Z";
  private static final String LATE = "2999-12-31T00:00:00Z";
  private static final List<String> ELSEWHERE = List.of("192.0.2.1", "198.51.100.1");

  private final Request request;

  Wishes(Request request) {
    this.request = request;
  }

  /** Changes of the request after which the test may hold, or after which it may fail. */
  List<Change.Send> of(Condition condition, boolean holds) {
    List<Change.Send> wishes = new ArrayList<>();
    String key = condition.key().shown();
    if (condition.operator().isEmpty() || condition.key().hasUnknown() || !canChange(key)) {
      return wishes;
    }
    ConditionOperator operator = condition.operator().get();
    if (operator.comparison() == Comparison.NULL) {
      presence(key, condition, holds, wishes);
    } else if (operator.negated() == holds) {
      avoid(key, condition, operator, wishes);
    } else {
      meet(key, condition, operator, wishes);
    }
    return wishes;
  }

  /** Nobody changes who he is; and MFA devices belong to users (R4.1). */
  private boolean canChange(String key) {
    KeyFamily family = KeyFamily.of(key);
    boolean mfa = family == KeyFamily.MFA || family == KeyFamily.MFA_AGE;
    boolean person =
        request.principal().kind() == Caller.Kind.USER
            || request.principal().kind() == Caller.Kind.ROOT;
    return family != KeyFamily.CALLER
        && family != KeyFamily.OWNER
        && family != KeyFamily.WAY
        && (!mfa || person)
        && PossibleKeys.canBePresent(key, request.action());
  }

  private void presence(String key, Condition condition, boolean holds, List<Change.Send> wishes) {
    boolean wantsAbsent = condition.values().stream().anyMatch(v -> v.shown().equals("true"));
    if (wantsAbsent == holds) {
      drop(key, wishes);
    } else if (KeyFamily.of(key) == KeyFamily.MFA) {
      wishes.add(signIn(key, "0", withMfa()));
    } else {
      send(key, List.of("example"), "of your choice", wishes);
    }
  }

  /** Values that the condition's values match. */
  private void meet(
      String key, Condition condition, ConditionOperator operator, List<Change.Send> wishes) {
    List<String> given = request.context().get(key);
    if (operator.set() == SetQualifier.FOR_ALL_VALUES && given.size() > 1) {
      keepMatching(key, condition, given, wishes);
    }
    for (Text text : condition.values().stream().limit(MOST_VALUES).toList()) {
      Optional<String> value = MatchingValues.of(operator.comparison(), text, request.context());
      value.ifPresent(v -> meet(key, condition, text, v, wishes));
      variable(text, given, wishes);
    }
    if (operator.ifExists()) {
      drop(key, wishes);
    }
  }

  /** Where a value is a policy variable and nothing else, that key may take the given value. */
  private void variable(Text text, List<String> given, List<Change.Send> wishes) {
    if (text.parts().size() == 1 && text.variables().size() == 1 && given.size() == 1) {
      String key = text.variables().get(0).key();
      if (canChange(key)) {
        send(key, given, "`" + given.get(0) + "`", wishes);
      }
    }
  }

  private void meet(
      String key, Condition condition, Text text, String value, List<Change.Send> wishes) {
    switch (KeyFamily.of(key)) {
      case MFA -> mfa(key, value, wishes);
      case MFA_AGE ->
          wishes.add(
              signIn(
                  "aws:MultiFactorAuthPresent",
                  value,
                  KeyFamily.MFA_AGE.change(key, words(condition, text, value))));
      default -> send(key, List.of(value), words(condition, text, value), wishes);
    }
  }

  private void mfa(String key, String value, List<Change.Send> wishes) {
    if (value.equalsIgnoreCase("true")) {
      wishes.add(signIn(key, "0", withMfa()));
    } else {
      wishes.add(
          new Change.Send(
              Map.of(key, List.of(value), "aws:MultiFactorAuthAge", List.of()),
              "call with temporary credentials got without MFA"));
    }
  }

  /** Long-term keys carry no MFA, but a call to AssumeRole can (R4.1). */
  private String withMfa() {
    boolean user = request.principal().kind() == Caller.Kind.USER;
    boolean longTerm = user && !request.context().has("aws:MultiFactorAuthPresent");
    return longTerm && request.action().equals("sts:AssumeRole")
        ? "sign in with MFA (or pass `SerialNumber` and `TokenCode`)"
        : KeyFamily.MFA.change("", "");
  }

  private static Change.Send signIn(String key, String age, String words) {
    return new Change.Send(
        Map.of(key, List.of("true"), "aws:MultiFactorAuthAge", List.of(age)), words);
  }

  /** The value in words; of a pattern also the pattern. */
  private static String words(Condition condition, Text text, String value) {
    ConditionOperator operator = condition.operator().orElseThrow();
    return switch (operator.comparison()) {
      case NUMERIC_EQUALS, STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, DATE_EQUALS, BOOL ->
          "`" + value + "`";
      case STRING_LIKE, ARN_LIKE, ARN_EQUALS ->
          text.hasWildcard()
              ? "`" + value + "` or another like `" + text.shown() + "`"
              : "`" + value + "`";
      default -> Demand.values(condition.with(positive(operator)).with(List.of(text)));
    };
  }

  private static ConditionOperator positive(ConditionOperator o) {
    return new ConditionOperator(o.comparison(), false, o.set(), o.ifExists());
  }

  /** Values that none of the condition's values matches, or no value at all. */
  private void avoid(
      String key, Condition condition, ConditionOperator operator, List<Change.Send> wishes) {
    if (request.context().has(key)) {
      drop(key, wishes);
    }
    if (operator.comparison() == Comparison.BOOL) {
      boolean yes = condition.values().stream().anyMatch(v -> v.shown().equals("true"));
      meet(key, condition, condition.values().get(0), yes ? "false" : "true", wishes);
      return;
    }
    for (String value : others(condition, operator)) {
      send(key, List.of(value), Demand.values(condition.with(negative(operator))), wishes);
    }
  }

  private static ConditionOperator negative(ConditionOperator o) {
    return new ConditionOperator(o.comparison(), true, o.set(), o.ifExists());
  }

  private static List<String> others(Condition condition, ConditionOperator operator) {
    return switch (operator.comparison()) {
      case IP_ADDRESS -> ELSEWHERE;
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          List.of(EARLY, LATE);
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          List.of(
              MatchingValues.beyond(condition.values(), BigDecimal.ONE),
              MatchingValues.beyond(condition.values(), BigDecimal.ONE.negate()));
      default -> List.of("other");
    };
  }

  private void keepMatching(
      String key, Condition condition, List<String> given, List<Change.Send> wishes) {
    List<String> kept =
        given.stream()
            .filter(g -> condition.values().stream().anyMatch(v -> MatchingValues.isLike(v, g)))
            .toList();
    if (!kept.isEmpty() && kept.size() < given.size()) {
      send(key, kept, Demand.quoted(kept) + " only", wishes);
    }
  }

  private void drop(String key, List<Change.Send> wishes) {
    String words = KeyFamily.of(key).drop(key);
    if (!words.isEmpty() && request.context().has(key)) {
      wishes.add(new Change.Send(Map.of(key, List.of()), words));
    }
  }

  private void send(String key, List<String> values, String valueWords, List<Change.Send> wishes) {
    String words = KeyFamily.of(key).change(key, valueWords);
    if (!words.isEmpty() && !request.context().get(key).equals(values)) {
      wishes.add(new Change.Send(Map.of(key, values), words));
    }
  }
}
