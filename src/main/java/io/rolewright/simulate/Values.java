package io.rolewright.simulate;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Reads the values that operators compare: numbers, dates, bytes, addresses (R1.32, R1.33). */
final class Values {

  private static final IPAddressStringParameters STRICT =
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

  /**
   * Eight groups of an IPv6 address, of which the last two may be written as IPv4, and a prefix.
   */
  private static final int LONGEST_ADDRESS = 49;

  private Values() {}

  /** Whether a text is {@code true} or {@code false}, in whatever case. */
  static boolean isBoolean(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
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
      if (date.length() != 4 && date.chars().allMatch(Values::isDigit)) {
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

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static Optional<byte[]> decode(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The bytes of a base64 text, which compare as bytes do. */
  static Optional<String> decoded(String base64) {
    return decode(base64).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** An address or CIDR block in the strict spelling AWS takes: no octal, no shorthand, no star. */
  static Optional<IPAddress> parseAddress(String text) {
    if (!looksLikeAddress(text)) {
      return Optional.empty();
    }
    try {
      // a bare prefix such as /16 is read without an error, but is no address
      return Optional.ofNullable(new IPAddressString(text, STRICT).toAddress());
    } catch (AddressStringException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The library fails on prefix lengths of many digits, and takes zones, which AWS does not. */
  private static boolean looksLikeAddress(String text) {
    int slash = text.indexOf('/');
    return text.length() <= LONGEST_ADDRESS
        && (slash < 0 || text.length() - slash <= 4)
        && text.chars()
            .allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || ":./".indexOf(c) >= 0);
  }

  /** Whether a range holds an address, or all of another range. */
  static boolean covers(IPAddress range, IPAddress address) {
    return range.getIPVersion() == address.getIPVersion() && range.contains(address);
  }
}
