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

/** Finds a point for a field, or shows that there is none. Always decides, whatever is spent. */
final class LineCheck {

  private final Field field;
  private final Domain.Points domain;

  LineCheck(Field field, Domain.Points domain) {
    this.field = field;
    this.domain = domain;
  }

  /** The demands need a value and are in no conflict about presence. */
  Finding check(Demands demands, SearchBudget budget) {
    List<Constraint> all = new ArrayList<>(demands.negative());
    all.addAll(demands.positive());
    // from each place on to the end: the points that suit all constraints there
    List<Intervals> rest = new ArrayList<>(List.of(domain.range()));
    for (int i = all.size() - 1; i >= 0; i--) {
      rest.add(0, rest.get(0).intersect(points(all.get(i))));
      budget.spend(all.size());
    }
    Optional<BigDecimal> point = point(rest.get(0));
    return point.isPresent()
        ? new Finding.Values(Assignment.nothing().with(field, point.get()))
        : new Finding.Conflicts(List.of(Lemma.against(blamed(all, rest, demands))));
  }

  private static Intervals points(Constraint constraint) {
    Intervals points = ((Atom.Within) constraint.atom()).points();
    return constraint.positive() ? points : points.complement();
  }

  private Optional<BigDecimal> point(Intervals possible) {
    return domain.hints().stream()
        .filter(possible::contains)
        .filter(hint -> !domain.whole() || hint.stripTrailingZeros().scale() <= 0)
        .findFirst()
        .or(() -> possible.some(domain.whole()));
  }

  /** Leaves constraints out where those kept and the rest still leave no point. */
  private List<Literal> blamed(List<Constraint> all, List<Intervals> rest, Demands demands) {
    List<Constraint> core = new ArrayList<>();
    Intervals kept = Intervals.all();
    for (int i = 0; i < all.size(); i++) {
      if (point(kept.intersect(rest.get(i + 1))).isPresent()) {
        core.add(all.get(i));
        kept = kept.intersect(points(all.get(i)));
      }
    }
    List<Literal> blamed = new ArrayList<>(core.stream().map(Constraint::source).toList());
    if (core.stream().noneMatch(Constraint::positive)) {
      demands.presenceLiteral().ifPresent(blamed::add);
    }
    return blamed;
  }
}
