package io.rolewright.simulate;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.Text;
import java.util.List;

/**
 * Evaluates conditions against a context (section 1.5 of the semantics).
 *
 * <p>Keys are joined by AND, the values of one key by OR, under a negated operator by NOR (R1.26).
 */
final class Conditions {

  private final Context context;
  private final Values values;

  Conditions(Context context, String ownAccount) {
    this.context = context;
    this.values = new Values(new Matching(context, ownAccount));
  }

  /** Whether all conditions hold; an empty block holds (R1.8). */
  Truth all(List<Condition> conditions) {
    Truth all = Truth.YES;
    for (Condition condition : conditions) {
      all = all.and(holds(condition));
      if (all.isNo()) {
        return all;
      }
    }
    return all;
  }

  /** Whether one condition holds. An operator or key that is not known makes it unknown. */
  Truth holds(Condition condition) {
    if (condition.operator().isEmpty() || condition.key().hasUnknown()) {
      return Truth.UNKNOWN;
    }
    ConditionOperator operator = condition.operator().get();
    List<String> present = context.get(condition.keyName());
    if (operator.comparison() == Comparison.NULL) {
      return isNull(condition, present.isEmpty());
    }
    if (present.isEmpty()) {
      return Truth.of(absent(operator));
    }
    return switch (operator.set()) {
      case FOR_ALL_VALUES -> forAll(condition, operator, present);
      case FOR_ANY_VALUE -> forAny(condition, operator, present);
      case NONE -> plain(condition, operator, present);
    };
  }

  /** What an operator makes of an absent key (R1.29, R1.30, R1.35; U12 option A). */
  private static boolean absent(ConditionOperator operator) {
    if (operator.ifExists() || operator.set() == SetQualifier.FOR_ALL_VALUES) {
      return true;
    }
    return operator.set() == SetQualifier.NONE && operator.negated();
  }

  /** R1.31. */
  private static Truth isNull(Condition condition, boolean absent) {
    Truth any = Truth.NO;
    for (Text value : condition.values()) {
      any = any.or(Values.isBoolean(value, absent ? "true" : "false"));
    }
    return any;
  }

  /**
   * No qualifier. A key of several values is taken as any-match, negated as none-match (R1.36, U13
   * option A).
   */
  private Truth plain(Condition condition, ConditionOperator operator, List<String> present) {
    Truth any = Truth.NO;
    for (String value : present) {
      any = any.or(matchesAny(condition, operator, value));
    }
    return operator.negated() ? any.not() : any;
  }

  private Truth forAll(Condition condition, ConditionOperator operator, List<String> present) {
    Truth all = Truth.YES;
    for (String value : present) {
      Truth one = matchesAny(condition, operator, value);
      all = all.and(operator.negated() ? one.not() : one);
    }
    return all;
  }

  private Truth forAny(Condition condition, ConditionOperator operator, List<String> present) {
    Truth any = Truth.NO;
    for (String value : present) {
      Truth one = matchesAny(condition, operator, value);
      any = any.or(operator.negated() ? one.not() : one);
    }
    return any;
  }

  private Truth matchesAny(Condition condition, ConditionOperator operator, String value) {
    Truth any = Truth.NO;
    for (Text text : condition.values()) {
      any = any.or(values.matches(operator.comparison(), text, value));
    }
    return any;
  }
}
