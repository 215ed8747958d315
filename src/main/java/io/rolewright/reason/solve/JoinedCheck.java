package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Theory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides literals of which some join fields, where that is easy. A contradiction is shown by
 * {@link Relaxation} or by trying all values that the holes can have; otherwise some likely values
 * are tried. Never wrong, but often open.
 */
final class JoinedCheck {

  private static final int MOST_TRIALS = 400;

  private final Domains domains;
  private final FieldCheck check;
  private final Theory theory;
  private final List<Literal> group;
  private final List<Field> fields;
  private final List<Field> holes;

  JoinedCheck(Domains domains, FieldCheck check, Theory theory, List<Literal> group) {
    this.domains = domains;
    this.check = check;
    this.theory = theory;
    this.group = group;
    TreeSet<Field> all = new TreeSet<>();
    TreeSet<Field> inHoles = new TreeSet<>();
    for (Literal literal : group) {
      all.addAll(literal.atom().fields());
      if (literal.atom() instanceof Atom.Joined joined) {
        inHoles.addAll(joined.holes());
      }
    }
    this.fields = List.copyOf(all);
    this.holes = List.copyOf(inHoles);
  }

  Finding check(SearchBudget budget) {
    Finding relaxed = fieldwise(fields, Relaxation.weaker(group), budget);
    if (relaxed instanceof Finding.Conflicts) {
      return relaxed;
    }
    Optional<Lemma> opaque = new OpaqueHoles(group, theory).conflict(budget);
    if (opaque.isPresent()) {
      return new Finding.Conflicts(List.of(opaque.get()));
    }
    Finding certain = fieldwise(fields, Relaxation.stronger(group), budget);
    if (certain instanceof Finding.Values) {
      return certain;
    }
    Assignment likely =
        relaxed instanceof Finding.Values values ? values.values() : Assignment.nothing();
    return tried(likely, budget);
  }

  /** Each field for itself: all conflicts, or all values, or the first that stays open. */
  private Finding fieldwise(
      Collection<Field> some, List<Constraint> constraints, SearchBudget budget) {
    Map<Field, List<Constraint>> byField = new TreeMap<>();
    some.forEach(field -> byField.put(field, new ArrayList<>()));
    constraints.forEach(constraint -> byField.get(constraint.field()).add(constraint));
    Assignment values = Assignment.nothing();
    Optional<Finding> open = Optional.empty();
    for (Map.Entry<Field, List<Constraint>> entry : byField.entrySet()) {
      Finding finding = check.check(entry.getKey(), entry.getValue(), budget);
      if (finding instanceof Finding.Conflicts) {
        return finding;
      }
      if (finding instanceof Finding.Values found) {
        values = values.and(found.values());
      } else {
        open = Optional.of(finding);
      }
    }
    return open.orElse(new Finding.Values(values));
  }

  private Finding tried(Assignment likely, SearchBudget budget) {
    Candidates candidates = new Candidates(group, domains, likely);
    List<List<Optional<String>>> lists = new ArrayList<>();
    holes.forEach(hole -> lists.add(candidates.of(hole)));
    boolean all = holes.stream().allMatch(candidates::areAll);
    int[] at = new int[holes.size()];
    if (lists.stream().anyMatch(List::isEmpty)) {
      return open();
    }
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
      Finding finding = trial(lists, at, budget);
      if (finding instanceof Finding.Values || budget.isSpent()) {
        return finding instanceof Finding.Values ? finding : open();
      }
      all &= finding instanceof Finding.Conflicts;
      if (!advance(at, lists)) {
        return all ? new Finding.Conflicts(List.of(Lemma.against(group))) : open();
      }
    }
    return open();
  }

  private Finding open() {
    return new Finding.Open(
        List.of(), "texts that are made from `" + holes.get(0) + "` are not decided here");
  }

  private static boolean advance(int[] at, List<List<Optional<String>>> lists) {
    for (int i = at.length - 1; i >= 0; i--) {
      at[i]++;
      if (at[i] < lists.get(i).size()) {
        return true;
      }
      at[i] = 0;
    }
    return false;
  }

  /** With these texts in the holes; a conflict says only that these will not do. */
  private Finding trial(List<List<Optional<String>>> lists, int[] at, SearchBudget budget) {
    Assignment trial = Assignment.nothing();
    for (int i = 0; i < at.length; i++) {
      Field hole = holes.get(i);
      Optional<String> text = lists.get(i).get(at[i]);
      trial = text.isPresent() ? trial.with(hole, text.get()) : trial;
    }
    List<Constraint> left = new ArrayList<>();
    for (Literal literal : group) {
      budget.spend(1 + trial.fields().size());
      if (!holes.containsAll(literal.atom().fields())) {
        left.add(resolved(literal, trial));
      } else if (!literal.holds(trial)) {
        return new Finding.Conflicts(List.of(Lemma.against(group)));
      }
    }
    List<Field> others = fields.stream().filter(field -> !holes.contains(field)).toList();
    Finding rest = fieldwise(others, left, budget);
    return rest instanceof Finding.Values values
        ? new Finding.Values(values.values().and(trial))
        : rest;
  }

  private static Constraint resolved(Literal literal, Assignment trial) {
    return literal.atom() instanceof Atom.Joined joined
        ? new Constraint(joined.resolved(trial), literal.positive(), literal)
        : Constraint.of(literal);
  }
}
