package io.rolewright.analyze.scenario;

import io.rolewright.model.AccountNumber;
import io.rolewright.parse.tree.ScalarNode;
import java.util.Optional;

/** Account numbers as scenarios write them. */
final class Accounts {

  /** What to do about a number that is none. */
  static final String ADVICE = "write all twelve digits in quotes, leading zeros too";

  private Accounts() {}

  /** The account number of a field. */
  static Optional<String> read(Fields fields, String name, Problems problems) {
    Optional<ScalarNode> scalar = fields.scalar(name);
    if (scalar.isPresent() && !AccountNumber.isOne(scalar.get().text())) {
      problems.error(
          "`" + scalar.get().text() + "` is no account number; " + ADVICE, scalar.get().origin());
      return Optional.empty();
    }
    return scalar.map(ScalarNode::text);
  }
}
