package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.reason.strings.Theory;
import io.rolewright.reason.strings.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tests that all hold, said with fewer values: what is one of {@code a}, {@code b} and not {@code
 * a} is {@code b}. Law: a request that passes all tests before passes all after, and the reverse.
 * Works field by field, and only where a test demands the field; what is too much work stays as it
 * is.
 */
final class Joint {

  private static final int MOST_PATTERNS = 40;
  private static final long STEPS = 20_000;

  private final Formulas formulas = new Formulas();
  private final Theory theory = new Theory();
  private final Predicate<Field> isAddress;

  private Joint(Predicate<Field> isAddress) {
    this.isAddress = isAddress;
  }

  /**
   * The shorter tests, in the order of the ones they are of.
   *
   * @param isAddress whether points of a field are addresses
   */
  static List<Literal> of(List<Literal> tests, Predicate<Field> isAddress) {
    if (tests.size() < 2 || tests.stream().allMatch(Literal::positive)) {
      return tests;
    }
    Map<Object, List<Literal>> byField = new LinkedHashMap<>();
    for (Literal test : tests) {
      boolean alone = !(test.atom() instanceof Atom.In || test.atom() instanceof Atom.Within);
      byField.computeIfAbsent(alone ? test : field(test), k -> new ArrayList<>()).add(test);
    }
    Joint joint = new Joint(isAddress);
    List<Literal> all = new ArrayList<>();
    byField.values().forEach(of -> all.addAll(joint.ofField(of)));
    return all;
  }

  private static Field field(Literal test) {
    return test.atom().fields().get(0);
  }

  private List<Literal> ofField(List<Literal> tests) {
    boolean demanded = tests.stream().anyMatch(Literal::positive);
    if (tests.size() < 2 || !demanded || tests.stream().allMatch(Literal::positive)) {
      return tests;
    }
    return tests.get(0).atom() instanceof Atom.In ? texts(tests) : points(tests);
  }

  private List<Literal> texts(List<Literal> tests) {
    List<Language> in = languages(tests, true);
    List<Language> notIn = languages(tests, false);
    int patterns = 0;
    for (Literal test : tests) {
      patterns += language(test).patterns().size();
    }
    if (in.size() > 1 || patterns > MOST_PATTERNS) {
      return tests;
    }
    Language left = kept(in.get(0), List.of(), notIn);
    List<Literal> all = new ArrayList<>();
    for (Literal test : tests) {
      Language fewer = test.positive() ? left : kept(language(test), List.of(left), List.of());
      if (test.positive() && fewer.isEmpty()) {
        return tests;
      }
      if (!fewer.isEmpty()) {
        all.add(literal(formulas.in(field(test), fewer), test));
      }
    }
    return all;
  }

  /** The patterns that some text of {@code in} fits that is in none of {@code notIn}. */
  private Language kept(Language language, List<Language> in, List<Language> notIn) {
    List<Pattern> patterns = new ArrayList<>();
    for (Pattern pattern : language.patterns()) {
      List<Language> all = new ArrayList<>(in);
      all.add(Language.of(List.of(pattern)));
      Verdict verdict = theory.realize(all, notIn, Budget.ofSteps(STEPS));
      if (!(verdict instanceof Verdict.Contradiction)) {
        patterns.add(pattern);
      }
    }
    return Language.of(patterns);
  }

  private static List<Language> languages(List<Literal> tests, boolean positive) {
    return tests.stream().filter(t -> t.positive() == positive).map(Joint::language).toList();
  }

  private static Language language(Literal test) {
    return ((Atom.In) test.atom()).language();
  }

  private List<Literal> points(List<Literal> tests) {
    Intervals points = Intervals.all();
    int size = Integer.MAX_VALUE;
    for (Literal test : tests) {
      Intervals one = ((Atom.Within) test.atom()).points();
      points = points.intersect(test.positive() ? one : one.complement());
      size = test.positive() ? Math.min(size, size(field(test), one)) : size;
    }
    Literal first = tests.stream().filter(Literal::positive).findFirst().orElseThrow();
    boolean shorter = !points.isEmpty() && size(field(first), points) <= size;
    return shorter ? List.of(literal(formulas.within(field(first), points), first)) : tests;
  }

  /** How many ranges it takes to say the points. */
  private int size(Field field, Intervals points) {
    List<String> ranges = isAddress.test(field) ? AddressRanges.of(points) : List.of();
    return ranges.isEmpty() && !isAddress.test(field) ? points.pieces().size() : ranges.size();
  }

  /** The same sign about a shorter test; as it was where that would be no test of its own. */
  private static Literal literal(Formula shorter, Literal test) {
    return shorter instanceof Formula.Atomic atomic ? new Literal(atomic, test.positive()) : test;
  }
}
