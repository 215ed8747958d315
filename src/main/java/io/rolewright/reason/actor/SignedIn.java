package io.rolewright.reason.actor;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Intervals;
import java.math.BigDecimal;

/**
 * That the caller signed in with an MFA device more than so many seconds ago.
 *
 * @param seconds such as 3600
 */
record SignedIn(long seconds) implements Say {

  @Override
  public Formula of(Key key) {
    return switch (key.name()) {
      case "aws:multifactorauthpresent" -> key.exactly("true");
      case "aws:multifactorauthage" ->
          key.exactly(Intervals.atLeast(BigDecimal.valueOf(seconds + 1)));
      default -> key.free();
    };
  }
}
