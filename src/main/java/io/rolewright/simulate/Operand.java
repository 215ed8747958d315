package io.rolewright.simulate;

import inet.ipaddr.IPAddress;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.TextTest.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a condition, ready to be compared with request values in the positive form of its
 * operator (R1.32). What cannot be read matches nothing (R1.33).
 */
interface Operand {

  /** Whether the request's value matches. */
  Truth matches(String given, Facts facts);

  /** Whether both sides can be read as what the operator compares. */
  boolean isReadable(String given, Facts facts);

  /** Why {@link #matches} answered so. */
  Cause cause(Truth matched, String given, Facts facts);

  static Operand of(Comparison comparison, Text text, Assumptions assumptions) {
    return switch (comparison) {
      case STRING_EQUALS -> new OfText(TextTest.of(text, Reading.EQUAL, assumptions));
      case STRING_EQUALS_IGNORE_CASE ->
          new OfText(TextTest.of(text, Reading.EQUAL_IGNORING_CASE, assumptions));
      case STRING_LIKE -> new OfText(TextTest.of(text, Reading.LIKE, assumptions));
      case ARN_EQUALS, ARN_LIKE -> new OfText(ArnTest.of(text, assumptions));
      case BOOL -> new OfBoolean(text, assumptions);
      default -> read(comparison, text);
    };
  }

  private static Operand read(Comparison comparison, Text text) {
    return switch (comparison) {
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          new Ordered<>(text, Values::parseDate, Order.of(comparison));
      case BINARY_EQUALS -> new Ordered<>(text, Values::decoded, Order.EQUAL);
      case IP_ADDRESS -> new OfAddress(text);
      default -> new Ordered<>(text, Values::parseNumber, Order.of(comparison));
    };
  }

  /** How a text of a policy is compared with a value; such texts can always be read. */
  interface Comparing {

    Truth matches(String given, Facts facts);

    Cause cause(Truth matched, Facts facts);
  }

  /** Strings, whole with whole, and ARNs, part by part. */
  record OfText(Comparing test) implements Operand {
    @Override
    public Truth matches(String given, Facts facts) {
      return test.matches(given, facts);
    }

    @Override
    public boolean isReadable(String given, Facts facts) {
      return true;
    }

    @Override
    public Cause cause(Truth matched, String given, Facts facts) {
      return test.cause(matched, facts);
    }
  }

  /** {@code true} and {@code false}; letter case per U8, variables per U9. */
  record OfBoolean(Text text, Assumptions assumptions) implements Operand {
    @Override
    public Truth matches(String given, Facts facts) {
      return Values.isBoolean(given)
          ? wanted(facts).map(w -> same(w, given)).orElse(Truth.UNKNOWN)
          : Truth.NO;
    }

    private Truth same(String wanted, String given) {
      return Truth.of(
          assumptions.isB(Uncertainty.U8) ? wanted.equals(given) : wanted.equalsIgnoreCase(given));
    }

    private Optional<String> wanted(Facts facts) {
      boolean substituted = assumptions.isB(Uncertainty.U9);
      Optional<List<TextPart>> parts =
          Variables.substituted(text.parts(), facts, substituted, false);
      return parts.isEmpty() ? Optional.of("") : new Text(text.origin(), parts.get()).plain();
    }

    @Override
    public boolean isReadable(String given, Facts facts) {
      return Values.isBoolean(given) && wanted(facts).map(Values::isBoolean).orElse(true);
    }

    @Override
    public Cause cause(Truth matched, String given, Facts facts) {
      return Causes.of(matched, isReadable(given, facts));
    }
  }

  /** How the two sides of a comparison must lie. */
  enum Order {
    EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    static Order of(Comparison comparison) {
      return switch (comparison) {
        case NUMERIC_LESS_THAN, DATE_LESS_THAN -> LESS;
        case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> AT_MOST;
        case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> GREATER;
        case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> AT_LEAST;
        default -> EQUAL;
      };
    }

    boolean holds(int compared) {
      return switch (this) {
        case EQUAL -> compared == 0;
        case LESS -> compared < 0;
        case AT_MOST -> compared <= 0;
        case GREATER -> compared > 0;
        case AT_LEAST -> compared >= 0;
      };
    }
  }

  /** Numbers, dates and bytes. */
  final class Ordered<T extends Comparable<T>> implements Operand {

    private final Optional<T> wanted;
    private final boolean known;
    private final Function<String, Optional<T>> reader;
    private final Order order;

    Ordered(Text text, Function<String, Optional<T>> reader, Order order) {
      this.reader = reader;
      this.order = order;
      this.known = text.plain().isPresent();
      this.wanted = text.plain().flatMap(reader);
    }

    @Override
    public Truth matches(String given, Facts facts) {
      Optional<T> value = reader.apply(given);
      if (value.isEmpty()) {
        return Truth.NO;
      }
      if (!known) {
        return Truth.UNKNOWN;
      }
      return Truth.of(wanted.isPresent() && order.holds(value.get().compareTo(wanted.get())));
    }

    @Override
    public boolean isReadable(String given, Facts facts) {
      return (!known || wanted.isPresent()) && reader.apply(given).isPresent();
    }

    @Override
    public Cause cause(Truth matched, String given, Facts facts) {
      return Causes.of(matched, isReadable(given, facts));
    }
  }

  /** Address ranges; an address of the other family is in none of them. */
  final class OfAddress implements Operand {

    private final boolean known;
    private final Optional<IPAddress> range;

    OfAddress(Text text) {
      this.known = text.plain().isPresent();
      this.range = text.plain().flatMap(Values::parseAddress).map(a -> a.toPrefixBlock());
    }

    @Override
    public Truth matches(String given, Facts facts) {
      Optional<IPAddress> address = Values.parseAddress(given);
      if (address.isEmpty()) {
        return Truth.NO;
      }
      return known
          ? Truth.of(range.filter(r -> Values.covers(r, address.get())).isPresent())
          : Truth.UNKNOWN;
    }

    @Override
    public boolean isReadable(String given, Facts facts) {
      return (!known || range.isPresent()) && Values.parseAddress(given).isPresent();
    }

    @Override
    public Cause cause(Truth matched, String given, Facts facts) {
      return Causes.of(matched, isReadable(given, facts));
    }
  }

  /** The causes that comparisons share. */
  final class Causes {

    private Causes() {}

    static Cause of(Truth matched, boolean readable) {
      if (!readable) {
        return Cause.UNREADABLE_OPERAND;
      }
      return switch (matched) {
        case YES -> Cause.EQUAL;
        case UNKNOWN -> Cause.UNKNOWN;
        case NO -> Cause.DIFFERS;
      };
    }
  }
}
