package io.rolewright.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The OIDC issuers that many tenants share. An issuer with a longer path than a listed one, such as
 * {@code token.actions.githubusercontent.com/ACME}, is that tenant's own and not shared.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Identity-provider
 *     controls for shared OIDC providers</a>
 */
public final class SharedIssuers {

  private final LocalDate asOf;
  private final Map<String, SharedIssuer> byIssuer = new TreeMap<>();

  private SharedIssuers(Table table) {
    asOf = table.asOf();
    for (List<String> row : table.rows()) {
      byIssuer.put(row.get(0), issuer(row));
    }
  }

  private static final class Shipped {
    static final SharedIssuers ISSUERS = new SharedIssuers(Table.shipped("shared-issuers.tsv"));
  }

  /** The list that comes with Rolewright. */
  public static SharedIssuers shipped() {
    return Shipped.ISSUERS;
  }

  /** The day on which the list was last gone over. */
  public LocalDate asOf() {
    return asOf;
  }

  /** All issuers, sorted. */
  public Collection<SharedIssuer> all() {
    return byIssuer.values();
  }

  /**
   * The shared issuer of a provider.
   *
   * @param issuer a host with its path, in any case; {@code https://} and slashes at the end do not
   *     count
   * @return nothing where the issuer serves a single tenant or is not known
   */
  public Optional<SharedIssuer> lookup(String issuer) {
    return Optional.ofNullable(byIssuer.get(normal(issuer)));
  }

  static String normal(String issuer) {
    String text = issuer.toLowerCase(Locale.ROOT);
    int start = text.startsWith("https://") ? "https://".length() : 0;
    int end = text.length();
    while (end > start && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(start, end);
  }

  private static SharedIssuer issuer(List<String> row) {
    SharedIssuer.Enforcement enforcement =
        switch (row.get(2)) {
          case "save" -> SharedIssuer.Enforcement.SAVE;
          case "save+run" -> SharedIssuer.Enforcement.SAVE_AND_RUN;
          case "no" -> SharedIssuer.Enforcement.NONE;
          default -> throw new IllegalStateException("unknown enforcement " + row.get(2));
        };
    return new SharedIssuer(row.get(0), Table.list(row.get(1)), enforcement, row.get(3));
  }
}
