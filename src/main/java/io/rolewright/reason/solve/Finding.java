package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Literal;
import java.util.List;

/** What the theories found out about literals that are all to hold. */
sealed interface Finding {

  /** With these values they do. */
  record Values(Assignment values) implements Finding {}

  /** They cannot, for each of these reasons alone; at least one. */
  record Conflicts(List<Lemma> lemmas) implements Finding {}

  /** Of these nothing is known. */
  record Open(List<Literal> literals, String reason) implements Finding {}
}
