package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a point for a field, or shows that there is none. Always decides. */
final class LineCheck {

  private final Field field;
  private final Domain.Points domain;

  LineCheck(Field field, Domain.Points domain) {
    this.field = field;
    this.domain = domain;
  }

  /** The demands need a value and are in no conflict about presence. */
  Finding check(Demands demands) {
    List<Constraint> all = new ArrayList<>(demands.negative());
    all.addAll(demands.positive());
    Optional<BigDecimal> point = point(all);
    return point.isPresent()
        ? new Finding.Values(Assignment.nothing().with(field, point.get()))
        : new Finding.Conflicts(List.of(Lemma.against(blamed(all, demands))));
  }

  private Optional<BigDecimal> point(List<Constraint> constraints) {
    Intervals left = domain.range();
    for (Constraint constraint : constraints) {
      Intervals points = ((Atom.Within) constraint.atom()).points();
      left = left.intersect(constraint.positive() ? points : points.complement());
    }
    Intervals possible = left;
    return domain.hints().stream()
        .filter(possible::contains)
        .filter(hint -> !domain.whole() || hint.stripTrailingZeros().scale() <= 0)
        .findFirst()
        .or(() -> possible.some(domain.whole()));
  }

  /** Takes constraints away while the rest still leaves no point. */
  private List<Literal> blamed(List<Constraint> all, Demands demands) {
    List<Constraint> core = new ArrayList<>(all);
    for (Constraint constraint : all) {
      core.remove(constraint);
      if (point(core).isPresent()) {
        core.add(constraint);
      }
    }
    List<Literal> blamed = new ArrayList<>(core.stream().map(Constraint::source).toList());
    if (core.stream().noneMatch(Constraint::positive)) {
      demands.presenceLiteral().ifPresent(blamed::add);
    }
    return blamed;
  }
}
