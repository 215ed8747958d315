package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.reason.strings.Theory;
import io.rolewright.reason.strings.Verdict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is known of the texts that fields can have, so that formulas leave out what cannot be. A
 * formula made with shapes is right for requests that keep to them.
 */
final class Shapes {

  /** Enough for patterns as people write them; beyond it nothing is left out. */
  private static final long STEPS = 20_000;

  private static final Pattern WITH_COLON = Pattern.glob("*:*");

  private static final Pattern EMPTY = Pattern.literal("");

  private record Question(Language shape, Pattern pattern) {

    boolean isPossible() {
      List<Language> both = List.of(shape, Language.of(List.of(pattern)));
      Verdict verdict = new Theory().realize(both, List.of(), Budget.ofSteps(STEPS));
      return !(verdict instanceof Verdict.Contradiction);
    }
  }

  private final Function<Field, Language> shapes;

  /**
   * @param shapes for each field a language that all its texts are in
   */
  Shapes(Function<Field, Language> shapes) {
    this.shapes = shapes;
  }

  /** Nothing is known. */
  static Shapes any() {
    return new Shapes(field -> Language.universal());
  }

  Language of(Field field) {
    return shapes.apply(field);
  }

  /** Whether some text of the field may fit the pattern; true where that is not found out. */
  boolean canFit(Field field, Pattern pattern) {
    Language shape = of(field);
    if (shape.isUniversal() || pattern.isUniversal()) {
      return true;
    }
    if (pattern.isLiteral()) {
      return shape.matches(pattern.toString());
    }
    return Answers.GIVEN.get(new Question(shape, pattern));
  }

  /**
   * What was found out, since the questions about a policy ask for the same things again and again.
   * Each answer hangs on its question alone.
   */
  private static final class Answers {

    private static final int MOST = 10_000;

    static final Answers GIVEN = new Answers();

    private final Map<Question, Boolean> known = new ConcurrentHashMap<>();

    boolean get(Question asked) {
      Boolean before = known.get(asked);
      if (before != null) {
        return before;
      }
      if (known.size() >= MOST) {
        known.clear();
      }
      boolean fits = asked.isPossible();
      known.put(asked, fits);
      return fits;
    }
  }

  /** Plain tests of fields, if they can be passed. */
  Products.Factors factors(Formulas formulas) {
    return new Products.Factors() {
      @Override
      public Formula in(Field field, Language language) {
        return formulas.in(field, language);
      }

      @Override
      public boolean canFit(Field field, Pattern pattern) {
        return Shapes.this.canFit(field, pattern);
      }
    };
  }

  /** Whether the empty text may be what stands in the hole. */
  boolean mayBeEmpty(Piece.Hole hole) {
    return canFit(hole.field(), EMPTY) || hole.otherwise().filter(String::isEmpty).isPresent();
  }

  /** Whether a colon may be in what stands in the hole. */
  boolean mayHoldColon(Piece.Hole hole) {
    return canFit(hole.field(), WITH_COLON)
        || hole.otherwise().filter(text -> text.indexOf(':') >= 0).isPresent();
  }
}
