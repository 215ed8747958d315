package io.rolewright.catalog;

import io.rolewright.catalog.Issuer.Audience;
import io.rolewright.catalog.Issuer.Tenancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The OIDC issuers whose tokens are known, shared or not. Which of them IAM itself holds for shared
 * say the {@link SharedIssuers}.
 */
public final class Issuers {

  private static final String NONE = "-";

  private final LocalDate asOf;
  private final Map<String, Issuer> byIssuer = new LinkedHashMap<>();
  private final List<Issuer> patterns = new ArrayList<>();

  private Issuers(Table issuers, Table subjects, Table claims) {
    asOf = issuers.asOf();
    Map<String, List<SubjectForm>> forms = subjects(subjects);
    Map<String, Map<String, TokenForm>> keys = claims(claims);
    for (List<String> row : issuers.rows()) {
      Issuer issuer =
          new Issuer(
              row.get(0),
              row.get(1),
              Table.constant(Tenancy.class, row.get(2)),
              Table.constant(Audience.class, row.get(3)),
              forms(row.get(4)),
              forms.getOrDefault(row.get(5), List.of()),
              keys.getOrDefault(row.get(6), Map.of()),
              row.get(7));
      byIssuer.put(issuer.issuer(), issuer);
      if (issuer.issuer().indexOf('<') >= 0) {
        patterns.add(issuer);
      }
    }
  }

  private static final class Shipped {
    static final Issuers ISSUERS =
        new Issuers(
            Table.shipped("issuers.tsv"),
            Table.shipped("issuer-subjects.tsv"),
            Table.shipped("issuer-claims.tsv"));
  }

  /** The tables that come with Rolewright. */
  public static Issuers shipped() {
    return Shipped.ISSUERS;
  }

  /** The day on which the list was last gone over. */
  public LocalDate asOf() {
    return asOf;
  }

  /** All issuers, in the order of the table. */
  public Collection<Issuer> all() {
    return byIssuer.values();
  }

  /**
   * The issuer of a provider.
   *
   * @param issuer a host with its path, in any case; {@code https://} and slashes at the end do not
   *     count
   * @return nothing where it is not known
   */
  public Optional<Issuer> lookup(String issuer) {
    String normal = SharedIssuers.normal(issuer);
    Issuer exact = byIssuer.get(normal);
    return exact != null
        ? Optional.of(exact)
        : patterns.stream().filter(each -> fits(each.issuer(), 0, normal, 0)).findFirst();
  }

  /** A part is one or more characters without a slash. */
  private static boolean fits(String pattern, int p, String text, int t) {
    int open = pattern.indexOf('<', p);
    if (open < 0) {
      return pattern.substring(p).equals(text.substring(t));
    }
    String before = pattern.substring(p, open);
    if (!text.startsWith(before, t)) {
      return false;
    }
    int behind = pattern.indexOf('>', open) + 1;
    int end = t + before.length();
    while (end < text.length() && text.charAt(end) != '/') {
      if (fits(pattern, behind, text, ++end)) {
        return true;
      }
    }
    return false;
  }

  private static List<TokenForm> forms(String field) {
    return field.equals(NONE) ? List.of() : Table.list(field).stream().map(TokenForm::of).toList();
  }

  private static Map<String, List<SubjectForm>> subjects(Table table) {
    Map<String, List<SubjectForm>> forms = new TreeMap<>();
    for (List<String> row : table.rows()) {
      List<SubjectForm> known = forms.computeIfAbsent(row.get(0), k -> new ArrayList<>());
      for (TokenForm form : TokenForm.bothOf(row.get(1))) {
        known.add(new SubjectForm(form, row.get(2), with(row.get(3)), row.get(4)));
      }
    }
    return forms;
  }

  private static Map<String, Optional<TokenForm>> with(String field) {
    Map<String, Optional<TokenForm>> with = new TreeMap<>();
    if (!field.equals(NONE)) {
      for (String each : Table.list(field)) {
        int equals = each.indexOf('=');
        String form = each.substring(equals + 1);
        with.put(
            each.substring(0, equals),
            form.equals(NONE) ? Optional.empty() : Optional.of(TokenForm.of(form)));
      }
    }
    return with;
  }

  private static Map<String, Map<String, TokenForm>> claims(Table table) {
    Map<String, Map<String, TokenForm>> claims = new TreeMap<>();
    for (List<String> row : table.rows()) {
      claims
          .computeIfAbsent(row.get(0), k -> new TreeMap<>())
          .put(row.get(1), TokenForm.of(row.get(2)));
    }
    return claims;
  }
}
