package io.rolewright.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An account from which a vendor assumes roles of its customers.
 *
 * @param number twelve digits
 * @param vendor who owns it, such as {@code Datadog}
 * @param source where this was read
 */
public record KnownAccount(String number, String vendor, String source) {

  private static final class Shipped {
    static final Map<String, KnownAccount> BY_NUMBER = new TreeMap<>();

    static {
      for (var row : Table.shipped("known-accounts.tsv").rows()) {
        BY_NUMBER.put(row.get(0), new KnownAccount(row.get(0), row.get(1), row.get(2)));
      }
    }
  }

  /** All of them, sorted by number. */
  public static Collection<KnownAccount> all() {
    return Collections.unmodifiableCollection(Shipped.BY_NUMBER.values());
  }

  /** The account of a number; nothing where it is not known whose it is. */
  public static Optional<KnownAccount> of(String number) {
    return Optional.ofNullable(Shipped.BY_NUMBER.get(number));
  }
}
