package io.rolewright.analyze;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.Oracle;
import io.rolewright.reason.z3.CrossCheck;
import java.util.Optional;

/**
 * By what means the questions of one run are decided: by our own theories, and by Z3 where these
 * leave something open. Z3 is a process of its own, which is started when something is left open
 * and not before; if it fails, what was open stays so and nothing else is lost. If somebody wishes
 * that answers are looked at again, Z3 does that too. For one thread.
 */
public final class Reasoning implements AutoCloseable {

  /** Whoever looks at answers again. */
  public interface Checker {

    /** Whether it is a right answer to whether a request makes a formula and the laws true. */
    CrossCheck.Verdict check(Answer answer, Formula formula, Domains domains);

    /** Why it cannot look at any, if so. */
    Optional<String> unavailable();
  }

  private Optional<SecondSolver> second = Optional.empty();
  private Optional<AnswerReview> review = Optional.empty();

  private Reasoning() {}

  /** Nobody looks at answers again. */
  public static Reasoning unchecked() {
    return new Reasoning();
  }

  /** Z3 looks at every answer again. */
  public static Reasoning checked() {
    Reasoning reasoning = new Reasoning();
    reasoning.review = Optional.of(new AnswerReview(reasoning.second()));
    return reasoning;
  }

  /** Somebody else looks at every answer again. */
  public static Reasoning checkedBy(Checker checker) {
    Reasoning reasoning = new Reasoning();
    reasoning.review = Optional.of(new AnswerReview(checker));
    return reasoning;
  }

  /** By what means to decide. */
  public Means means() {
    Oracle oracle = (literals, domains) -> second().ask(literals, domains);
    Means means = Means.ordinary().withOracle(oracle);
    return review.isPresent() ? means.withReview(review.get()) : means;
  }

  private SecondSolver second() {
    if (second.isEmpty()) {
      second = Optional.of(new SecondSolver());
    }
    return second.get();
  }

  /** What came of looking at answers again, up to now; nothing if nobody does. */
  public Optional<CrossChecked> crossChecked() {
    return review.isPresent() ? Optional.of(review.get().result()) : Optional.empty();
  }

  @Override
  public void close() {
    if (second.isPresent()) {
      second.get().close();
    }
  }
}
