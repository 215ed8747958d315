package io.rolewright.rule.word;

import io.rolewright.model.Arn;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Estate.Relation;
import io.rolewright.rule.lang.Scope;
import java.util.Optional;
import java.util.Set;

/** Tests of the keys in which a service says for whom it acts. */
final class Sources {

  private static final String ARN = "aws:sourcearn";
  private static final String ACCOUNT = "aws:sourceaccount";
  private static final Set<String> KEYS =
      Set.of(ARN, ACCOUNT, "aws:sourceorgid", "aws:sourceorgpaths");

  private Sources() {}

  static boolean tests(Condition condition) {
    return KEYS.contains(condition.keyName());
  }

  /**
   * Whether a test lets through what belongs to others only: accounts and organisations that are
   * known to be neither one's own nor trusted.
   */
  static boolean foreign(Scope scope, Condition condition) {
    boolean positive = condition.operator().map(o -> !o.negated() && !o.ifExists()).orElse(false);
    return tests(condition)
        && positive
        && !condition.operator().map(Sources::isNull).orElse(true)
        && !condition.values().isEmpty()
        && condition.values().stream().allMatch(value -> foreign(scope, condition, value));
  }

  private static boolean isNull(ConditionOperator operator) {
    return operator.comparison() == ConditionOperator.Comparison.NULL;
  }

  private static boolean foreign(Scope scope, Condition condition, Text value) {
    return switch (condition.keyName()) {
      case ARN -> Arn.of(value).map(Arn::account).filter(a -> external(scope, a)).isPresent();
      case ACCOUNT -> external(scope, value);
      default -> ofOthers(scope.estate(), value);
    };
  }

  private static boolean external(Scope scope, Text account) {
    boolean number = account.plain().filter(a -> a.length() == 12).isPresent();
    return number
        && !account.hasWildcard()
        && scope.role().map(r -> scope.estate().relation(account, r)).orElse(Relation.UNTOLD)
            == Relation.EXTERNAL;
  }

  private static boolean ofOthers(Estate estate, Text organization) {
    Optional<String> id = organization.plain().map(o -> o.split("/", 2)[0]);
    return !estate.ownOrganizations().isEmpty()
        && id.filter(o -> o.startsWith("o-") && !o.contains("*")).isPresent()
        && !estate.ownOrganizations().contains(id.get());
  }
}
