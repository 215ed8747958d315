package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways to write a policy otherwise, statement by statement, with the same meaning. */
final class Spellings {

  private static final Set<String> ACTIONS = Set.of("Action", "NotAction");
  private static final Set<String> ONE_OR_MORE =
      Set.of(
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "AWS",
          "Service",
          "Federated",
          "CanonicalUser");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Spellings() {}

  /** What may be a list is one. */
  static ObjectNode lists(ObjectNode policy) {
    return oneOrMore(policy, v -> v.isValueNode() ? JSON.arrayNode().add(v) : v, true);
  }

  /** A list of one is no list. */
  static ObjectNode single(ObjectNode policy) {
    return oneOrMore(policy, v -> v.isArray() && v.size() == 1 ? v.get(0) : v, true);
  }

  static ObjectNode listsReversed(ObjectNode policy) {
    return oneOrMore(policy, v -> v.isArray() ? reversed((ArrayNode) v) : v, false);
  }

  static ObjectNode statementsReversed(ObjectNode policy) {
    if (policy.get("Statement") instanceof ArrayNode list) {
      policy.set("Statement", reversed(list));
    }
    return policy;
  }

  static ObjectNode membersReversed(ObjectNode policy) {
    Policies.statements(policy).forEach(s -> replace(s, backwards(s)));
    return policy;
  }

  static ObjectNode conditionsReversed(ObjectNode policy) {
    for (ObjectNode statement : Policies.statements(policy)) {
      if (statement.path("Condition") instanceof ObjectNode condition) {
        blocks(statement).forEach(block -> replace(block, backwards(block)));
        replace(condition, backwards(condition));
      }
    }
    return policy;
  }

  /** Names of actions and condition keys in small letters. */
  static ObjectNode small(ObjectNode policy) {
    UnaryOperator<String> small = name -> name.toLowerCase(Locale.ROOT);
    return keys(actions(policy, small), small);
  }

  /** Names of actions and condition keys in capitals. */
  static ObjectNode capitals(ObjectNode policy) {
    UnaryOperator<String> capitals = name -> name.toUpperCase(Locale.ROOT);
    return keys(actions(policy, capitals), capitals);
  }

  private static ObjectNode actions(ObjectNode policy, UnaryOperator<String> letters) {
    for (ObjectNode statement : Policies.statements(policy)) {
      statement.properties().stream()
          .filter(m -> ACTIONS.contains(m.getKey()))
          .forEach(m -> m.setValue(spelled(m.getValue(), letters)));
    }
    return policy;
  }

  /** The name of a tag in a key is left alone. */
  private static ObjectNode keys(ObjectNode policy, UnaryOperator<String> letters) {
    for (ObjectNode statement : Policies.statements(policy)) {
      for (ObjectNode block : blocks(statement)) {
        ObjectNode renamed = JSON.objectNode();
        block.properties().forEach(t -> renamed.set(key(t.getKey(), letters), t.getValue()));
        replace(block, renamed);
      }
    }
    return policy;
  }

  private static String key(String key, UnaryOperator<String> letters) {
    int tag = key.indexOf('/') + 1;
    boolean issuer = key.indexOf('/') > 0 && key.substring(0, tag).indexOf(':') < 0;
    return tag == 0 || issuer
        ? letters.apply(key)
        : letters.apply(key.substring(0, tag)) + key.substring(tag);
  }

  private static JsonNode spelled(JsonNode value, UnaryOperator<String> letters) {
    if (value.isTextual()) {
      return JSON.textNode(letters.apply(value.asText()));
    }
    ArrayNode all = JSON.arrayNode();
    value.forEach(v -> all.add(v.isTextual() ? spelled(v, letters) : v));
    return value.isArray() ? all : value;
  }

  private static List<ObjectNode> blocks(ObjectNode statement) {
    List<ObjectNode> blocks = new ArrayList<>();
    if (statement.path("Condition") instanceof ObjectNode condition) {
      for (JsonNode tests : condition) {
        if (tests instanceof ObjectNode block && !isFunction(block)) {
          blocks.add(block);
        }
      }
    }
    return blocks;
  }

  /** Whether CloudFormation puts something in its place. */
  private static boolean isFunction(ObjectNode object) {
    return object.size() == 1
        && (object.has("Ref") || object.fieldNames().next().startsWith("Fn::"));
  }

  private static ObjectNode oneOrMore(
      ObjectNode policy, UnaryOperator<JsonNode> change, boolean statementsToo) {
    for (ObjectNode statement : Policies.statements(policy)) {
      members(statement, change);
      Stream.of("Principal", "NotPrincipal")
          .map(statement::path)
          .filter(JsonNode::isObject)
          .forEach(principal -> members((ObjectNode) principal, change));
      for (ObjectNode block : blocks(statement)) {
        block.properties().forEach(t -> t.setValue(change.apply(t.getValue())));
      }
    }
    if (statementsToo && Policies.plain(policy)) {
      JsonNode statement = policy.get("Statement");
      JsonNode list = statement.isObject() ? JSON.arrayNode().add(statement) : statement;
      policy.set("Statement", change.apply(list));
    }
    return policy;
  }

  private static void members(ObjectNode object, UnaryOperator<JsonNode> change) {
    object.properties().stream()
        .filter(m -> ONE_OR_MORE.contains(m.getKey()))
        .forEach(m -> m.setValue(change.apply(m.getValue())));
  }

  private static ArrayNode reversed(ArrayNode list) {
    ArrayNode reversed = JSON.arrayNode();
    list.elements().forEachRemaining(v -> reversed.insert(0, v));
    return reversed;
  }

  private static ObjectNode backwards(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.reverse(names);
    ObjectNode backwards = JSON.objectNode();
    names.forEach(name -> backwards.set(name, object.get(name)));
    return backwards;
  }

  private static void replace(ObjectNode object, ObjectNode by) {
    object.removeAll();
    object.setAll(by);
  }
}
