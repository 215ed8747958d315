package io.rolewright.rule.lang;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.rule.lang.Syntax.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a clause says if nothing is known of the words in it but that the same expression means the
 * same: its conditions as a formula. With that it can be told of a clause that it can never report,
 * and of two that one reports whatever the other does. What is told is certain; not all is told.
 */
final class ClauseLogic {

  private final Syntax clause;
  private final Map<Syntax, Type<?>> types;

  /**
   * @param types of all expressions of the clause
   */
  ClauseLogic(Syntax clause, Map<Syntax, Type<?>> types) {
    this.clause = clause;
    this.types = types;
  }

  Syntax clause() {
    return clause;
  }

  /** Whether the conditions contradict each other, so that nothing is ever reported. */
  boolean isDead() {
    Formulas formulas = new Formulas();
    return isImpossible(formulas, new Reading(formulas).condition());
  }

  /** Whether this clause reports something wherever the other does. */
  boolean follows(ClauseLogic other) {
    Formulas formulas = new Formulas();
    Reading mine = new Reading(formulas);
    Reading others = other.new Reading(formulas);
    Formula wanted = mine.condition();
    Formula given = others.condition();
    return others.through.containsAll(mine.through)
        && isImpossible(formulas, formulas.and(given, formulas.not(wanted)));
  }

  private static boolean isImpossible(Formulas formulas, Formula formula) {
    if (formula == formulas.no()) {
      return true;
    }
    return new Solver().solve(formula, Domains.free(), SearchBudget.ordinary())
        instanceof Answer.Impossible;
  }

  /**
   * One walk through the clause. Names of variables do not matter, but what they stand for does.
   */
  private final class Reading {

    private final Formulas formulas;
    private final CanonicalText names = new CanonicalText();

    /** What is gone through, and what requests are looked for. */
    private final List<String> through = new ArrayList<>();

    Reading(Formulas formulas) {
      this.formulas = formulas;
    }

    Formula condition() {
      List<Formula> all = new ArrayList<>();
      for (Syntax step : clause.parts()) {
        switch (step.tag()) {
          case FOR, FOR_SOME -> each(step);
          case LET -> names.let(step.part(0).text(), names.of(step.part(1)));
          case WHERE -> all.add(formula(step.part(0)));
          case WHEN -> all.add(found(step.part(0)));
          default -> {}
        }
      }
      return formulas.and(all);
    }

    private void each(Syntax step) {
      String from = step.part(1).isNone() ? "" : names.of(step.part(1));
      String element = "each " + step.text() + " in " + from;
      through.add(element);
      names.let(step.part(0).text(), "(" + element + ")");
    }

    private Formula found(Syntax asked) {
      boolean request = asked.tag() == Tag.INQUIRY && !asked.text().equals("impossible");
      return request ? inquiry(asked) : formulas.symbol(names.of(asked));
    }

    private Formula inquiry(Syntax inquiry) {
      String who = "request from " + names.of(inquiry.part(1));
      through.add(who);
      names.let(inquiry.part(0).text(), "(" + who + ")");
      return formula(inquiry.part(2));
    }

    private Formula formula(Syntax syntax) {
      return switch (syntax.tag()) {
        case AND -> formulas.and(formula(syntax.part(0)), formula(syntax.part(1)));
        case OR -> formulas.or(formula(syntax.part(0)), formula(syntax.part(1)));
        case NOT -> formulas.not(formula(syntax.part(0)));
        case TRUTH -> formulas.constant(syntax.text().equals("true"));
        case COMPARE -> compared(syntax);
        case IS -> nothing(syntax);
        default -> formulas.symbol(names.of(syntax));
      };
    }

    private Formula nothing(Syntax syntax) {
      return field(syntax.part(0))
          .map(field -> formulas.not(formulas.present(field)))
          .orElseGet(() -> formulas.symbol(names.of(syntax)));
    }

    private Formula compared(Syntax syntax) {
      if (syntax.text().equals("!=")) {
        Syntax equal = new Syntax(Tag.COMPARE, syntax.start(), syntax.end(), "==", syntax.parts());
        return formulas.not(compared(equal));
      }
      Optional<Field> field = field(syntax.part(0));
      Syntax right = syntax.part(1);
      if (field.isPresent() && right.tag() == Tag.NUMBER) {
        BigDecimal number = new BigDecimal(right.text());
        return formulas.within(field.get(), points(syntax.text(), number));
      }
      return field
          .filter(f -> isText(right))
          .map(f -> in(f, language(right, syntax.text().equals("like"))))
          .orElseGet(() -> formulas.symbol(names.of(syntax)));
    }

    private Formula in(Field field, Language language) {
      return field.sort() == Field.Sort.SET
          ? formulas.some(field, language)
          : formulas.in(field, language);
    }

    /** The field that stands for an expression that is text, texts or a number. */
    private Optional<Field> field(Syntax syntax) {
      Type<?> type = types.getOrDefault(syntax, Type.ANY);
      String name = names.of(syntax);
      if (syntax.tag() != Tag.CALL && syntax.tag() != Tag.NAME) {
        return Optional.empty();
      }
      return type.equals(Type.TEXT)
          ? Optional.of(Field.text(name))
          : type.equals(Type.TEXT.list())
              ? Optional.of(Field.set(name))
              : Optional.of(Field.line(name)).filter(f -> type.equals(Type.NUMBER));
    }
  }

  private static boolean isText(Syntax syntax) {
    return syntax.tag() == Tag.TEXT
        || syntax.tag() == Tag.LIST && syntax.parts().stream().allMatch(ClauseLogic::isText);
  }

  private static Language language(Syntax syntax, boolean like) {
    List<Syntax> texts = syntax.tag() == Tag.LIST ? syntax.parts() : List.of(syntax);
    return Language.of(
        texts.stream()
            .map(t -> like ? Pattern.glob(t.text()) : Pattern.literal(t.text()))
            .toList());
  }

  private static Intervals points(String operator, BigDecimal number) {
    return switch (operator) {
      case "<" -> Intervals.below(number);
      case "<=" -> Intervals.atMost(number);
      case ">" -> Intervals.above(number);
      case ">=" -> Intervals.atLeast(number);
      default -> Intervals.at(number);
    };
  }
}
