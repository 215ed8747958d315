package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolewright.source.SourceFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Trees in the formats that hold them. */
final class Written {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Written() {}

  /**
   * @param stem the file's name, from which a raw policy takes its own, without what follows the
   *     dot
   */
  static SourceFile json(String stem, JsonNode tree) {
    return SourceFile.of(stem + ".json", tree.toString());
  }

  static SourceFile flowYaml(String stem, JsonNode tree) {
    return SourceFile.of(stem + ".yaml", tree.toPrettyString());
  }

  static SourceFile blockYaml(String stem, JsonNode tree) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
            .setWidth(10_000)
            .build();
    Object plain = JSON.convertValue(tree, Map.class);
    return SourceFile.of(stem + ".yaml", new Dump(settings).dumpToString(plain));
  }

  /** A template with a role that trusts what the policy says. */
  static JsonNode template(JsonNode trust) {
    return template("AWS::IAM::Role", "AssumeRolePolicyDocument", trust);
  }

  /** The same with the policy as JSON in a text. */
  static JsonNode templateWithText(JsonNode trust) {
    return template(JsonNodeFactory.instance.textNode(trust.toString()));
  }

  /** A template with a managed policy. */
  static JsonNode managed(JsonNode policy) {
    return template("AWS::IAM::ManagedPolicy", "PolicyDocument", policy);
  }

  private static JsonNode template(String type, String property, JsonNode policy) {
    ObjectNode template = JSON.createObjectNode().put("AWSTemplateFormatVersion", "2010-09-09");
    ObjectNode resource = template.putObject("Resources").putObject("Subject");
    resource.put("Type", type).putObject("Properties").set(property, policy);
    return template;
  }

  /** What {@code aws iam get-role} answers, with the policy percent-encoded as the API has it. */
  static JsonNode role(String account, JsonNode trust) {
    String encoded =
        URLEncoder.encode(trust.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    ObjectNode export = JSON.createObjectNode();
    ObjectNode role = export.putObject("Role").put("Path", "/").put("RoleName", "subject");
    role.put("RoleId", "AROA0EXAMPLE0EXAMPLE0");
    role.put("Arn", "arn:aws:iam::" + account + ":role/subject");
    role.put("AssumeRolePolicyDocument", encoded);
    return export;
  }
}
