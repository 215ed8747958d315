package io.rolewright.rule.trust;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.Arn;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts that condition values name. */
public final class Named {

  private Named() {}

  /**
   * The accounts that conditions pick out of everyone: those of the statement, and negated ones of
   * the policy's Denies, which spare whom they name. Each is where the value that names it is.
   */
  public static List<Text> picked(PolicyDocument policy, Statement statement) {
    List<Text> picked = new ArrayList<>();
    statement.conditions().forEach(condition -> add(condition, picked));
    policy.statements().stream()
        .filter(Statement::isDeny)
        .flatMap(deny -> deny.conditions().stream())
        .filter(c -> c.operator().filter(ConditionOperator::negated).isPresent())
        .forEach(condition -> add(condition, picked));
    return picked;
  }

  private static void add(Condition condition, List<Text> into) {
    for (Text value : condition.values()) {
      in(condition, value)
          .flatMap(Text::plain)
          .ifPresent(number -> into.add(Text.literal(value.origin(), number)));
    }
  }

  /** The account that a value of {@code aws:PrincipalAccount} or {@code aws:PrincipalArn} names. */
  private static Optional<Text> in(Condition condition, Text value) {
    Optional<Text> account =
        switch (condition.keyName()) {
          case "aws:principalaccount" -> Optional.of(value);
          case "aws:principalarn" -> Arn.of(value).map(Arn::account);
          default -> Optional.empty();
        };
    return account.filter(a -> a.plain().filter(AccountNumber::isOne).isPresent());
  }
}
