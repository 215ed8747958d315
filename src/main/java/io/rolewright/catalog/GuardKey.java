package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a condition on a key can keep out, by who decides the key's value in a request for a role
 * (R5.1). Claims of identity providers are not listed: their issuers decide.
 *
 * @param key as AWS writes it; a variable part stands in braces
 * @param chosen who decides the value
 * @param sensitive whether AWS says that no wildcard in a value has a valid use
 * @param source where this was read
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive">
 *     Sensitive condition keys</a>
 */
public record GuardKey(String key, Chosen chosen, boolean sensitive, String source) {

  /** Who decides the value of a key. */
  public enum Chosen {
    /** AWS, from who calls: nobody else can have the value. */
    AWS,
    /** The place the call comes from. */
    NETWORK,
    /** Whoever calls writes it into the request. */
    CALLER,
    /** The account of the calling principal: a stranger can have it in his own account. */
    OWNER,
    /** Nobody: it says nothing of who calls. */
    NONE
  }

  private static final class Shipped {
    static final List<GuardKey> KEYS = load();

    private static List<GuardKey> load() {
      List<GuardKey> keys = new ArrayList<>();
      for (List<String> row : Table.shipped("guard-keys.tsv").rows()) {
        Chosen chosen = Table.constant(Chosen.class, row.get(1));
        keys.add(new GuardKey(row.get(0), chosen, row.get(2).equals("never"), row.get(3)));
      }
      return Collections.unmodifiableList(keys);
    }
  }

  /** All of them, sorted by key without regard to case. */
  public static List<GuardKey> all() {
    return Shipped.KEYS;
  }

  /** What is known of a key, in any case. */
  public static Optional<GuardKey> of(String key) {
    for (GuardKey known : Shipped.KEYS) {
      if (ConditionKey.isListed(known.key, key)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
