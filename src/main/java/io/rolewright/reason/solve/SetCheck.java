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
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds a set of texts for a field, or shows that there is none. What is demanded of some text is
 * met by one text each, which must suit what is demanded of all; so it is decided one by one.
 */
final class SetCheck {

  private final Theory theory;
  private final Field field;
  private final Domain.Texts domain;

  SetCheck(Theory theory, Field field, Domain.Texts domain) {
    this.theory = theory;
    this.field = field;
    this.domain = domain;
  }

  /** The demands need a value and are in no conflict about presence. */
  Finding check(Demands demands, SearchBudget budget) {
    TreeSet<String> texts = new TreeSet<>();
    for (Constraint some : demands.positive()) {
      Conjunction asked = asked(Optional.of(some), demands.negative());
      if (texts.stream().noneMatch(asked::isMetBy)) {
        Verdict verdict = verdict(asked, budget);
        if (!(verdict instanceof Verdict.Word word)) {
          return failed(verdict, Optional.of(some), demands);
        }
        texts.add(word.text());
      }
    }
    if (texts.isEmpty()) {
      Verdict verdict = verdict(asked(Optional.empty(), demands.negative()), budget);
      if (!(verdict instanceof Verdict.Word word)) {
        return failed(verdict, Optional.empty(), demands);
      }
      texts.add(word.text());
    }
    return new Finding.Values(Assignment.nothing().with(field, texts));
  }

  private Verdict verdict(Conjunction asked, SearchBudget budget) {
    return budget.lend(steps -> domain.hints().realize(theory, asked, steps));
  }

  /** What one text has to be. */
  private Conjunction asked(Optional<Constraint> some, List<Constraint> all) {
    List<Language> in = new ArrayList<>();
    List<Language> notIn = new ArrayList<>();
    some.ifPresent(one -> (wantsIn(one) ? in : notIn).add(language(one)));
    all.forEach(each -> (wantsIn(each) ? in : notIn).add(language(each)));
    domain.shape().ifPresent(in::add);
    return new Conjunction(in, notIn);
  }

  private Finding failed(Verdict verdict, Optional<Constraint> some, Demands demands) {
    if (!(verdict instanceof Verdict.Contradiction contradiction)) {
      return new Finding.Open(List.of(), TextCheck.BUDGET + "`" + field + "`");
    }
    List<Literal> blamed = new ArrayList<>();
    some.map(Constraint::source).or(demands::presenceLiteral).ifPresent(blamed::add);
    Conjunction core = contradiction.core();
    for (Constraint each : demands.negative()) {
      boolean told = some.filter(one -> says(one, each)).isPresent() || isShape(each);
      if (!told && (wantsIn(each) ? core.in() : core.notIn()).contains(language(each))) {
        blamed.add(each.source());
      }
    }
    return new Finding.Conflicts(List.of(Lemma.against(blamed)));
  }

  private static boolean says(Constraint one, Constraint other) {
    return wantsIn(one) == wantsIn(other) && language(one).equals(language(other));
  }

  private boolean isShape(Constraint each) {
    return wantsIn(each) && domain.shape().filter(language(each)::equals).isPresent();
  }

  /** Whether the text, one or each, has to be in the language rather than outside. */
  private static boolean wantsIn(Constraint constraint) {
    return constraint.atom() instanceof Atom.Some == constraint.positive();
  }

  private static Language language(Constraint constraint) {
    return constraint.atom() instanceof Atom.Some some
        ? some.language()
        : ((Atom.SomeOutside) constraint.atom()).language();
  }
}
