package io.rolewright.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of AWS services as principals. AWS publishes no full list, so a name that is not here
 * may still exist: treat it as doubtful, not as wrong.
 *
 * <p>Besides its plain name a service may be written with a Region, {@code
 * states.us-east-1.amazonaws.com}, and with another partition's ending, {@code
 * ec2.amazonaws.com.cn} (R1.10). Names are in lower case and compare exactly (R1.12).
 */
public final class ServicePrincipals {

  private static final String ENDING = ".amazonaws.com";
  private static final String SOURCE_ARN = "aws:SourceArn";
  private static final String SOURCE_ACCOUNT = "aws:SourceAccount";

  /** The endings of the other partitions: China, the European sovereign cloud, isolated ones. */
  private static final List<String> OTHER_ENDINGS =
      List.of(
          ".amazonaws.com.cn",
          ".amazonaws.eu",
          ".c2s.ic.gov",
          ".sc2s.sgov.gov",
          ".cloud.adc-e.uk",
          ".csp.hci.ic.gov");

  private final LocalDate asOf;
  private final Map<String, ServicePrincipal> byName = new TreeMap<>();

  private ServicePrincipals(Table table) {
    asOf = table.asOf();
    for (List<String> row : table.rows()) {
      byName.put(row.get(0), principal(row));
    }
  }

  private static final class Shipped {
    static final ServicePrincipals PRINCIPALS =
        new ServicePrincipals(Table.shipped("service-principals.tsv"));
  }

  /** The list that comes with Rolewright. */
  public static ServicePrincipals shipped() {
    return Shipped.PRINCIPALS;
  }

  /** The day on which the list was last gone over. */
  public LocalDate asOf() {
    return asOf;
  }

  /** All principals, sorted by name. */
  public Collection<ServicePrincipal> all() {
    return byName.values();
  }

  /** The service that a principal's name stands for, its Region and partition set aside. */
  public Optional<ServicePrincipal> lookup(String name) {
    ServicePrincipal exact = byName.get(name);
    return exact != null
        ? Optional.of(exact)
        : stem(name).map(stem -> byName.get(withoutRegion(stem) + ENDING));
  }

  /** Names that an unknown one may have been meant to be, best first, at most three. */
  public List<String> suggestions(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int domain = lower.indexOf(".amazon");
    String bare = domain < 0 ? lower : lower.substring(0, domain);
    String wanted = withoutRegion(stem(lower).orElse(bare)) + ENDING;
    return Suggestions.nearestWithin(wanted, byName.keySet(), ENDING.length());
  }

  private static Optional<String> stem(String name) {
    if (name.endsWith(ENDING)) {
      return Optional.of(name.substring(0, name.length() - ENDING.length()));
    }
    for (String ending : OTHER_ENDINGS) {
      if (name.endsWith(ending)) {
        return Optional.of(name.substring(0, name.length() - ending.length()));
      }
    }
    return Optional.empty();
  }

  private static String withoutRegion(String stem) {
    int dot = stem.lastIndexOf('.');
    return dot >= 0 && isRegion(stem.substring(dot + 1)) ? stem.substring(0, dot) : stem;
  }

  /** Whether a label has the shape of {@code us-east-1} or {@code us-gov-west-1}. */
  private static boolean isRegion(String label) {
    int lastHyphen = label.lastIndexOf('-');
    int firstHyphen = label.indexOf('-');
    if (firstHyphen < 2 || lastHyphen == firstHyphen || lastHyphen != label.length() - 2) {
      return false;
    }
    for (int i = 0; i < lastHyphen; i++) {
      char c = label.charAt(i);
      if (c != '-' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    char number = label.charAt(label.length() - 1);
    return number >= '1' && number <= '9';
  }

  private static ServicePrincipal principal(List<String> row) {
    return new ServicePrincipal(
        row.get(0),
        Table.constant(ServicePrincipal.Kind.class, row.get(1)),
        Table.constant(ServicePrincipal.SourceKeys.class, row.get(2)),
        keys(row.get(3)),
        row.get(4));
  }

  private static Set<String> keys(String field) {
    return switch (field) {
      case "-" -> Set.of();
      case "arn" -> Set.of(SOURCE_ARN);
      case "account" -> Set.of(SOURCE_ACCOUNT);
      case "arn,account" -> Set.of(SOURCE_ARN, SOURCE_ACCOUNT);
      default -> throw new IllegalStateException("unknown keys " + field);
    };
  }
}
