package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Domains;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * Decides whole questions by Z3 and nothing else: a string variable for each field, a regular
 * expression for each list of patterns. What {@code Solver} is tested against and measured against.
 */
public final class PlainZ3 implements AutoCloseable {

  /** What Z3 says. */
  public sealed interface Outcome {

    /** Of this request it is true; that was looked at. */
    record Satisfied(Assignment request) implements Outcome {}

    /** Of none. */
    record Impossible() implements Outcome {}

    /** Not known. */
    record Unknown(String reason) implements Outcome {}
  }

  private final Z3 z3;

  /** Each question may take this long. */
  public PlainZ3(Duration timeout) {
    this(new Z3(Z3.Limits.until(timeout)));
  }

  PlainZ3(Z3 z3) {
    this.z3 = z3;
  }

  /** One question to a process of its own, which costs some tenths of a second to start. */
  public static Outcome solve(Formula formula, Domains domains, Duration timeout) {
    try (PlainZ3 plain = new PlainZ3(timeout)) {
      return plain.solve(formula, domains);
    }
  }

  /** One question, to a process that may have answered others. */
  public Outcome solve(Formula formula, Domains domains) {
    Sentences asked = new Sentences(List.of(formula), domains);
    Reply reply = z3.ask(asked.question());
    if (reply instanceof Reply.Unknown unknown) {
      return new Outcome.Unknown(unknown.reason());
    }
    if (reply instanceof Reply.Unsat) {
      return new Outcome.Impossible();
    }
    Assignment request = asked.request(((Reply.Sat) reply).values());
    return holds(formula, domains, request)
        ? new Outcome.Satisfied(request)
        : new Outcome.Unknown("inexact: " + request);
  }

  private static boolean holds(Formula formula, Domains domains, Assignment request) {
    TreeSet<Field> fields = new TreeSet<>(domains.named());
    fields.addAll(request.fields());
    return formula.holds(request)
        && domains.laws().stream().allMatch(law -> law.holds(request))
        && fields.stream().allMatch(field -> domains.allow(request, field));
  }

  @Override
  public void close() {
    z3.close();
  }
}
