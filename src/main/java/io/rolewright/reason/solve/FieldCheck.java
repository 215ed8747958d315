package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.strings.Theory;
import java.util.List;

/** Decides what is demanded of one field. Absent where that will do. */
final class FieldCheck {

  private final Domains domains;
  private final Theory theory;

  FieldCheck(Domains domains, Theory theory) {
    this.domains = domains;
    this.theory = theory;
  }

  /** What is open names no literals: it is about all of them. */
  Finding check(Field field, List<Constraint> constraints, SearchBudget budget) {
    Domain domain = domains.of(field);
    Demands demands = new Demands(constraints, domain.presence());
    List<Lemma> conflicts = demands.aboutPresence();
    if (!conflicts.isEmpty()) {
      return new Finding.Conflicts(conflicts);
    }
    if (!demands.needValue()) {
      return new Finding.Values(Assignment.nothing());
    }
    if (domain instanceof Domain.Points points) {
      return new LineCheck(field, points).check(demands, budget);
    }
    Domain.Texts texts = (Domain.Texts) domain;
    return field.sort() == Field.Sort.TEXT
        ? new TextCheck(theory, field, texts).check(demands, budget)
        : new SetCheck(theory, field, texts).check(demands, budget);
  }
}
