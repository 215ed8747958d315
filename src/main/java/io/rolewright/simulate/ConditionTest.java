package io.rolewright.simulate;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether one condition holds in a request (section 1.5 of the semantics): the values of its key
 * are joined by OR, under a negated operator by NOR (R1.26).
 */
final class ConditionTest {

  private final Condition condition;
  private final Optional<ConditionOperator> operator;
  private final String key;
  private final Text[] values;
  private final String[] shownValues; // worked out when first asked for
  private String shown; // likewise
  private final boolean unknownKey;
  private final List<Operand> operands = new ArrayList<>();
  private final Assumptions assumptions;

  private ConditionTest(Condition condition, Assumptions assumptions) {
    this.condition = condition;
    this.assumptions = assumptions;
    this.operator = operator(condition, assumptions);
    this.key = condition.keyName();
    this.values = condition.values().toArray(Text[]::new);
    this.shownValues = new String[values.length];
    this.unknownKey = condition.key().hasUnknown();
    operator
        .map(ConditionOperator::comparison)
        .filter(c -> c != Comparison.NULL)
        .ifPresent(c -> condition.values().forEach(v -> operands.add(operand(c, v))));
  }

  static ConditionTest of(Condition condition, Assumptions assumptions) {
    return new ConditionTest(condition, assumptions);
  }

  private Operand operand(Comparison comparison, Text value) {
    return Operand.of(comparison, value, assumptions);
  }

  private static Optional<ConditionOperator> operator(
      Condition condition, Assumptions assumptions) {
    return assumptions.isB(Uncertainty.U7)
        ? condition.operator().or(() -> ConditionOperator.namedInAnyCase(condition.operatorName()))
        : condition.operator();
  }

  /** An operator or key that is not known makes the answer unknown. */
  Truth holds(Facts facts, Trail trail) {
    trail.begin();
    if (operator.isEmpty() || unknownKey) {
      Cause cause =
          unknownKey || condition.operatorName().isEmpty() ? Cause.UNKNOWN : Cause.UNKNOWN_OPERATOR;
      return ended(trail, Truth.UNKNOWN, cause, List.of());
    }
    List<String> given = facts.context().getLower(key);
    if (operator.get().comparison() == Comparison.NULL) {
      return isNull(given, trail);
    }
    boolean qualified = operator.get().set() != SetQualifier.NONE;
    // a set of nothing but empty strings is no value at all to the set operators (R1.35)
    if (given.isEmpty() || qualified && given.stream().allMatch(String::isEmpty)) {
      return absent(trail);
    }
    return present(operator.get(), given, facts, trail);
  }

  private Truth present(ConditionOperator operator, List<String> given, Facts facts, Trail trail) {
    boolean plain = operator.set() == SetQualifier.NONE;
    if (plain
        && assumptions.isB(Uncertainty.U13)
        && Variables.isMultivalued(key, facts.context())) {
      return ended(trail, Truth.NO, Cause.NOT_QUALIFIED, given);
    }
    if (operands.isEmpty()) {
      return ended(trail, withoutValues(operator), Cause.NO_VALUES, given);
    }
    if (operator.negated() && assumptions.isB(Uncertainty.U11) && !allReadable(given, facts)) {
      return ended(trail, Truth.NO, Cause.UNREADABLE_OPERAND, given);
    }
    Truth holds =
        switch (operator.set()) {
          case FOR_ALL_VALUES -> forAll(operator, given, facts, trail);
          case FOR_ANY_VALUE -> forAny(operator, given, facts, trail);
          // a key of several values: any may match, negated none may (R1.36, U13 option A)
          case NONE ->
              operator.negated()
                  ? forAll(operator, given, facts, trail)
                  : forAny(operator, given, facts, trail);
        };
    return ended(trail, holds, Cause.PARTS, given);
  }

  /** What an operator makes of an absent key (R1.29, R1.30, R1.35). */
  private Truth absent(Trail trail) {
    ConditionOperator op = operator.orElseThrow();
    if (op.ifExists()) {
      return ended(trail, Truth.YES, Cause.ABSENT_AND_IF_EXISTS, List.of());
    }
    if (op.set() == SetQualifier.FOR_ALL_VALUES) {
      return ended(trail, Truth.YES, Cause.ABSENT_AND_FOR_ALL, List.of());
    }
    boolean negated = op.negated();
    if (op.set() == SetQualifier.FOR_ANY_VALUE && !(negated && assumptions.isB(Uncertainty.U12))) {
      return ended(trail, Truth.NO, Cause.ABSENT_AND_FOR_ANY, List.of());
    }
    boolean emptyListHolds =
        op.set() == SetQualifier.NONE && operands.isEmpty() && assumptions.isB(Uncertainty.U14);
    if (emptyListHolds) {
      return ended(trail, Truth.YES, Cause.NO_VALUES, List.of());
    }
    Cause cause = negated ? Cause.ABSENT_AND_NEGATED : Cause.KEY_ABSENT;
    return ended(trail, Truth.of(negated), cause, List.of());
  }

  /** R1.42, with a key that is present. */
  private Truth withoutValues(ConditionOperator op) {
    boolean plain = op.set() == SetQualifier.NONE;
    return Truth.of(op.negated() || plain && assumptions.isB(Uncertainty.U14));
  }

  /** R1.31. */
  private Truth isNull(List<String> given, Trail trail) {
    boolean absent = given.isEmpty();
    Cause known = absent ? Cause.KEY_ABSENT : Cause.KEY_PRESENT;
    Truth any = Truth.NO;
    for (int i = 0; i < values.length; i++) {
      Optional<String> written = values[i].plain();
      Truth one = written.map(v -> Truth.of(isSame(v, absent))).orElse(Truth.UNKNOWN);
      any = any.or(one);
      if (trail.isKept()) {
        trail.value(values[i], shown(i), one, one == Truth.UNKNOWN ? Cause.UNKNOWN : known);
      }
    }
    return ended(trail, any, any == Truth.UNKNOWN ? Cause.UNKNOWN : known, given);
  }

  private static boolean isSame(String written, boolean absent) {
    return written.equalsIgnoreCase(String.valueOf(absent));
  }

  private Truth forAll(ConditionOperator op, List<String> given, Facts facts, Trail trail) {
    Truth all = Truth.YES;
    for (String value : given) {
      Truth one = matchesAny(value, facts, trail);
      all = all.and(op.negated() ? one.not() : one);
    }
    return all;
  }

  private Truth forAny(ConditionOperator op, List<String> given, Facts facts, Trail trail) {
    Truth any = Truth.NO;
    for (String value : given) {
      Truth one = matchesAny(value, facts, trail);
      any = any.or(op.negated() ? one.not() : one);
    }
    return any;
  }

  private Truth matchesAny(String given, Facts facts, Trail trail) {
    Truth any = Truth.NO;
    for (int i = 0; i < operands.size(); i++) {
      Truth one = operands.get(i).matches(given, facts);
      any = any.or(one);
      if (trail.isKept()) {
        Cause cause = operands.get(i).cause(one, given, facts);
        trail.value(values[i], shown(i), one, cause);
      } else if (any.isYes()) {
        return any;
      }
    }
    return any;
  }

  private boolean allReadable(List<String> given, Facts facts) {
    return operands.stream()
        .allMatch(o -> given.stream().allMatch(value -> o.isReadable(value, facts)));
  }

  private String shown() {
    if (shown == null) {
      // an open block has no operator
      shown = (condition.operatorName() + " " + condition.key().shown()).strip();
    }
    return shown;
  }

  private String shown(int value) {
    if (shownValues[value] == null) {
      shownValues[value] = values[value].shown();
    }
    return shownValues[value];
  }

  private Truth ended(Trail trail, Truth holds, Cause cause, List<String> given) {
    if (trail.isKept()) {
      trail.end(Step.Kind.CONDITION, condition.origin(), shown(), holds, cause, given);
    }
    return holds;
  }
}
