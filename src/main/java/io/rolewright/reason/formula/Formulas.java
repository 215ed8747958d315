package io.rolewright.reason.formula;

import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes formulas, each once, and folds what is plain to see. Law: what is made holds of exactly the
 * requests it is named for, folded or not. For one thread; formulas of two makers do not mix.
 */
public final class Formulas {

  private final Map<Atom, Formula.Atomic> atoms = new HashMap<>();
  private final Map<Formula, Formula> negations = new HashMap<>();
  private final Map<List<Formula>, Formula> conjunctions = new HashMap<>();
  private final Map<List<Formula>, Formula> disjunctions = new HashMap<>();
  private final Map<String, Field.Sort> sorts = new HashMap<>();
  private int nextId;
  private final Formula no = new Formula.Constant(this, false);
  private final Formula yes = new Formula.Constant(this, true);

  int nextId() {
    return nextId++;
  }

  /** Always so. */
  public Formula yes() {
    return yes;
  }

  /** Never so. */
  public Formula no() {
    return no;
  }

  /** Always or never so. */
  public Formula constant(boolean value) {
    return value ? yes : no;
  }

  /**
   * Just this test. One that no value passes is {@link #no()}; one that every value passes is that
   * the field is present; one whose templates have no holes is the test without templates.
   */
  public Formula atom(Atom atom) {
    if (atom instanceof Atom.In in) {
      return folded(in.field(), in.language(), atom);
    }
    if (atom instanceof Atom.Some some) {
      return folded(some.field(), some.language(), atom);
    }
    if (atom instanceof Atom.SomeOutside some) {
      return some.language().isUniversal()
          ? no
          : some.language().isEmpty() ? present(some.field()) : made(atom);
    }
    if (atom instanceof Atom.Within within) {
      return within.points().isEmpty()
          ? no
          : within.points().isAll() ? present(within.field()) : made(atom);
    }
    return atom instanceof Atom.Joined joined && joined.holes().isEmpty()
        ? atom(joined.widened())
        : made(atom);
  }

  private Formula folded(Field field, Language language, Atom atom) {
    return language.isEmpty() ? no : language.isUniversal() ? present(field) : made(atom);
  }

  private Formula.Atomic made(Atom atom) {
    Formula.Atomic known = atoms.get(atom);
    if (known == null) {
      atom.fields().forEach(this::checkSort);
      known = new Formula.Atomic(this, atom);
      atoms.put(atom, known);
    }
    return known;
  }

  private void checkSort(Field field) {
    Field.Sort before = sorts.putIfAbsent(field.name(), field.sort());
    if (before != null && before != field.sort()) {
      throw new IllegalArgumentException(field + " is of sort " + before + " elsewhere");
    }
  }

  /** The field has a text in {@code language}. */
  public Formula in(Field field, Language language) {
    return atom(new Atom.In(field, language));
  }

  /** The field says something. */
  public Formula present(Field field) {
    return made(new Atom.Present(field));
  }

  /** The field has a point in {@code points}. */
  public Formula within(Field field, Intervals points) {
    return atom(new Atom.Within(field, points));
  }

  /** Some text of the field is in {@code language}. */
  public Formula some(Field field, Language language) {
    return atom(new Atom.Some(field, language));
  }

  /** Some text of the field is not in {@code language}. */
  public Formula someOutside(Field field, Language language) {
    return atom(new Atom.SomeOutside(field, language));
  }

  /** The unknown thing of this name is so. */
  public Formula symbol(String name) {
    return atom(new Atom.Symbol(name));
  }

  /** The test, and nothing folded: for those who have a literal. */
  public Formula of(Literal literal) {
    return literal.positive() ? literal.formula() : not(literal.formula());
  }

  /** The contrary. */
  public Formula not(Formula formula) {
    check(formula);
    if (formula instanceof Formula.Constant constant) {
      return constant(!constant.value());
    }
    return formula instanceof Formula.Not not
        ? not.inner()
        : negations.computeIfAbsent(formula, inner -> new Formula.Not(this, inner));
  }

  /** All of them. */
  public Formula and(Formula... parts) {
    return and(List.of(parts));
  }

  /** One of them at least. */
  public Formula or(Formula... parts) {
    return or(List.of(parts));
  }

  /** All of them; {@link #yes()} if there are none. */
  public Formula and(Collection<Formula> parts) {
    return joined(parts, true);
  }

  /** One of them at least; {@link #no()} if there are none. */
  public Formula or(Collection<Formula> parts) {
    return joined(parts, false);
  }

  /** {@code neutral} is the constant that changes nothing here; the other decides all. */
  private Formula joined(Collection<Formula> parts, boolean neutral) {
    List<Formula> flat = new ArrayList<>(parts.size());
    for (Formula part : parts) {
      check(part);
      if (part instanceof Formula.And and && neutral) {
        flat.addAll(and.parts());
      } else if (part instanceof Formula.Or or && !neutral) {
        flat.addAll(or.parts());
      } else if (part == constant(!neutral)) {
        return part;
      } else if (part != constant(neutral)) {
        flat.add(part);
      }
    }
    List<Formula> distinct = distinct(flat);
    return hasContraries(distinct) ? constant(!neutral) : made(distinct, neutral);
  }

  private Formula made(List<Formula> distinct, boolean neutral) {
    if (distinct.size() < 2) {
      return distinct.isEmpty() ? constant(neutral) : distinct.get(0);
    }
    return neutral
        ? conjunctions.computeIfAbsent(distinct, all -> new Formula.And(this, all))
        : disjunctions.computeIfAbsent(distinct, all -> new Formula.Or(this, all));
  }

  private static List<Formula> distinct(List<Formula> flat) {
    flat.sort(Comparator.comparingInt(Formula::id));
    List<Formula> distinct = new ArrayList<>(flat.size());
    for (Formula part : flat) {
      if (distinct.isEmpty() || distinct.get(distinct.size() - 1) != part) {
        distinct.add(part);
      }
    }
    return List.copyOf(distinct);
  }

  private static boolean hasContraries(List<Formula> ascending) {
    for (Formula part : ascending) {
      if (part instanceof Formula.Not not
          && Collections.binarySearch(ascending, not.inner(), Comparator.comparingInt(Formula::id))
              >= 0) {
        return true;
      }
    }
    return false;
  }

  private void check(Formula formula) {
    if (!formula.isOf(this)) {
      throw new IllegalArgumentException("a formula of another maker");
    }
  }

  /** With a formula in the place of each test. */
  public Formula substitute(Formula formula, Function<Atom, Formula> by) {
    check(formula);
    return new Substitution(this, by).in(formula);
  }

  /**
   * What {@code formula} says once {@code fields} are known to be as in {@code request}: holds of a
   * request that agrees there exactly if {@code formula} does. The fields known are not in it,
   * unless a test joins them to fields that are not.
   */
  public Formula restrict(Formula formula, Assignment request, Set<Field> fields) {
    return substitute(formula, atom -> restricted(atom, request, fields));
  }

  private Formula restricted(Atom atom, Assignment request, Set<Field> fields) {
    if (atom instanceof Atom.Joined joined && !fields.containsAll(atom.fields())) {
      return atom(Substitution.filled(joined, request, fields));
    }
    boolean known = !atom.fields().isEmpty() && fields.containsAll(atom.fields());
    return known ? constant(atom.holds(request)) : atom(atom);
  }
}
