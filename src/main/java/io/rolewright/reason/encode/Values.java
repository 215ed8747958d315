package io.rolewright.reason.encode;

import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.simulate.Operands;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of policies that are no patterns: numbers, dates, addresses (R1.32). Variables
 * in them are plain text (R1.45).
 */
record Values(String owner) {

  /** The text itself; nothing where a piece is unknown. */
  Optional<String> plain(Text text) {
    if (!text.unknowns().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder plain = new StringBuilder();
    for (TextPart part : text.parts()) {
      plain.append(part instanceof TextPart.OwnAccount ? owner : part.shown());
    }
    return Optional.of(plain.toString());
  }

  /** That a value for which there is no formula matches. */
  Formula symbol(Formulas formulas, String subject, Comparison comparison, Text text) {
    String written = new Written(owner).of(text);
    return formulas.symbol(subject + " " + comparison + " `" + written + "`");
  }

  /** What an operator compares; nothing if it compares texts. */
  static Optional<PointForm> compared(Comparison comparison) {
    return switch (comparison) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Optional.of(PointForm.NUMBER);
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Optional.of(PointForm.DATE);
      case IP_ADDRESS -> Optional.of(PointForm.ADDRESS);
      default -> Optional.empty();
    };
  }

  /** The point of a text on its line; nothing if it cannot be read as one point (R1.33). */
  static Optional<BigDecimal> point(PointForm form, String text) {
    return switch (form) {
      case NUMBER, EPOCH -> Operands.number(text);
      case DATE -> Operands.seconds(text);
      case ADDRESS ->
          Operands.addresses(text)
              .filter(range -> range.first().equals(range.last()))
              .map(Operands.Range::first);
    };
  }

  /** Whether the value cannot be read, whatever is unknown (R1.33). */
  boolean matchesNothing(Comparison comparison, Text text) {
    Optional<String> plain = plain(text);
    return plain.isPresent() && !Operands.isReadable(comparison, plain.get());
  }

  /**
   * The points that a value matches; nothing if a piece of it is unknown or it has too many digits.
   */
  Optional<Intervals> points(Comparison comparison, Text text) {
    Optional<PointForm> compared = compared(comparison);
    Optional<String> plain = plain(text);
    if (compared.isEmpty() || plain.isEmpty()) {
      return Optional.empty();
    }
    if (compared.get() == PointForm.ADDRESS) {
      Optional<Operands.Range> range = Operands.addresses(plain.get());
      return Optional.of(
          range.map(r -> Intervals.closed(r.first(), r.last())).orElse(Intervals.none()));
    }
    Optional<BigDecimal> point = point(compared.get(), plain.get());
    if (point.isEmpty()) {
      return Optional.of(Intervals.none());
    }
    return point.filter(Intervals::canBeEnd).map(end -> ordered(comparison, end));
  }

  private static Intervals ordered(Comparison comparison, BigDecimal end) {
    return switch (comparison) {
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> Intervals.below(end);
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> Intervals.atMost(end);
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> Intervals.above(end);
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> Intervals.atLeast(end);
      default -> Intervals.at(end);
    };
  }

  /** Whether a text is {@code true} or {@code false} in whatever case. */
  static boolean isBoolean(String text) {
    return List.of("true", "false").stream().anyMatch(text::equalsIgnoreCase);
  }
}
