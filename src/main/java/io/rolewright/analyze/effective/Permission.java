package io.rolewright.analyze.effective;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.model.Statement;
import io.rolewright.reason.property.Example;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a list of permissions: some actions, on some resources, under some conditions.
 *
 * @param services the actions, service by service
 * @param resources in words, such as {@code on any resource}
 * @param conditions in words; all of them must hold
 * @param statements that allow some of it; none is left out unless it is proved to give nothing
 * @param example a request of it that the simulator judged
 */
public record Permission(
    List<Actions> services,
    String resources,
    List<String> conditions,
    List<Statement> statements,
    Example example) {

  /**
   * Actions of one service.
   *
   * @param service its prefix; empty where the actions are of many services
   * @param levels that the actions touch, as far as the catalogue lists them
   * @param exact the actions; {@code *} and {@code ?} are wildcards
   * @param shown the same shorter, for reading: exact for the actions that the catalogue lists
   */
  public record Actions(
      String service, List<AccessLevel> levels, List<String> exact, List<String> shown) {

    public Actions {
      levels = List.copyOf(levels);
      exact = List.copyOf(exact);
      shown = List.copyOf(shown);
    }
  }

  public Permission {
    services = List.copyOf(services);
    conditions = List.copyOf(conditions);
    statements = List.copyOf(statements);
  }

  /** What lines are sorted by: the services, the gravest of their access levels, the words. */
  String order() {
    String names = services.stream().map(Actions::service).collect(Collectors.joining(" "));
    int level =
        services.stream()
            .flatMap(actions -> actions.levels().stream())
            .mapToInt(Enum::ordinal)
            .min()
            .orElse(0);
    return names + " " + level + " " + services.get(0).exact() + resources + conditions;
  }
}
