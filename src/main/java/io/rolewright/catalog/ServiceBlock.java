package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of one block: {@code s} the service, {@code k} a condition key, {@code r} a
 * resource type, {@code a} an action. Later lines refer to earlier keys and resource types by their
 * number.
 */
final class ServiceBlock {

  private final String prefix;
  private String name;
  private boolean supportsRcps;
  private final List<ConditionKey> keys = new ArrayList<>();
  private final List<ResourceType> resources = new ArrayList<>();
  private final List<ServiceAction> actions = new ArrayList<>();

  private ServiceBlock(String prefix) {
    this.prefix = prefix;
    this.name = prefix;
  }

  static Service read(String prefix, String text) {
    ServiceBlock block = new ServiceBlock(prefix);
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      block.line(text.charAt(from), Table.split(text.substring(from + 1, end), '\t'));
      from = end + 1;
    }
    return new Service(
        prefix, block.name, block.supportsRcps, block.actions, block.resources, block.keys);
  }

  private void line(char kind, List<String> fields) {
    switch (kind) {
      case 's' -> service(fields);
      case 'k' -> keys.add(key(fields));
      case 'r' ->
          resources.add(
              new ResourceType(fields.get(0), fields.get(1), keyNames(fields.get(2), ',')));
      case 'a' -> actions.add(action(fields));
      default -> throw new IllegalStateException("the catalogue has a line of kind " + kind);
    }
  }

  private void service(List<String> fields) {
    name = fields.get(0);
    supportsRcps = fields.get(1).equals("1");
  }

  private static ConditionKey key(List<String> fields) {
    String type = fields.get(1);
    return new ConditionKey(
        fields.get(0), ValueType.ofCode(type.charAt(0)), type.length() > 1 && type.endsWith("+"));
  }

  private ServiceAction action(List<String> fields) {
    List<ActionTarget> targets = new ArrayList<>();
    for (String target : members(fields.get(2), ',')) {
      targets.add(target(target));
    }
    AccessLevel level = AccessLevel.ofCode(fields.get(1).charAt(0));
    return new ServiceAction(prefix, fields.get(0), level, targets, keyNames(fields.get(3), ','));
  }

  /** A target is {@code 3} or {@code 3!} where required, then perhaps {@code :1.2} for its keys. */
  private ActionTarget target(String written) {
    int colon = written.indexOf(':');
    String number = colon < 0 ? written : written.substring(0, colon);
    boolean required = number.endsWith("!");
    int index = Integer.parseInt(required ? number.substring(0, number.length() - 1) : number);
    List<String> own = colon < 0 ? List.of() : keyNames(written.substring(colon + 1), '.');
    return new ActionTarget(resources.get(index), required, own);
  }

  private List<String> keyNames(String numbers, char separator) {
    List<String> names = new ArrayList<>();
    for (String number : members(numbers, separator)) {
      names.add(keys.get(Integer.parseInt(number)).name());
    }
    return names;
  }

  /** The members of a field; none of an empty one. */
  private static List<String> members(String field, char separator) {
    return field.isEmpty() ? List.of() : Table.split(field, separator);
  }
}
