package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Oracle;
import java.util.Collection;
import java.util.List;

/** Asks Z3 about literals: its theory of strings decides many that join fields. */
public final class StringOracle implements Oracle {

  private final Z3 z3;

  /** One that asks {@code z3}, which whoever made it closes. */
  public StringOracle(Z3 z3) {
    this.z3 = z3;
  }

  @Override
  public Opinion ask(Collection<Literal> literals, Domains domains) {
    Literals asked = new Literals(literals, domains);
    Reply reply = z3.ask(asked.question());
    if (reply instanceof Reply.Unknown unknown) {
      return new Opinion.Unknown(unknown.reason());
    }
    if (reply instanceof Reply.Unsat) {
      return new Opinion.Impossible(List.copyOf(literals));
    }
    Assignment request = asked.request(((Reply.Sat) reply).values());
    return literals.stream().allMatch(literal -> literal.holds(request))
        ? new Opinion.Possible(request)
        : new Opinion.Unknown("what Z3 was asked was not the whole question");
  }
}
