package io.rolewright.rule.trust;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.Arn;
import io.rolewright.model.Condition;
import io.rolewright.model.Text;
import java.util.Optional;

/** Accounts that condition values name. */
public final class Named {

  private Named() {}

  /** The account that a value of {@code aws:PrincipalAccount} or {@code aws:PrincipalArn} names. */
  public static Optional<Text> in(Condition condition, Text value) {
    Optional<Text> account =
        switch (condition.keyName()) {
          case "aws:principalaccount" -> Optional.of(value);
          case "aws:principalarn" -> Arn.of(value).map(Arn::account);
          default -> Optional.empty();
        };
    return account.filter(a -> a.plain().filter(AccountNumber::isOne).isPresent());
  }
}
