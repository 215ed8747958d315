package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search that is told by the theories what is wrong with its proposals, until they agree. The
 * theories, and what they found out, may be shared with other sessions about the same domains.
 */
final class Session {

  /** What the sessions share. */
  record Shared(TheoryCheck theory, List<Lemma> lemmas) {

    Shared(TheoryCheck theory) {
      this(theory, new ArrayList<>());
    }
  }

  /** What was found. */
  sealed interface Result {

    /** These literals make all true, and these values make the literals true. */
    record Found(List<Literal> literals, Assignment values) implements Result {}

    /** There is nothing to find; the shared lemmas say why. */
    record Nothing() implements Result {}

    /** Not known. */
    record Unknown(String reason) implements Result {}
  }

  private final BooleanSearch search;
  private final Shared shared;
  private int told;
  private Optional<String> open = Optional.empty();

  Session(BooleanSearch search, Shared shared) {
    this.search = search;
    this.shared = shared;
  }

  void require(Formula formula) {
    search.require(formula);
  }

  Result solve(List<Literal> assumed, SearchBudget budget) {
    while (true) {
      tell();
      BooleanSearch.Outcome outcome = search.implicant(assumed, budget);
      if (budget.isSpent() || outcome instanceof BooleanSearch.Outcome.Spent) {
        return new Result.Unknown("the budget of steps ended");
      }
      if (!(outcome instanceof BooleanSearch.Outcome.Implicant implicant)) {
        return open.<Result>map(Result.Unknown::new).orElseGet(Result.Nothing::new);
      }
      Finding finding = shared.theory().check(implicant.literals(), budget);
      if (finding instanceof Finding.Values values) {
        return new Result.Found(implicant.literals(), values.values());
      }
      note(finding);
    }
  }

  /** What was learned since, also in other sessions. */
  private void tell() {
    for (; told < shared.lemmas().size(); told++) {
      search.learn(shared.lemmas().get(told).clause());
    }
  }

  /** What stays open is set aside, so that something else may be found; nothing proves then. */
  private void note(Finding finding) {
    if (finding instanceof Finding.Conflicts conflicts) {
      shared.lemmas().addAll(conflicts.lemmas());
    } else {
      Finding.Open unknown = (Finding.Open) finding;
      open = Optional.of(open.orElse(unknown.reason()));
      search.learn(Lemma.against(unknown.literals()).clause());
    }
  }
}
