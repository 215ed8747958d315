package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of the actions that a role trust policy may name (R1.9).
 *
 * @param id such as {@code sts:AssumeRole}
 * @param callers the kinds of principals that can call it
 * @param startsSession whether it gives a session by itself; the others only stand next to one that
 *     does
 * @param source where this was read
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html">STS API
 *     Reference</a>
 */
public record AssumeAction(
    String id, Set<CallerKind> callers, boolean startsSession, String source) {

  /** The kinds of principals that a trust policy tells apart. */
  public enum CallerKind {
    /** Users, roles and accounts. */
    AWS,
    /** AWS services. */
    SERVICE,
    /** Callers with a SAML assertion. */
    SAML,
    /** Callers with an OIDC token, or one of a built-in web identity provider. */
    OIDC
  }

  public AssumeAction {
    callers = Set.copyOf(callers);
  }

  private static final class Shipped {
    static final Map<String, AssumeAction> BY_ID = load();

    private static Map<String, AssumeAction> load() {
      Map<String, AssumeAction> actions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (List<String> row : Table.shipped("assume-actions.tsv").rows()) {
        actions.put(row.get(0), action(row));
      }
      return actions;
    }
  }

  /** All of them, sorted by name. */
  public static Collection<AssumeAction> all() {
    return List.copyOf(Shipped.BY_ID.values());
  }

  /** The action of an id, in any case; nothing where it does not belong into a trust policy. */
  public static Optional<AssumeAction> of(String id) {
    return Optional.ofNullable(Shipped.BY_ID.get(id));
  }

  /** Those of the actions that a pattern such as {@code sts:Assume*} or {@code *} speaks of. */
  public static List<AssumeAction> matching(ActionPattern pattern) {
    List<AssumeAction> found = new ArrayList<>();
    for (AssumeAction action : Shipped.BY_ID.values()) {
      if (pattern.matchesService("sts") && pattern.matchesName(action.name())) {
        found.add(action);
      }
    }
    return found;
  }

  /** The id without its prefix. */
  public String name() {
    return id.substring(id.indexOf(':') + 1);
  }

  private static AssumeAction action(List<String> row) {
    List<CallerKind> callers = new ArrayList<>();
    for (String word : Table.list(row.get(1))) {
      callers.add(Table.constant(CallerKind.class, word));
    }
    return new AssumeAction(row.get(0), Set.copyOf(callers), row.get(2).equals("yes"), row.get(3));
  }
}
