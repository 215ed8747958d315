package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Oracle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Asks Z3 about literals: its theory of strings decides many that join fields. */
public final class StringOracle implements Oracle {

  /** Of more literals no core is looked for, which takes a question each. */
  private static final int MOST_TO_SORT_OUT = 12;

  private final Z3 z3;

  /** One that asks {@code z3}, which whoever made it closes. */
  public StringOracle(Z3 z3) {
    this.z3 = z3;
  }

  @Override
  public Opinion ask(Collection<Literal> literals, Domains domains) {
    Opinion opinion = possible(literals, domains);
    return opinion instanceof Opinion.Impossible ? core(literals, domains) : opinion;
  }

  /** The same, and what is impossible is so as a whole. */
  Opinion possible(Collection<Literal> literals, Domains domains) {
    Literals wide = new Literals(literals, domains, false);
    Reply reply = z3.ask(wide.question());
    if (reply instanceof Reply.Unsat) {
      return new Opinion.Impossible(List.copyOf(literals));
    }
    if (reply instanceof Reply.Sat sat) {
      return request(literals, wide.request(sat.values()))
          .or(() -> narrow(literals, domains))
          .<Opinion>map(Opinion.Possible::new)
          .orElseGet(() -> new Opinion.Unknown("Z3 cannot be asked all of it"));
    }
    return new Opinion.Unknown(((Reply.Unknown) reply).reason());
  }

  private Optional<Assignment> narrow(Collection<Literal> literals, Domains domains) {
    Literals narrow = new Literals(literals, domains, true);
    return z3.ask(narrow.question()) instanceof Reply.Sat sat
        ? request(literals, narrow.request(sat.values()))
        : Optional.empty();
  }

  /** This one, if they hold of it. */
  private static Optional<Assignment> request(Collection<Literal> literals, Assignment request) {
    return literals.stream().allMatch(literal -> literal.holds(request))
        ? Optional.of(request)
        : Optional.empty();
  }

  /** Leaves literals out, the last first, as long as it stays impossible. */
  private Opinion core(Collection<Literal> literals, Domains domains) {
    List<Literal> core = new ArrayList<>(literals);
    for (int i = core.size() - 1; i >= 0 && literals.size() <= MOST_TO_SORT_OUT; i--) {
      List<Literal> fewer = new ArrayList<>(core);
      fewer.remove(i);
      if (z3.ask(new Literals(fewer, domains, false).question()) instanceof Reply.Unsat) {
        core = fewer;
      }
    }
    return new Opinion.Impossible(core);
  }
}
