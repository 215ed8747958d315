package io.rolewright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the lines that {@link ServiceBlock} reads. */
final class BlockText {

  /** Where the package is known to differ from what AWS sends or documents. */
  private static final Map<String, String> CORRECTIONS =
      Map.of(
          // a list of strings, documented with ForAnyValue, though the reference says String
          // (R1.38)
          "cognito-identity.amazonaws.com:amr", "ArrayOfString",
          // its values are ARNs and the global key page recommends ARN operators
          "aws:SourceVpcArn", "ARN");

  private final StringBuilder text = new StringBuilder();
  private final List<String> keys = new ArrayList<>();
  private final List<String> resources = new ArrayList<>();

  private BlockText() {}

  static String ofGlobalKeys(DataPackage data) throws IOException {
    BlockText block = new BlockText();
    block.line('s', "", "0");
    block.keys(data.globalConditionKeys());
    return block.text.toString();
  }

  static String ofService(DataPackage data, String service) throws IOException {
    BlockText block = new BlockText();
    boolean rcps = data.servicesWithRcps().contains(service);
    block.line('s', data.serviceName(service), rcps ? "1" : "0");
    TreeMap<String, String> types = new TreeMap<>();
    data.conditionKeys(service).forEach(k -> types.put(field(k, "key"), field(k, "type")));
    block.keys(types);
    data.resourceTypes(service).forEach(block::resourceType);
    data.actions(service).forEach(block::action);
    return block.text.toString();
  }

  private void keys(TreeMap<String, String> types) {
    types.forEach(
        (key, type) -> {
          keys.add(key);
          line('k', template(key), typeCode(CORRECTIONS.getOrDefault(key, type)));
        });
  }

  private void resourceType(JsonNode type) {
    resources.add(field(type, "key"));
    line('r', field(type, "key"), field(type, "arn"), keyNumbers(type, ","));
  }

  private void action(JsonNode action) {
    List<String> targets = new ArrayList<>();
    for (JsonNode target : action.get("resourceTypes")) {
      targets.add(target(target));
    }
    String level = levelCode(field(action, "accessLevel"));
    line('a', field(action, "name"), level, String.join(",", targets), keyNumbers(action, ","));
  }

  private String target(JsonNode target) {
    String own = keyNumbers(target, ".");
    return number(resources, field(target, "name"))
        + (target.get("required").asBoolean() ? "!" : "")
        + (own.isEmpty() ? "" : ":" + own);
  }

  private String keyNumbers(JsonNode node, String separator) {
    return DataPackage.strings(node.path("conditionKeys")).stream()
        .map(k -> number(keys, k))
        .collect(Collectors.joining(separator));
  }

  private void line(char kind, String... fields) {
    text.append(kind);
    text.append(String.join("\t", fields));
    text.append('\n');
  }

  private static String number(List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalStateException("the package uses but does not list " + name);
    }
    return Integer.toString(index);
  }

  private static String field(JsonNode node, String name) {
    String value = node.get(name).asText();
    if (value.indexOf('\t') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalStateException("a field holds a tab or a line end: " + value);
    }
    return value;
  }

  /** One way to write a variable part, where the package has three. */
  private static String template(String key) {
    return key.replace("/tag-key", "/${TagKey}").replaceAll("<(\\w+)>", "\\${$1}");
  }

  private static String levelCode(String level) {
    AccessLevel found =
        switch (level) {
          case "List" -> AccessLevel.LIST;
          case "Read" -> AccessLevel.READ;
          case "Write" -> AccessLevel.WRITE;
          case "Tagging, Write" -> AccessLevel.TAGGING;
          case "Permissions management, Write" -> AccessLevel.PERMISSIONS_MANAGEMENT;
          default -> throw new IllegalStateException("unknown access level " + level);
        };
    return String.valueOf(found.code());
  }

  private static String typeCode(String type) {
    boolean list = type.startsWith("ArrayOf");
    ValueType found =
        switch (list ? type.substring("ArrayOf".length()) : type) {
          case "String" -> ValueType.STRING;
          case "ARN" -> ValueType.ARN;
          case "Bool" -> ValueType.BOOL;
          case "Numeric" -> ValueType.NUMERIC;
          case "Date" -> ValueType.DATE;
          case "IPAddress" -> ValueType.IP_ADDRESS;
          default -> throw new IllegalStateException("unknown condition key type " + type);
        };
    return found.code() + (list ? "+" : "");
  }
}
