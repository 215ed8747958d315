package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The policies in a tree, wherever they stand. */
final class Policies {

  private Policies() {}

  static List<ObjectNode> of(JsonNode tree) {
    List<ObjectNode> all = new ArrayList<>();
    collect(tree, all);
    return all;
  }

  private static void collect(JsonNode node, List<ObjectNode> all) {
    if (node instanceof ObjectNode object && object.path("Statement").isContainerNode()) {
      all.add(object);
    } else {
      node.forEach(child -> collect(child, all));
    }
  }

  /** A copy of the tree, of which each policy was changed. */
  static JsonNode changed(JsonNode tree, UnaryOperator<ObjectNode> change) {
    JsonNode copy = tree.deepCopy();
    of(copy).forEach(change::apply);
    return copy;
  }

  /** The statements; functions that stand in their place are passed over. */
  static List<ObjectNode> statements(ObjectNode policy) {
    JsonNode statement = policy.path("Statement");
    List<ObjectNode> all = new ArrayList<>();
    (statement.isArray() ? statement : List.of(statement)).forEach(s -> addIfStatement(s, all));
    return all;
  }

  private static void addIfStatement(JsonNode node, List<ObjectNode> all) {
    if (node instanceof ObjectNode object && object.has("Effect")) {
      all.add(object);
    }
  }

  /** Whether {@link #statements} are all that the policy has. */
  static boolean plain(ObjectNode policy) {
    JsonNode statement = policy.path("Statement");
    return statements(policy).size() == (statement.isArray() ? statement.size() : 1);
  }

  static void put(ObjectNode policy, List<ObjectNode> statements) {
    ArrayNode list = policy.putArray("Statement");
    statements.forEach(list::add);
  }

  /** Whether some statement names principals. */
  static boolean names(ObjectNode policy) {
    return statements(policy).stream().anyMatch(s -> s.has("Principal") || s.has("NotPrincipal"));
  }

  static boolean hasResource(ObjectNode policy) {
    return statements(policy).stream().anyMatch(s -> s.has("Resource") || s.has("NotResource"));
  }
}
