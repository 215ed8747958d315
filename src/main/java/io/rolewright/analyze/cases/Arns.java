package io.rolewright.analyze.cases;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.Arn;
import io.rolewright.model.Text;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import java.util.function.Function;

/** Checks the ARNs of callers and resources. */
final class Arns {

  private static final Origin NOWHERE = SourceFile.unread("").whole();

  private Arns() {}

  /** The account in an ARN, if it is a number. */
  static Optional<String> account(String arn) {
    return piece(arn, Arn::account).filter(AccountNumber::isOne);
  }

  /** The last part of an ARN. */
  static String resource(String arn) {
    return piece(arn, Arn::resource).orElse("");
  }

  static String service(String arn) {
    return piece(arn, Arn::service).orElse("");
  }

  private static Optional<String> piece(String arn, Function<Arn, Text> accessor) {
    return parsed(arn).map(accessor).map(Text::shown);
  }

  private static Optional<Arn> parsed(String arn) {
    Text text = Text.literal(NOWHERE, arn);
    return Arn.of(text).filter(a -> a.scheme().is("arn") && !a.partition().parts().isEmpty());
  }

  /** What is wrong with the ARN of a resource; nothing where it is one, or {@code *}. */
  static Optional<String> resourceFault(String arn) {
    if (arn.equals("*")) {
      return Optional.empty();
    }
    Optional<Arn> parsed = parsed(arn);
    boolean whole =
        parsed.isPresent()
            && !parsed.get().service().parts().isEmpty()
            && !parsed.get().resource().parts().isEmpty();
    if (!whole) {
      return Optional.of(
          "is no ARN; write `arn:partition:service:region:account:resource`, or `*`");
    }
    String account = parsed.get().account().shown();
    boolean legal = account.isEmpty() || account.equals("aws") || AccountNumber.isOne(account);
    return legal
        ? Optional.empty()
        : Optional.of("has `" + account + "` where the account's twelve digits stand");
  }
}
