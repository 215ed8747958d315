package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Theory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides whether literals can hold together: group by group, where fields are in one group if a
 * test joins them. Remembers what it decided. Fields that are always there get a value too.
 */
final class TheoryCheck {

  private static final int MOST_KNOWN = 20_000;

  private final Domains domains;
  private final FieldCheck fields;
  private final Theory theory;
  private final Optional<OracleCheck> oracle;
  private final Map<List<Literal>, Finding> known = new HashMap<>();

  TheoryCheck(Domains domains, Theory theory) {
    this(domains, theory, Optional.empty());
  }

  TheoryCheck(Domains domains, Theory theory, Optional<Oracle> oracle) {
    this.domains = domains;
    this.oracle = oracle.map(other -> new OracleCheck(other, domains));
    this.fields = new FieldCheck(domains, theory);
    this.theory = theory;
  }

  /** All conflicts that are found, or all values; else the first group that stays open. */
  Finding check(Collection<Literal> literals, SearchBudget budget) {
    Assignment values = Assignment.nothing();
    List<Lemma> conflicts = new ArrayList<>();
    List<Finding.Open> open = new ArrayList<>();
    for (Finding finding : findings(new TreeSet<>(literals), budget)) {
      if (finding instanceof Finding.Values found) {
        values = values.and(found.values());
      } else if (finding instanceof Finding.Conflicts found) {
        conflicts.addAll(found.lemmas());
      } else {
        open.add((Finding.Open) finding);
      }
    }
    if (!conflicts.isEmpty()) {
      return new Finding.Conflicts(conflicts);
    }
    return open.isEmpty() ? new Finding.Values(values) : open.get(0);
  }

  private List<Finding> findings(TreeSet<Literal> literals, SearchBudget budget) {
    List<Finding> findings = new ArrayList<>();
    Groups groups = new Groups(literals);
    for (Field field : domains.alwaysPresent()) {
      if (!groups.fields().contains(field)) {
        findings.add(alone(field, List.of(), budget));
      }
    }
    for (List<Literal> group : groups.all()) {
      findings.add(group(group, budget));
    }
    findings.add(new Finding.Values(symbols(literals)));
    return findings;
  }

  private static Assignment symbols(Collection<Literal> literals) {
    Assignment values = Assignment.nothing();
    for (Literal literal : literals) {
      if (literal.atom() instanceof Atom.Symbol symbol && literal.positive()) {
        values = values.with(symbol);
      }
    }
    return values;
  }

  private Finding group(List<Literal> group, SearchBudget budget) {
    Finding before = known.get(group);
    if (before != null) {
      return before;
    }
    boolean joined = group.stream().anyMatch(literal -> literal.atom() instanceof Atom.Joined);
    Finding finding =
        joined
            ? new JoinedCheck(domains, fields, theory, group).check(budget)
            : alone(group.get(0).atom().fields().get(0), group, budget);
    if (finding instanceof Finding.Open open) {
      finding = opinion(new Finding.Open(group, open.reason()), budget);
    }
    if (finding instanceof Finding.Open) {
      return finding; // why: more steps may decide it another time
    }
    if (known.size() < MOST_KNOWN) {
      known.put(group, finding);
    }
    return finding;
  }

  private Finding opinion(Finding.Open open, SearchBudget budget) {
    return oracle.isPresent() && !budget.isSpent()
        ? oracle.get().check(open.literals(), open, budget)
        : open;
  }

  private Finding alone(Field field, List<Literal> literals, SearchBudget budget) {
    return fields.check(field, literals.stream().map(Constraint::of).toList(), budget);
  }

  /** Literals by the fields that they are about, directly or through others. */
  private static final class Groups {
    private final Map<Field, List<Literal>> groups = new TreeMap<>();

    Groups(TreeSet<Literal> literals) {
      for (Literal literal : literals) {
        for (Field field : literal.atom().fields()) {
          groups.computeIfAbsent(field, key -> new ArrayList<>());
        }
        if (literal.atom() instanceof Atom.Joined) {
          join(literal.atom().fields());
        }
      }
      for (Literal literal : literals) {
        literal.atom().fields().stream().limit(1).forEach(at -> groups.get(at).add(literal));
      }
    }

    private void join(List<Field> fields) {
      List<Literal> whole = groups.get(fields.get(0));
      for (Field field : fields) {
        List<Literal> other = groups.computeIfAbsent(field, key -> new ArrayList<>());
        if (other != whole) {
          groups.replaceAll((key, group) -> group == other ? whole : group);
        }
      }
    }

    Collection<Field> fields() {
      return groups.keySet();
    }

    List<List<Literal>> all() {
      List<List<Literal>> all = new ArrayList<>();
      HashSet<Literal> seen = new HashSet<>();
      for (List<Literal> group : groups.values()) {
        if (!group.isEmpty() && seen.add(group.get(0))) {
          all.add(List.copyOf(group));
        }
      }
      return all;
    }
  }
}
