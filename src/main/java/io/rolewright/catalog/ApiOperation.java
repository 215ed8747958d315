package io.rolewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * API operations that people write as actions though IAM knows no such action, such as {@code
 * s3:ListObjects}, with the actions that do allow them.
 */
final class ApiOperation {

  private static final class Shipped {
    static final Map<String, List<String>> ACTIONS = load();

    private static Map<String, List<String>> load() {
      Map<String, List<String>> actions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (List<String> row : Table.shipped("api-operations.tsv").rows()) {
        actions.put(row.get(0), Table.list(row.get(1)));
      }
      return actions;
    }
  }

  private ApiOperation() {}

  /** The actions that allow an operation; none where it is not listed. */
  static List<String> actionsOf(String id) {
    return Shipped.ACTIONS.getOrDefault(id, List.of());
  }
}
