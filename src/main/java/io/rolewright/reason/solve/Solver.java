package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether some request makes a formula true. Laws: an {@link Answer.Satisfied} request
 * makes it and all laws of the domains true; after {@link Answer.Impossible} there is none, and its
 * proof can be checked, but for lemmas that an {@link Oracle} is asked for. The same question gets
 * the same answer in whatever order it is asked. For one thread.
 */
public final class Solver {

  private final Theory theory = new Theory();
  private final Optional<Oracle> oracle;
  private final Means.Review review;

  /** One that asks nobody. */
  public Solver() {
    this(Optional.empty(), Means.ordinary().review());
  }

  /** One that asks {@code oracle} where it would give up. */
  public Solver(Oracle oracle) {
    this(Optional.of(oracle), Means.ordinary().review());
  }

  Solver(Optional<Oracle> oracle, Means.Review review) {
    this.oracle = oracle;
    this.review = review;
  }

  /** Looks for a request with few fields present. */
  public Answer solve(Formula formula, Domains domains, SearchBudget budget) {
    Answer answer = decided(formula, domains, budget);
    review.take(answer, formula, domains);
    return answer;
  }

  private Answer decided(Formula formula, Domains domains, SearchBudget budget) {
    List<Formula> asserted = new ArrayList<>(List.of(formula));
    asserted.addAll(domains.laws());
    Session.Shared shared = new Session.Shared(new TheoryCheck(domains, theory, oracle));
    Session session = new Session(new ImplicantSearch(), shared);
    asserted.forEach(session::require);
    Session.Result result = session.solve(List.of(), budget);
    if (result instanceof Session.Result.Found found) {
      return new Answer.Satisfied(fewer(found.values(), asserted, domains));
    }
    return result instanceof Session.Result.Unknown unknown
        ? new Answer.Undecided(unknown.reason())
        : new Answer.Impossible(new Proof(asserted, List.copyOf(shared.lemmas())));
  }

  /** Leaves out the fields that are not needed, the last first. */
  private static Assignment fewer(Assignment found, List<Formula> asserted, Domains domains) {
    if (!holds(found, asserted)) {
      throw new IllegalStateException("the request found does not make the formula true: " + found);
    }
    Assignment fewer = found;
    List<Field> fields = found.fields();
    for (int i = fields.size() - 1; i >= 0; i--) {
      Assignment without = fewer.without(fields.get(i));
      boolean optional = domains.of(fields.get(i)).presence() == Domain.Presence.OPTIONAL;
      if (optional && holds(without, asserted)) {
        fewer = without;
      }
    }
    return fewer;
  }

  private static boolean holds(Assignment request, List<Formula> asserted) {
    return asserted.stream().allMatch(formula -> formula.holds(request));
  }
}
