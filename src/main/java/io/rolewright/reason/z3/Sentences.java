package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The question whether some formulas can hold together, all of it left to Z3. Slower than asking
 * about literals, but what it answers rests on nothing but Z3. As exact as {@link Literals}.
 */
final class Sentences {

  private final Question question = new Question();
  private final Variables variables;
  private final Joins joins;
  private final Map<Field, Integer> demands = new HashMap<>();
  private final Terms terms = new Terms(question, this::atom);

  /** The formulas, and all that the domains say, laws included. */
  Sentences(List<Formula> formulas, Domains domains) {
    this.variables = new Variables(question, domains);
    this.joins = new Joins(question, variables, false);
    List<Formula> asserted = new ArrayList<>(formulas);
    asserted.addAll(domains.laws());
    TreeSet<Field> fields = new TreeSet<>(domains.named());
    asserted.forEach(formula -> fields.addAll(formula.fields()));
    count(asserted);
    fields.forEach(variables::present);
    asserted.forEach(formula -> question.demand(terms.of(formula)));
    fields.forEach(field -> shape(field, domains));
    variables.complete();
  }

  Question question() {
    return question;
  }

  Assignment request(Map<String, SExpression> said) {
    return variables.request(said);
  }

  /** Each test of a set may take a text of its own. */
  private void count(List<Formula> asserted) {
    Set<Atom> seen = new HashSet<>();
    for (Formula formula : asserted) {
      for (Formula.Atomic atomic : formula.atoms()) {
        if (!(atomic.atom() instanceof Atom.Symbol) && seen.add(atomic.atom())) {
          demands.merge(atomic.atom().fields().get(0), 1, Integer::sum);
        }
      }
    }
  }

  private List<Variables.Slot> slots(Field field) {
    return variables.slots(field, demands.getOrDefault(field, 1));
  }

  private void shape(Field field, Domains domains) {
    if (domains.of(field) instanceof Domain.Texts texts && texts.shape().isPresent()) {
      String shape = Regexes.of(texts.shape().get());
      if (field.sort() == Field.Sort.TEXT) {
        String in = Smt.in(variables.text(field), shape);
        question.demand(Smt.implies(variables.present(field), in));
      } else {
        for (Variables.Slot slot : slots(field)) {
          question.demand(Smt.implies(slot.used(), Smt.in(slot.text(), shape)));
        }
      }
    }
  }

  private String atom(Atom atom) {
    if (atom instanceof Atom.Symbol symbol) {
      return variables.symbol(symbol);
    }
    if (atom instanceof Atom.Present present) {
      return variables.present(present.field());
    }
    if (atom instanceof Atom.Within within) {
      return variables.within(within.field(), within.points());
    }
    if (atom instanceof Atom.In in) {
      String fits = Smt.in(variables.text(in.field()), Regexes.of(in.language()));
      return Smt.and(variables.present(in.field()), fits);
    }
    if (atom instanceof Atom.Some some) {
      String expression = Regexes.of(some.language());
      return anyOf(some.field(), text -> Smt.in(text, expression));
    }
    if (atom instanceof Atom.SomeOutside some) {
      String expression = Regexes.of(some.language());
      return anyOf(some.field(), text -> Smt.not(Smt.in(text, expression)));
    }
    return joined((Atom.Joined) atom);
  }

  private String anyOf(Field field, Function<String, String> test) {
    List<String> some = new ArrayList<>();
    for (Variables.Slot slot : slots(field)) {
      some.add(Smt.and(slot.used(), test.apply(slot.text())));
    }
    return Smt.or(some);
  }

  /** A variable of which it is said what follows from it, and what from its contrary. */
  private String joined(Atom.Joined joined) {
    Function<String, String> fits = text -> joins.fits(text, joined.templates());
    Function<String, String> certain = text -> joins.certainlyFits(text, joined.templates());
    String holds = question.hidden("Bool");
    String no = Smt.not(holds);
    Field field = joined.field();
    switch (joined.test()) {
      case IN -> {
        String there = variables.present(field);
        String text = variables.text(field);
        question.demand(Smt.implies(holds, Smt.and(there, fits.apply(text))));
        question.demand(Smt.implies(no, Smt.not(Smt.and(there, certain.apply(text)))));
      }
      case SOME -> {
        question.demand(Smt.implies(holds, anyOf(field, fits)));
        question.demand(Smt.implies(no, Smt.not(anyOf(field, certain))));
      }
      default -> {
        question.demand(Smt.implies(holds, anyOf(field, text -> Smt.not(certain.apply(text)))));
        question.demand(Smt.implies(no, allOf(field, fits)));
      }
    }
    return holds;
  }

  private String allOf(Field field, Function<String, String> test) {
    List<String> all = new ArrayList<>();
    for (Variables.Slot slot : slots(field)) {
      all.add(Smt.implies(slot.used(), test.apply(slot.text())));
    }
    return Smt.and(all);
  }
}
