package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Conjunction;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Theory;
import io.rolewright.reason.strings.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Finds a text for a field, or shows that there is none. */
final class TextCheck {

  static final String BUDGET = "the budget ended while looking for a text of ";

  private final Theory theory;
  private final Field field;
  private final Domain.Texts domain;

  TextCheck(Theory theory, Field field, Domain.Texts domain) {
    this.theory = theory;
    this.field = field;
    this.domain = domain;
  }

  /** The demands need a value and are in no conflict about presence. */
  Finding check(Demands demands, SearchBudget budget) {
    List<Language> in = new ArrayList<>();
    demands.positive().forEach(constraint -> in.add(language(constraint)));
    domain.shape().ifPresent(in::add);
    List<Language> notIn = demands.negative().stream().map(TextCheck::language).toList();
    Conjunction asked = new Conjunction(in, notIn);
    Verdict verdict = budget.lend(steps -> domain.hints().realize(theory, asked, steps));
    return verdict.match(
        new Verdict.Cases<>(
            word -> new Finding.Values(Assignment.nothing().with(field, word.text())),
            no -> new Finding.Conflicts(List.of(Lemma.against(blamed(no.core(), demands)))),
            spent -> new Finding.Open(List.of(), BUDGET + "`" + field + "`")));
  }

  private List<Literal> blamed(Conjunction core, Demands demands) {
    List<Literal> blamed = new ArrayList<>();
    for (Language language : core.in()) {
      if (domain.shape().filter(language::equals).isEmpty()) {
        blamed.add(source(demands.positive(), language));
      }
    }
    if (blamed.isEmpty()) {
      demands.presenceLiteral().ifPresent(blamed::add);
    }
    core.notIn().forEach(language -> blamed.add(source(demands.negative(), language)));
    return blamed;
  }

  private static Literal source(List<Constraint> constraints, Language language) {
    return constraints.stream()
        .filter(constraint -> language(constraint).equals(language))
        .findFirst()
        .orElseThrow()
        .source();
  }

  private static Language language(Constraint constraint) {
    return ((Atom.In) constraint.atom()).language();
  }
}
