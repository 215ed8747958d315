package io.rolewright.simulate.explain;

import io.rolewright.catalog.Glob;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values that the operands of conditions match, and values beyond all that they match. */
final class MatchingValues {

  /** Stands where a pattern takes any run of characters. */
  private static final String RUN = "example";

  /** Stands where a pattern takes any one character. */
  private static final String ONE = "x";

  private MatchingValues() {}

  /** A value that the operand matches; none where a piece of it is not known. */
  static Optional<String> of(Comparison comparison, Text operand, Context context) {
    Optional<String> text = filled(operand, isPattern(comparison), context);
    return switch (comparison) {
      case NUMERIC_LESS_THAN -> text.flatMap(t -> number(t, BigDecimal.ONE.negate()));
      case NUMERIC_GREATER_THAN -> text.flatMap(t -> number(t, BigDecimal.ONE));
      case DATE_LESS_THAN -> text.flatMap(t -> date(t, Duration.ofSeconds(-1)));
      case DATE_GREATER_THAN -> text.flatMap(t -> date(t, Duration.ofSeconds(1)));
      case IP_ADDRESS -> text.map(t -> t.contains("/") ? t.substring(0, t.indexOf('/')) : t);
      default -> text;
    };
  }

  private static boolean isPattern(Comparison comparison) {
    return switch (comparison) {
      case STRING_LIKE, ARN_LIKE, ARN_EQUALS -> true;
      default -> false;
    };
  }

  private static Optional<String> filled(Text operand, boolean pattern, Context context) {
    StringBuilder filled = new StringBuilder();
    for (TextPart part : operand.parts()) {
      Optional<String> piece =
          part.match(
              new TextPart.Cases<>(
                  literal -> Optional.of(literal.value()),
                  run -> Optional.of(pattern ? RUN : "*"),
                  one -> Optional.of(pattern ? ONE : "?"),
                  variable -> value(variable, context),
                  unknown -> Optional.empty(),
                  own -> Optional.empty()));
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      filled.append(piece.get());
    }
    return Optional.of(filled.toString());
  }

  private static Optional<String> value(TextPart.Variable variable, Context context) {
    List<String> values = context.get(variable.key());
    return values.size() == 1 ? Optional.of(values.get(0)) : variable.defaultValue();
  }

  private static Optional<String> number(String text, BigDecimal more) {
    try {
      return Optional.of(new BigDecimal(text.strip()).add(more).toPlainString());
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<String> date(String text, Duration later) {
    try {
      return Optional.of(Instant.parse(text.strip()).plus(later).toString());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** A number above all of these, or below all of them where {@code step} is negative. */
  static String beyond(List<Text> values, BigDecimal step) {
    BigDecimal farthest = BigDecimal.ZERO;
    for (Text value : values) {
      BigDecimal number = number(value.shown(), step).map(BigDecimal::new).orElse(farthest);
      farthest = step.signum() > 0 ? farthest.max(number) : farthest.min(number);
    }
    return farthest.toPlainString();
  }

  /** Whether a text is a value but for letter case, its wildcards taken as such. */
  static boolean isLike(Text pattern, String value) {
    return Glob.matches(pattern.shown().toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
  }
}
