package io.rolewright.simulate;

import inet.ipaddr.IPAddress;
import io.rolewright.model.ConditionOperator.Comparison;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Whether the value of a condition can be what its operator compares (R1.32, R1.33). */
public final class Operands {

  private static final int NANO_DIGITS = 9;

  /** Where IPv6 begins on the line of addresses. */
  private static final BigDecimal IPV6 = new BigDecimal(BigInteger.TWO.pow(64));

  private Operands() {}

  /** Whether the operator can make sense of the value; if not, it matches nothing. */
  public static boolean isReadable(Comparison comparison, String value) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE -> true;
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Values.parseNumber(value).isPresent();
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Values.parseDate(value).isPresent();
      case IP_ADDRESS -> Values.parseAddress(value).isPresent();
      case BOOL, NULL -> Values.isBoolean(value);
      case BINARY_EQUALS -> Values.decode(value).isPresent();
    };
  }

  /** A number (R1.32); nothing if it cannot be read. */
  public static Optional<BigDecimal> number(String value) {
    return Values.parseNumber(value);
  }

  /** A date, in seconds since 1970; nothing if it cannot be read. */
  public static Optional<BigDecimal> seconds(String value) {
    return Values.parseDate(value)
        .map(
            date ->
                BigDecimal.valueOf(date.getEpochSecond())
                    .add(BigDecimal.valueOf(date.getNano(), NANO_DIGITS)));
  }

  /** The bytes of a base64 text, one for each letter; nothing if it is none. */
  public static Optional<String> bytes(String base64) {
    return Values.decoded(base64);
  }

  /**
   * Addresses on one line: IPv4 as numbers, IPv6 as numbers plus 2^64.
   *
   * @param first the lowest address
   * @param last the highest address, the same for a single one
   */
  public record Range(BigDecimal first, BigDecimal last) {}

  /** An address, or all addresses of a block; nothing if it cannot be read. */
  public static Optional<Range> addresses(String value) {
    return Values.parseAddress(value)
        .map(IPAddress::toPrefixBlock)
        .map(block -> new Range(point(block.getLower()), point(block.getUpper())));
  }

  private static BigDecimal point(IPAddress address) {
    BigDecimal number = new BigDecimal(address.getValue());
    return address.isIPv6() ? number.add(IPV6) : number;
  }

  /** Whether a key has several values by its nature (R1.38). */
  public static boolean isMultivalued(String lowerKey) {
    return Variables.isMultivalued(lowerKey, Context.EMPTY);
  }
}
