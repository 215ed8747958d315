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

  /** The key's name in lower case, which is how keys compare (R1.28). */
  public String keyName() {
    return key.shown().toLowerCase(Locale.ROOT);
  }
}
