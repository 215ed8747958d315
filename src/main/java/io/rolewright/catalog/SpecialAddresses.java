package io.rolewright.catalog;

import java.util.List;

/**
 * Ranges of addresses from which no request comes over the internet, so that {@code aws:SourceIp}
 * never has one of them.
 *
 * @param range in CIDR notation
 * @param kind such as {@code private} or {@code documentation}
 * @param source where this was read
 */
public record SpecialAddresses(String range, String kind, String source) {

  private static final class Shipped {
    static final List<SpecialAddresses> RANGES =
        Table.shipped("special-addresses.tsv").rows().stream()
            .map(row -> new SpecialAddresses(row.get(0), row.get(1), row.get(2)))
            .toList();
  }

  /** All of them, sorted by range. */
  public static List<SpecialAddresses> all() {
    return Shipped.RANGES;
  }
}
