package io.rolewright.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An AWS managed policy that makes a role worth taking (R6.1). That a policy is not listed does not
 * show that it is harmless.
 *
 * @param path with the name, as it stands after {@code :policy/} in its ARN
 * @param power what it gives
 * @param source where this was read
 */
public record ManagedPolicy(String path, Power power, String source) {

  /** What a policy gives, the most first. */
  public enum Power {
    /** Everything, or the means to give oneself everything. */
    ADMIN,
    /** A known way to more rights than the policy names. */
    PRIVILEGED,
    /** Reading or opening of much data. */
    DATA
  }

  private static final class Shipped {
    static final Map<String, ManagedPolicy> BY_PATH = load();

    private static Map<String, ManagedPolicy> load() {
      Map<String, ManagedPolicy> policies = new TreeMap<>();
      for (List<String> row : Table.shipped("managed-policies.tsv").rows()) {
        Power power = Table.constant(Power.class, row.get(1));
        policies.put(row.get(0), new ManagedPolicy(row.get(0), power, row.get(2)));
      }
      return policies;
    }
  }

  /** All of them, sorted by path. */
  public static Collection<ManagedPolicy> all() {
    return List.copyOf(Shipped.BY_PATH.values());
  }

  /** The listed policy of an ARN in any partition; a customer's own policy is never listed. */
  public static Optional<ManagedPolicy> ofArn(String arn) {
    int at = arn.indexOf(":iam::aws:policy/");
    return at < 0 || !arn.startsWith("arn:")
        ? Optional.empty()
        : Optional.ofNullable(
            Shipped.BY_PATH.get(arn.substring(at + ":iam::aws:policy/".length())));
  }

  /** The name without its path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
