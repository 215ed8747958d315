package io.rolewright.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A part of AWS with accounts of its own, such as {@code aws-cn}.
 *
 * @param id as in ARNs
 * @param suffix of the names of its hosts
 * @param regions how the names of its Regions begin
 * @param signInHost the host that takes SAML assertions, if it is known
 * @param source where this was read
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/signin-service.html">AWS Sign-In
 *     endpoints</a>
 */
public record Partition(
    String id, String suffix, List<String> regions, Optional<String> signInHost, String source) {

  private static final String HTTPS = "https://";
  private static final String PATH = "/saml";

  public Partition {
    regions = List.copyOf(regions);
  }

  private static final class Shipped {
    static final Map<String, Partition> BY_ID = load();

    private static Map<String, Partition> load() {
      Map<String, Partition> partitions = new TreeMap<>();
      for (List<String> row : Table.shipped("partitions.tsv").rows()) {
        partitions.put(row.get(0), partition(row));
      }
      return partitions;
    }

    private static Partition partition(List<String> row) {
      Optional<String> host = Optional.of(row.get(3)).filter(h -> !h.equals("-"));
      return new Partition(row.get(0), row.get(1), Table.list(row.get(2)), host, row.get(4));
    }
  }

  /** All of them, sorted by id. */
  public static Collection<Partition> all() {
    return Collections.unmodifiableCollection(Shipped.BY_ID.values());
  }

  /** The partition of an id, in lower case as AWS writes it. */
  public static Optional<Partition> of(String id) {
    return Optional.ofNullable(Shipped.BY_ID.get(id));
  }

  /** The partition that a Region such as {@code us-gov-west-1} is in. */
  public static Optional<Partition> ofRegion(String region) {
    Optional<Partition> best = Optional.empty();
    int longest = 0;
    for (Partition partition : Shipped.BY_ID.values()) {
      for (String beginning : partition.regions) {
        if (region.startsWith(beginning) && beginning.length() > longest) {
          longest = beginning.length();
          best = Optional.of(partition);
        }
      }
    }
    return best;
  }

  /** The usual value of {@code SAML:aud}: the sign-in endpoint without a Region. */
  public Optional<String> samlAudience() {
    return signInHost.map(host -> HTTPS + host + PATH);
  }

  /**
   * Whether a value of {@code SAML:aud} is a sign-in endpoint of this partition: {@code
   * https://signin.aws.amazon.com/saml}, the same behind a Region, {@code /static/saml} (IAM User
   * Guide, "Configure SAML assertions for the authentication response"), or with {@code /acs/} and
   * the id of a provider whose assertions are encrypted.
   *
   * @return nothing where the partition's host is not known
   */
  public Optional<Boolean> isSamlAudience(String value) {
    return signInHost.map(host -> isEndpoint(value, host));
  }

  private boolean isEndpoint(String value, String host) {
    if (!value.startsWith(HTTPS)) {
      return false;
    }
    int slash = value.indexOf('/', HTTPS.length());
    String named = slash < 0 ? "" : value.substring(HTTPS.length(), slash);
    return isHost(named, host) && isPath(value.substring(Math.max(slash, 0)));
  }

  private boolean isHost(String named, String host) {
    int region = named.length() - host.length() - 1;
    return named.equals(host)
        || region > 0
            && named.endsWith("." + host)
            && ofRegion(named.substring(0, region)).filter(this::equals).isPresent();
  }

  private static boolean isPath(String path) {
    String provider = PATH + "/acs/";
    return path.equals(PATH)
        || path.equals("/static" + PATH)
        || path.startsWith(provider)
            && path.length() > provider.length()
            && path.indexOf('/', provider.length()) < 0;
  }
}
