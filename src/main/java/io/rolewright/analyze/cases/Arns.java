package io.rolewright.analyze.cases;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.PlainArn;
import java.util.Optional;

/** Checks the ARNs of callers and resources. */
final class Arns {

  private Arns() {}

  /** The account in an ARN, if it is a number. */
  static Optional<String> account(String arn) {
    return PlainArn.accountOf(arn).filter(AccountNumber::isOne);
  }

  /** The last part of an ARN. */
  static String resource(String arn) {
    return PlainArn.of(arn).map(PlainArn::resource).orElse("");
  }

  /** What is wrong with the ARN of a resource; nothing where it is one, or {@code *}. */
  static Optional<String> resourceFault(String arn) {
    if (arn.equals("*")) {
      return Optional.empty();
    }
    Optional<PlainArn> plain = PlainArn.of(arn).filter(a -> !a.service().isEmpty());
    if (plain.isEmpty()) {
      return Optional.of(
          "is no ARN; write `arn:partition:service:region:account:resource`, or `*`");
    }
    String account = plain.get().account();
    boolean legal = account.isEmpty() || account.equals("aws") || AccountNumber.isOne(account);
    return legal
        ? Optional.empty()
        : Optional.of("has `" + account + "` where the account's twelve digits stand");
  }
}
