package io.rolewright.simulate.law;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Numbers, dates, bytes and addresses, after R1.32 and R1.33. */
final class NaiveTypes {

  private NaiveTypes() {}

  static boolean isReadable(String operator, String text) {
    if (operator.startsWith("Numeric")) {
      return number(text).isPresent();
    }
    if (operator.startsWith("Date")) {
      return seconds(text).isPresent();
    }
    return switch (operator) {
      case "Bool" -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      case "BinaryEquals" -> bytes(text).isPresent();
      case "IpAddress" -> network(text).isPresent();
      default -> true;
    };
  }

  static boolean matches(String operator, String wanted, String given) {
    if (!isReadable(operator, wanted) || !isReadable(operator, given)) {
      return false;
    }
    if (operator.equals("BinaryEquals")) {
      return Arrays.equals(bytes(wanted).orElseThrow(), bytes(given).orElseThrow());
    }
    if (operator.equals("IpAddress")) {
      return covers(network(wanted).orElseThrow(), network(given).orElseThrow());
    }
    int order =
        operator.startsWith("Numeric")
            ? number(given).orElseThrow().compareTo(number(wanted).orElseThrow())
            : seconds(given).orElseThrow().compareTo(seconds(wanted).orElseThrow());
    return switch (operator.replaceAll("^(Numeric|Date)", "")) {
      case "LessThan" -> order < 0;
      case "LessThanEquals" -> order <= 0;
      case "GreaterThan" -> order > 0;
      case "GreaterThanEquals" -> order >= 0;
      default -> order == 0;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** Seconds since 1970, with the few spellings that the stock of values has. */
  private static Optional<Long> seconds(String text) {
    if (text.matches("\\d+") && text.length() != 4) {
      return Optional.of(Long.parseLong(text));
    }
    if (!text.matches("\\d{4}(-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d))?)?")) {
      return Optional.empty();
    }
    long days = daysBefore(Integer.parseInt(text.substring(0, 4)));
    if (text.length() >= 10) {
      int month = Integer.parseInt(text.substring(5, 7));
      int day = Integer.parseInt(text.substring(8, 10));
      if (month != 1) {
        throw new AssertionError("only January is in stock");
      }
      days += day - 1;
    }
    long seconds = days * 86_400;
    if (text.length() > 10) {
      seconds += clock(text.substring(11, 16)) + Integer.parseInt(text.substring(17, 19));
      String zone = text.substring(19);
      if (!zone.equals("Z")) {
        seconds -= (zone.charAt(0) == '-' ? -1 : 1) * clock(zone.substring(1));
      }
    }
    return Optional.of(seconds);
  }

  private static long daysBefore(int year) {
    long days = 0;
    for (int y = 1970; y < year; y++) {
      days += y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 366 : 365;
    }
    return days;
  }

  private static long clock(String hoursAndMinutes) {
    return Integer.parseInt(hoursAndMinutes.substring(0, 2)) * 3600L
        + Integer.parseInt(hoursAndMinutes.substring(3, 5)) * 60L;
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** A range of addresses as bits with a length. */
  private record Network(String bits, int length) {}

  private static Optional<Network> network(String text) {
    String[] parts = text.split("/", -1);
    boolean four = parts[0].matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    boolean six = parts[0].contains("::") && parts[0].matches("[0-9a-fA-F:]+");
    if (parts.length > 2 || !four && !six || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
      return Optional.empty();
    }
    try {
      StringBuilder bits = new StringBuilder();
      for (byte octet : InetAddress.getByName(parts[0]).getAddress()) {
        bits.append(Integer.toBinaryString(octet & 255 | 256).substring(1));
      }
      int length = parts.length == 2 ? Integer.parseInt(parts[1]) : bits.length();
      return length > bits.length()
          ? Optional.empty()
          : Optional.of(new Network(bits.toString(), length));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Whether the range holds the address, or all of the other range. */
  private static boolean covers(Network range, Network address) {
    return range.bits.length() == address.bits.length()
        && range.length <= address.length
        && address.bits.startsWith(range.bits.substring(0, range.length));
  }
}
