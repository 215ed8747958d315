package io.rolewright.reason.encode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** How a point of a line is written as the value of a condition key. */
public enum PointForm {
  NUMBER,
  /** Seconds since 1970. */
  DATE,
  /** Seconds since 1970, as a number: both numbers and dates are compared with it. */
  EPOCH,
  /** IPv4 as it is, IPv6 plus 2^64. */
  ADDRESS;

  /** Where IPv4 addresses end. */
  static final BigInteger IPV4_END = BigInteger.ONE.shiftLeft(32);

  /** Where IPv6 addresses begin. */
  static final BigInteger IPV6_START = BigInteger.ONE.shiftLeft(64);

  String written(BigDecimal point) {
    return switch (this) {
      case NUMBER, EPOCH -> point.toPlainString();
      case DATE -> date(point);
      case ADDRESS -> address(point.toBigInteger());
    };
  }

  /** Whether the points can be compared as those of the other form. */
  boolean isReadAs(PointForm other) {
    return this == other || this == EPOCH && (other == NUMBER || other == DATE);
  }

  private static String date(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    int nanos = seconds.subtract(whole).movePointRight(9).intValue();
    return Instant.ofEpochSecond(whole.longValue(), nanos).toString();
  }

  private static String address(BigInteger point) {
    boolean six = point.compareTo(IPV6_START) >= 0;
    byte[] bytes = new byte[six ? 16 : 4];
    byte[] digits = (six ? point.subtract(IPV6_START) : point).toByteArray();
    for (int i = 0; i < Math.min(bytes.length, digits.length); i++) {
      bytes[bytes.length - 1 - i] = digits[digits.length - 1 - i];
    }
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible); // 4 or 16 bytes always are an address
    }
  }
}
