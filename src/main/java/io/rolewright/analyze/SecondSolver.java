package io.rolewright.analyze;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Oracle;
import io.rolewright.reason.z3.CrossCheck;
import io.rolewright.reason.z3.StringOracle;
import io.rolewright.reason.z3.Z3;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Z3 as a run uses it. A run asks it a bounded number of questions, so that many hard ones do not
 * add up to hours: questions are counted, not timed, so that the same run has the same answers.
 */
final class SecondSolver implements Oracle, Reasoning.Checker, AutoCloseable {

  private static final int MOST_QUESTIONS = 500;
  private static final int MOST_UNKNOWN = 8;
  private static final Duration LONGEST_CHECK = Duration.ofSeconds(30);

  private final Z3 z3 = new Z3(Z3.Limits.ordinary());
  private final StringOracle strings = new StringOracle(z3);
  private final CrossCheck check = CrossCheck.of(z3, LONGEST_CHECK);
  private int questions;
  private int unknown;

  @Override
  public Opinion ask(Collection<Literal> literals, Domains domains) {
    if (questions >= MOST_QUESTIONS || unknown >= MOST_UNKNOWN) {
      return new Opinion.Unknown("Z3 was asked too much in this run");
    }
    questions++;
    Opinion opinion = strings.ask(literals, domains);
    unknown += opinion instanceof Opinion.Unknown ? 1 : 0;
    return opinion;
  }

  @Override
  public CrossCheck.Verdict check(Answer answer, Formula formula, Domains domains) {
    return check.check(answer, formula, domains);
  }

  @Override
  public Optional<String> unavailable() {
    return z3.unavailable();
  }

  @Override
  public void close() {
    z3.close();
  }
}
