package io.rolewright.simulate;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Compares one policy value with one request value, in the positive form of an operator (R1.32).
 * What cannot be parsed matches nothing (R1.33, U11 option A).
 */
final class Values {

  private final Matching matching;

  Values(Matching matching) {
    this.matching = matching;
  }

  /** Compares as {@code Bool} and {@code Null} do: without regard to case, variables as written. */
  static Truth isBoolean(Text text, String value) {
    return known(text, value::equalsIgnoreCase);
  }

  Truth matches(Comparison comparison, Text text, String value) {
    return switch (comparison) {
      case STRING_EQUALS -> matching.equal(text, value, false);
      case STRING_EQUALS_IGNORE_CASE -> matching.equal(text, value, true);
      case BOOL -> isBoolean(text, value);
      case STRING_LIKE -> matching.glob(text, value, false);
      case ARN_EQUALS, ARN_LIKE -> matching.arn(text, value);
      case NUMERIC_EQUALS -> number(text, value, c -> c == 0);
      case NUMERIC_LESS_THAN -> number(text, value, c -> c < 0);
      case NUMERIC_LESS_THAN_EQUALS -> number(text, value, c -> c <= 0);
      case NUMERIC_GREATER_THAN -> number(text, value, c -> c > 0);
      case NUMERIC_GREATER_THAN_EQUALS -> number(text, value, c -> c >= 0);
      case DATE_EQUALS -> date(text, value, c -> c == 0);
      case DATE_LESS_THAN -> date(text, value, c -> c < 0);
      case DATE_LESS_THAN_EQUALS -> date(text, value, c -> c <= 0);
      case DATE_GREATER_THAN -> date(text, value, c -> c > 0);
      case DATE_GREATER_THAN_EQUALS -> date(text, value, c -> c >= 0);
      case BINARY_EQUALS -> binary(text, value);
      case IP_ADDRESS -> address(text, value);
      case NULL -> throw new IllegalStateException("Null has no values to compare");
    };
  }

  private static Truth number(Text text, String value, IntPredicate holds) {
    return known(text, t -> compare(parseNumber(value), parseNumber(t), holds));
  }

  private static Truth date(Text text, String value, IntPredicate holds) {
    return known(text, t -> compare(parseDate(value), parseDate(t), holds));
  }

  private static Truth binary(Text text, String value) {
    return known(
        text,
        t -> {
          Optional<byte[]> wanted = decode(t);
          Optional<byte[]> given = decode(value);
          return wanted.isPresent()
              && given.isPresent()
              && Arrays.equals(wanted.get(), given.get());
        });
  }

  private static Truth address(Text text, String value) {
    return known(
        text,
        t -> {
          Optional<IPAddress> range = parseAddress(t);
          Optional<IPAddress> given = parseAddress(value);
          return range.isPresent()
              && given.isPresent()
              && range.get().getIPVersion() == given.get().getIPVersion()
              && range.get().toPrefixBlock().contains(given.get());
        });
  }

  private static Truth known(Text text, Predicate<String> holds) {
    return text.plain().map(t -> Truth.of(holds.test(t))).orElse(Truth.UNKNOWN);
  }

  private static <T extends Comparable<T>> boolean compare(
      Optional<T> left, Optional<T> right, IntPredicate holds) {
    return left.isPresent() && right.isPresent() && holds.test(left.get().compareTo(right.get()));
  }

  static Optional<BigDecimal> parseNumber(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** ISO 8601 in W3C's profile, from a year to fractions of a second, or epoch seconds. */
  static Optional<Instant> parseDate(String text) {
    String date = text.strip();
    try {
      if (date.length() > 4 && date.chars().allMatch(Character::isDigit)) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
      }
      if (date.indexOf('T') < 0) {
        String full = date.length() == 4 ? date + "-01-01" : date;
        full = full.length() == 7 ? full + "-01" : full;
        return Optional.of(LocalDate.parse(full).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      boolean zoned =
          date.toUpperCase(Locale.ROOT).endsWith("Z") || date.matches(".*[+-]\\d\\d:?\\d\\d$");
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(date).toInstant()
              : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException | NumberFormatException notADate) {
      return Optional.empty();
    }
  }

  static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** An address or CIDR block in the strict spelling AWS takes: no octal, no shorthand, no star. */
  static Optional<IPAddress> parseAddress(String text) {
    IPAddressStringParameters strict =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowMask(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .getParentBuilder()
            .toParams();
    try {
      return Optional.of(new IPAddressString(text, strict).toAddress());
    } catch (AddressStringException notAnAddress) {
      return Optional.empty();
    }
  }
}
