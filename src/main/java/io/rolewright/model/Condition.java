package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One test of a condition block: an operator, a key and its values (R1.26).
 *
 * @param origin the member {@code "key": values}
 * @param operatorAt the operator's name
 * @param operatorName as written
 * @param operator as understood; absent where the name is none of AWS's
 * @param key as written
 * @param valuesAt all values
 * @param values alternatives under a positive operator, all excluded under a negated one
 */
public record Condition(
    Origin origin,
    Origin operatorAt,
    String operatorName,
    Optional<ConditionOperator> operator,
    Text key,
    Origin valuesAt,
    List<Text> values) {

  public Condition {
    values = List.copyOf(values);
  }

  /** This test with another operator. */
  public Condition with(ConditionOperator other) {
    return new Condition(
        origin, operatorAt, operatorName, Optional.of(other), key, valuesAt, values);
  }

  /** This test with other values. */
  public Condition with(List<Text> others) {
    return new Condition(origin, operatorAt, operatorName, operator, key, valuesAt, others);
  }

  /** The key's name in lower case, which is how keys compare (R1.28). */
  public String keyName() {
    return key.shown().toLowerCase(Locale.ROOT);
  }
}
