package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Literal;
import java.util.HashSet;
import java.util.List;

/** Asks an oracle what the theories left open, and believes no values without a look. */
final class OracleCheck {

  /** An oracle takes time, of which steps know nothing: so a question has few of these. */
  static final long STEPS_PER_QUESTION = 200_000;

  private final Oracle oracle;
  private final Domains domains;

  OracleCheck(Oracle oracle, Domains domains) {
    this.oracle = oracle;
    this.domains = domains;
  }

  Finding check(List<Literal> group, Finding.Open left, SearchBudget budget) {
    if (!budget.spend(STEPS_PER_QUESTION)) {
      return left;
    }
    Oracle.Opinion opinion = oracle.ask(group, domains);
    if (opinion instanceof Oracle.Opinion.Possible possible) {
      return suits(possible.values(), group)
          ? new Finding.Values(possible.values())
          : open(left, "the values of the other solver do not hold");
    }
    if (opinion instanceof Oracle.Opinion.Impossible none) {
      List<Literal> core = none.core();
      boolean told = new HashSet<>(group).containsAll(core);
      return new Finding.Conflicts(List.of(Lemma.ofOracle(told ? core : group)));
    }
    return open(left, ((Oracle.Opinion.Unknown) opinion).reason());
  }

  private static Finding open(Finding.Open left, String reason) {
    return new Finding.Open(left.literals(), left.reason() + "; " + reason);
  }

  private boolean suits(Assignment values, List<Literal> group) {
    return group.stream().allMatch(literal -> literal.holds(values))
        && group.stream()
            .flatMap(literal -> literal.atom().fields().stream())
            .allMatch(field -> domains.allow(values, field));
  }
}
