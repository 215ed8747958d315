package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service that takes roles, and the actions that hand it one. Nobody publishes a full list: an
 * action that is missing may still take a role.
 *
 * @param service the value of {@code iam:PassedToService} then
 * @param actions such as {@code lambda:CreateFunction}
 * @param runsCode whether the caller decides what is done under the role, or gets its credentials
 * @param source where this was read
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Grant
 *     a user permissions to pass a role to an AWS service</a>
 */
public record PassedRole(String service, List<String> actions, boolean runsCode, String source) {

  public PassedRole {
    actions = List.copyOf(actions);
  }

  private static final class Shipped {
    static final Map<String, PassedRole> BY_SERVICE = load();

    private static Map<String, PassedRole> load() {
      Map<String, PassedRole> services = new TreeMap<>();
      for (List<String> row : Table.shipped("passed-role-launches.tsv").rows()) {
        boolean code = row.get(2).equals("yes");
        services.put(
            row.get(0), new PassedRole(row.get(0), Table.list(row.get(1)), code, row.get(3)));
      }
      return services;
    }
  }

  /** All of them, sorted by service. */
  public static Collection<PassedRole> all() {
    return Collections.unmodifiableCollection(Shipped.BY_SERVICE.values());
  }

  /** The services that an action hands a role to, sorted; {@code iam:PassRole} is none of them. */
  public static List<PassedRole> by(String action) {
    List<PassedRole> found = new ArrayList<>();
    for (PassedRole passed : Shipped.BY_SERVICE.values()) {
      if (passed.actions.stream().anyMatch(action::equalsIgnoreCase)) {
        found.add(passed);
      }
    }
    return found;
  }
}
