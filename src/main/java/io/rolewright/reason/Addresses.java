package io.rolewright.reason;

import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that a stranger may come from: none (through a VPC endpoint), one of his own, and one
 * in each range so wide that it keeps nobody out (R5.1: wider than /8, for IPv6 /16).
 */
final class Addresses {

  private static final String OWN = "198.51.100.77";

  private Addresses() {}

  static List<List<String>> of(List<Text> mentioned) {
    List<List<String>> addresses = new ArrayList<>();
    addresses.add(List.of(OWN));
    addresses.add(List.of());
    for (Text text : mentioned) {
      text.plain().flatMap(Addresses::inWideRange).ifPresent(a -> addresses.add(List.of(a)));
    }
    return addresses;
  }

  private static Optional<String> inWideRange(String range) {
    int slash = range.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    boolean six = range.indexOf(':') >= 0;
    try {
      int prefix = Integer.parseInt(range.substring(slash + 1));
      return prefix < (six ? 16 : 8) ? Optional.of(range.substring(0, slash)) : Optional.empty();
    } catch (NumberFormatException notARange) {
      return Optional.empty();
    }
  }
}
