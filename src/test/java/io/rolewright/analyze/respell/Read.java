package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A file as a tree without places, so that it can be written otherwise. YAML holds JSON; the short
 * forms of CloudFormation's functions become long ones.
 */
final class Read {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final Set<Tag> TYPED = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
  private static final Set<String> BARE = Set.of("!Ref", "!Condition");

  private Read() {}

  /**
   * Nothing where a tree does not hold all of the text: faulty, or with a key that stands twice.
   */
  static Optional<JsonNode> tree(String text) {
    try {
      Compose compose = new Compose(LoadSettings.builder().build());
      return compose.composeString(text).map(Read::json);
    } catch (YamlEngineException | NotATree broken) {
      return Optional.empty();
    }
  }

  /** What no tree shows. */
  private static final class NotATree extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static JsonNode json(Node node) {
    String tag = node.getTag().getValue();
    JsonNode plain = plain(node);
    if (!tag.startsWith("!")) {
      return plain;
    }
    if (tag.equals("!GetAtt") && plain.isTextual()) {
      ArrayNode path = JSON.arrayNode();
      for (String part : plain.asText().split("\\.", 2)) {
        path.add(part);
      }
      plain = path;
    }
    String name = BARE.contains(tag) ? tag.substring(1) : "Fn::" + tag.substring(1);
    return JSON.objectNode().set(name, plain);
  }

  private static JsonNode plain(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple member : mapping.getValue()) {
        String key = ((ScalarNode) member.getKeyNode()).getValue();
        if (object.has(key)) {
          throw new NotATree();
        }
        object.set(key, json(member.getValueNode()));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(item -> array.add(json(item)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    try {
      JsonNode typed = MAPPER.readTree(text);
      boolean same = typed.isValueNode() && typed.asText().equals(text);
      return TYPED.contains(scalar.getTag()) && same ? typed : JSON.textNode(text);
    } catch (java.io.IOException noJson) {
      return JSON.textNode(text);
    }
  }
}
