package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An action that gives more than its name says (R6.2 to R6.4).
 *
 * @param id such as {@code iam:PutRolePolicy}
 * @param dangers all classes it belongs to
 */
public record SensitiveAction(String id, Set<Danger> dangers) {

  /** What an action can do to an estate. */
  public enum Danger {
    /** Alone gives its caller more rights, given a suitable target. */
    PRIVILEGE_ESCALATION,
    /** Does so together with another right, or in a suitable estate. */
    CONDITIONAL_ESCALATION,
    /** Runs code under an existing role. */
    COMPUTE_ESCALATION,
    /** Answers with something to sign in with. */
    CREDENTIAL_EXPOSURE,
    /** Reads customer data, or copies it. */
    DATA_ACCESS,
    /** Opens a resource to others. */
    RESOURCE_EXPOSURE,
    /** Changes the account's guards or its organisation. */
    ACCOUNT_CONTROL,
    /** Changes who can get into roles, or what caps them. */
    TRUST_TAKEOVER
  }

  public SensitiveAction {
    dangers = Set.copyOf(dangers);
  }

  private static final class Shipped {
    static final List<SensitiveAction> WORST_FIRST = load();
    static final Map<String, SensitiveAction> BY_ID = byId();

    private static List<SensitiveAction> load() {
      Map<String, Set<Danger>> dangers = new LinkedHashMap<>();
      for (List<String> row : Table.shipped("sensitive-actions.tsv").rows()) {
        dangers
            .computeIfAbsent(row.get(0), id -> EnumSet.noneOf(Danger.class))
            .add(Table.constant(Danger.class, row.get(1)));
      }
      List<SensitiveAction> actions = new ArrayList<>();
      dangers.forEach((id, classes) -> actions.add(new SensitiveAction(id, classes)));
      return List.copyOf(actions);
    }

    private static Map<String, SensitiveAction> byId() {
      Map<String, SensitiveAction> actions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      WORST_FIRST.forEach(action -> actions.put(action.id(), action));
      return actions;
    }
  }

  /** All of them, the worst first. */
  public static List<SensitiveAction> all() {
    return Shipped.WORST_FIRST;
  }

  /** Those that a pattern speaks of, sorted by id. Needs no catalogue. */
  public static List<SensitiveAction> matching(ActionPattern pattern) {
    List<SensitiveAction> found = new ArrayList<>();
    for (SensitiveAction action : Shipped.BY_ID.values()) {
      int colon = action.id.indexOf(':');
      if (pattern.matchesService(action.id.substring(0, colon))
          && pattern.matchesName(action.id.substring(colon + 1))) {
        found.add(action);
      }
    }
    return found;
  }
}
