package io.rolewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an AWS managed policy allows on every resource, for inputs that name it and do not hold its
 * text. Only the widest policies are listed.
 *
 * @param allButListed whether the policy allows everything except {@code patterns}
 * @param patterns as a policy writes them
 * @see <a
 *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS
 *     managed policies</a>
 */
public record ManagedPolicyActions(boolean allButListed, List<String> patterns) {

  public ManagedPolicyActions {
    patterns = List.copyOf(patterns);
  }

  private static final class Shipped {
    static final Map<String, ManagedPolicyActions> BY_PATH = load();

    private static Map<String, ManagedPolicyActions> load() {
      Map<String, ManagedPolicyActions> policies = new TreeMap<>();
      for (List<String> row : Table.shipped("managed-policy-actions.tsv").rows()) {
        policies.put(
            row.get(0),
            new ManagedPolicyActions(row.get(1).equals("all-but"), Table.list(row.get(2))));
      }
      return policies;
    }
  }

  /** What the policy of an ARN allows, in any partition; nothing where it is not listed. */
  public static Optional<ManagedPolicyActions> ofArn(String arn) {
    String owner = ":iam::aws:policy/";
    int at = arn.indexOf(owner);
    return at < 0
        ? Optional.empty()
        : Optional.ofNullable(Shipped.BY_PATH.get(arn.substring(at + owner.length())));
  }
}
