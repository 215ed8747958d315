package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to have a service run one's own code under a role that is passed to it (R6.3).
 *
 * @param service to which the role is passed, as {@code iam:PassedToService} has it
 * @param actions that are all needed, besides {@code iam:PassRole}
 */
public record ServiceLaunch(String service, List<String> actions) {

  public ServiceLaunch {
    actions = List.copyOf(actions);
  }

  private static final class Shipped {
    static final List<ServiceLaunch> ALL = load();

    private static List<ServiceLaunch> load() {
      List<ServiceLaunch> launches = new ArrayList<>();
      for (List<String> row : Table.shipped("service-launches.tsv").rows()) {
        launches.add(new ServiceLaunch(row.get(0), Table.list(row.get(1))));
      }
      return List.copyOf(launches);
    }
  }

  /** All of them, by service. */
  public static List<ServiceLaunch> all() {
    return Shipped.ALL;
  }
}
