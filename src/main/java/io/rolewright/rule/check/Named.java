package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.model.Text;
import java.util.List;
import java.util.Optional;

/** Accounts that condition values name. */
final class Named {

  private Named() {}

  /** The account that a value of {@code aws:PrincipalAccount} or {@code aws:PrincipalArn} names. */
  static Optional<Text> in(Condition condition, Text value) {
    Optional<Text> account =
        switch (condition.keyName()) {
          case "aws:principalaccount" -> Optional.of(value);
          case "aws:principalarn" -> inArn(value);
          default -> Optional.empty();
        };
    return account.filter(a -> a.plain().filter(AccountNumbers::isOne).isPresent());
  }

  private static Optional<Text> inArn(Text arn) {
    List<Text> pieces = arn.split(':', 6);
    return pieces.size() == 6 ? Optional.of(pieces.get(4)) : Optional.empty();
  }
}
