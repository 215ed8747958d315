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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of the texts that fields can have, so that formulas leave out what cannot be. A
 * formula made with shapes is right for requests that keep to them. For one thread.
 */
final class Shapes {

  /** Enough for patterns as people write them; beyond it nothing is left out. */
  private static final long STEPS = 20_000;

  private static final Pattern WITH_COLON = Pattern.glob("*:*");

  private static final Pattern EMPTY = Pattern.literal("");

  private record Question(Field field, Pattern pattern) {}

  private final Function<Field, Language> shapes;
  private final Theory theory = new Theory();
  private final Map<Question, Boolean> known = new HashMap<>();

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
    return known.computeIfAbsent(
        new Question(field, pattern),
        asked ->
            !(theory.realize(
                    List.of(shape, Language.of(List.of(pattern))), List.of(), Budget.ofSteps(STEPS))
                instanceof Verdict.Contradiction));
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
