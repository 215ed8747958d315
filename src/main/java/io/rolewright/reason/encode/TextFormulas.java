package io.rolewright.reason.encode;

import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares texts of policies with texts of requests. */
final class TextFormulas {

  private static final int MOST_GUARDS = 5;

  private final Terms terms;
  private final Formulas formulas;
  private final Shapes shapes;

  TextFormulas(Terms terms) {
    this.terms = terms;
    this.formulas = terms.formulas();
    this.shapes = new Shapes(terms.keys()::shape);
  }

  /** That the request's text is one of the policy's, in which nothing is wild or a variable. */
  Formula written(Compound given, List<Text> wanted) {
    return matches(given, Reading.WRITTEN, wanted);
  }

  /** That the request's text is as one of the policy's texts wants it. */
  Formula matches(Compound given, Reading reading, List<Text> wanted) {
    return fits(given, alternatives(reading, given.toString()).of(wanted));
  }

  /** That a value matches the text, in the operator's positive form. */
  Formula matches(Compound given, Comparison comparison, List<Text> wanted) {
    return fits(given, alternatives(comparison, given.toString(), wanted));
  }

  /** That some text of the set matches a value. */
  Formula some(Field set, Comparison comparison, List<Text> wanted) {
    return some(set, alternatives(comparison, "some " + set, wanted));
  }

  /** That every text of the set matches a value. */
  Formula every(Field set, Comparison comparison, List<Text> wanted) {
    return every(set, alternatives(comparison, "every " + set, wanted));
  }

  private List<Alternative> alternatives(Comparison comparison, String subject, List<Text> wanted) {
    return Reading.of(comparison)
        .map(reading -> alternatives(reading, subject).of(wanted))
        .orElseGet(() -> new ValueAlternatives(terms, subject).of(comparison, wanted));
  }

  private Alternatives alternatives(Reading reading, String subject) {
    return new Alternatives(terms, shapes, reading, subject);
  }

  /** That the text is in the language. */
  Formula in(Compound given, Language language) {
    return given.in(language, formulas, shapes);
  }

  private Formula fits(Compound given, List<Alternative> ways) {
    Map<Formula, List<Template>> plain = new LinkedHashMap<>();
    List<Formula> all = new ArrayList<>();
    for (Alternative way : ways) {
      Formula guard = way.guard();
      if (way.arn()) {
        guard = formulas.and(guard, in(given, language(new Template(Alternatives.ARN, false))));
      }
      plain.computeIfAbsent(guard, g -> new ArrayList<>()).add(way.template());
    }
    plain.forEach(
        (guard, templates) ->
            all.add(
                formulas.and(guard, new JoinedCompounds(formulas, shapes).in(given, templates))));
    return formulas.or(all);
  }

  private static Language language(Template template) {
    return Language.of(List.of(template.widened()));
  }

  /** With several guards: one of them holds with one of its templates. */
  private Formula some(Field set, List<Alternative> ways) {
    List<Formula> all = new ArrayList<>();
    byGuard(set, "some ", ways)
        .forEach(
            (guard, templates) ->
                all.add(formulas.and(guard, joined(Atom.Test.SOME, set, templates))));
    return formulas.or(all);
  }

  /** Every text must fit a template of a guard that holds: a case for each set of guards. */
  private Formula every(Field set, List<Alternative> ways) {
    Map<Formula, List<Template>> guarded = byGuard(set, "every ", ways);
    List<Template> always = guarded.getOrDefault(formulas.yes(), List.of());
    List<Formula> guards = new ArrayList<>(guarded.keySet());
    guards.remove(formulas.yes());
    return guards.size() <= MOST_GUARDS
        ? every(set, guards, guarded, always)
        : loosely(set, ways, always);
  }

  private Formula every(
      Field set, List<Formula> guards, Map<Formula, List<Template>> guarded, List<Template> held) {
    if (guards.isEmpty()) {
      return formulas.not(joined(Atom.Test.SOME_OUTSIDE, set, held));
    }
    Formula guard = guards.get(0);
    List<Formula> rest = guards.subList(1, guards.size());
    List<Template> more = new ArrayList<>(held);
    more.addAll(guarded.get(guard));
    return formulas.or(
        formulas.and(guard, every(set, rest, guarded, more)),
        formulas.and(formulas.not(guard), every(set, rest, guarded, held)));
  }

  /** If every text fits what always counts it is so, if one fits nothing at all it is not. */
  private Formula loosely(Field set, List<Alternative> ways, List<Template> always) {
    List<Template> all = ways.stream().map(Alternative::template).toList();
    String names = String.join("` or `", all.stream().map(Written::of).toList());
    return formulas.or(
        formulas.not(joined(Atom.Test.SOME_OUTSIDE, set, always)),
        formulas.and(
            formulas.not(joined(Atom.Test.SOME_OUTSIDE, set, all)),
            formulas.symbol("every " + set + " is as wanted by `" + names + "`")));
  }

  /** Of a set it cannot be asked that one text fits two things: then one is asked and a symbol. */
  private Map<Formula, List<Template>> byGuard(Field set, String how, List<Alternative> ways) {
    Map<Formula, List<Template>> templates = new LinkedHashMap<>();
    for (Alternative way : ways) {
      Formula guard = way.guard();
      if (way.arn()) {
        String name = how + set + " is an ARN like `" + Written.of(way.template()) + "`";
        guard = formulas.and(guard, formulas.symbol(name));
      }
      templates.computeIfAbsent(guard, g -> new ArrayList<>()).add(way.template());
    }
    return templates;
  }

  private Formula joined(Atom.Test test, Field field, List<Template> templates) {
    return formulas.atom(new Atom.Joined(test, field, templates));
  }
}
