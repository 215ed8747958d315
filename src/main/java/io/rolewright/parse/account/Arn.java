package io.rolewright.parse.account;

import io.rolewright.model.AccountNumber;
import java.util.Optional;

/** What the export reader asks of the ARNs of IAM entities. */
final class Arn {

  private Arn() {}

  /** The twelve-digit account of {@code arn:partition:iam::account:…}. */
  static Optional<String> account(String arn) {
    return field(arn).filter(AccountNumber::isOne);
  }

  /** Whether the ARN is of a policy that AWS owns: its account reads {@code aws}. */
  static boolean isAwsManaged(String arn) {
    return field(arn).filter("aws"::equals).isPresent();
  }

  private static Optional<String> field(String arn) {
    String[] fields = arn.split(":", 6);
    return fields.length == 6 && fields[0].equals("arn")
        ? Optional.of(fields[4])
        : Optional.empty();
  }
}
