package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The question whether some literals can hold together. All that is said of one text goes into one
 * regular expression. It asks for a little less where {@link Joins} cannot be exact: no is right,
 * yes must be looked at. If narrow, it asks for a little more in some such cases: then only a yes
 * that was looked at means anything.
 */
final class Literals {

  private final Question question = new Question();
  private final Domains domains;
  private final Variables variables;
  private final Joins joins;
  private final List<Literal> literals;

  Literals(Collection<Literal> literals, Domains domains, boolean narrow) {
    this.literals = List.copyOf(literals);
    this.domains = domains;
    this.variables = new Variables(question, domains);
    this.joins = new Joins(question, variables, narrow);
    TreeSet<Field> fields = new TreeSet<>();
    for (Literal literal : literals) {
      fields.addAll(literal.atom().fields());
      whole(literal);
    }
    if (literals.isEmpty()) {
      fields.addAll(domains.named()); // why: that there is no request at all lies in the domains
    }
    fields.forEach(variables::present);
    fields.forEach(this::field);
    variables.complete();
  }

  Question question() {
    return question;
  }

  Assignment request(Map<String, SExpression> said) {
    return variables.request(said);
  }

  /** Those that are demanded as they stand. */
  private void whole(Literal literal) {
    if (literal.atom() instanceof Atom.Symbol symbol) {
      demand(literal, variables.symbol(symbol));
    } else if (literal.atom() instanceof Atom.Present present) {
      demand(literal, variables.present(present.field()));
    } else if (literal.atom() instanceof Atom.Within within) {
      demand(literal, variables.within(within.field(), within.points()));
    }
  }

  private void demand(Literal literal, String term) {
    question.demand(literal.positive() ? term : Smt.not(term));
  }

  private void field(Field field) {
    List<Literal> about =
        literals.stream()
            .filter(literal -> literal.atom().fields().indexOf(field) == 0)
            .filter(literal -> !(literal.atom() instanceof Atom.Present))
            .toList();
    if (field.sort() == Field.Sort.TEXT) {
      text(field, about);
    } else if (field.sort() == Field.Sort.SET) {
      set(field, about);
    }
  }

  private void text(Field field, List<Literal> about) {
    if (about.stream().anyMatch(Literal::positive)) {
      question.demand(variables.present(field));
    }
    Demand demand = new Demand(field);
    about.forEach(literal -> demand.add(literal.atom(), literal.positive()));
    question.demand(Smt.implies(variables.present(field), demand.of(variables.text(field))));
  }

  /** A slot for each demand for some text; each text must also suit what is said of all. */
  private void set(Field field, List<Literal> about) {
    List<Literal> some = about.stream().filter(Literal::positive).toList();
    List<Literal> all = about.stream().filter(literal -> !literal.positive()).toList();
    List<Variables.Slot> slots = variables.slots(field, some.size());
    for (int i = 0; i < slots.size(); i++) {
      Demand demand = new Demand(field);
      all.forEach(literal -> demand.add(literal.atom(), false));
      if (i < some.size()) {
        demand.add(some.get(i).atom(), true);
        question.demand(slots.get(i).used());
      }
      question.demand(Smt.implies(slots.get(i).used(), demand.of(slots.get(i).text())));
    }
  }

  /** All that is demanded of one text. */
  private final class Demand {
    private final List<Language> in = new ArrayList<>();
    private final List<Language> notIn = new ArrayList<>();
    private final List<Atom.Joined> joinedIn = new ArrayList<>();
    private final List<Atom.Joined> joinedNotIn = new ArrayList<>();

    Demand(Field field) {
      ((Domain.Texts) domains.of(field)).shape().ifPresent(in::add);
    }

    void add(Atom atom, boolean positive) {
      if (atom instanceof Atom.Joined joined) {
        boolean wantsIn = joined.test() != Atom.Test.SOME_OUTSIDE == positive;
        (wantsIn ? joinedIn : joinedNotIn).add(joined);
      } else if (atom instanceof Atom.SomeOutside outside) {
        (positive ? notIn : in).add(outside.language());
      } else {
        Language language =
            atom instanceof Atom.Some some ? some.language() : ((Atom.In) atom).language();
        (positive ? in : notIn).add(language);
      }
    }

    String of(String text) {
      List<String> terms = new ArrayList<>();
      if (!in.isEmpty() || !notIn.isEmpty()) {
        terms.add(Smt.in(text, Regexes.merged(in, notIn)));
      }
      joinedIn.forEach(joined -> terms.add(joins.fits(text, joined.templates())));
      joinedNotIn.forEach(
          joined -> terms.add(Smt.not(joins.certainlyFits(text, joined.templates()))));
      return Smt.and(terms);
    }
  }
}
