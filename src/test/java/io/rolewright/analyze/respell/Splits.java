package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Statements taken apart into several that say the same together, and joined again. What a
 * statement matches is a product of principals, actions and resources, so that each of these lists
 * may be divided; those that begin with {@code Not} may not.
 */
final class Splits {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Splits() {}

  /** One statement for each entry of {@code Action} or {@code Resource}. */
  static ObjectNode byMember(ObjectNode policy, String name) {
    return each(
        policy,
        s -> {
          List<ObjectNode> parts = new ArrayList<>();
          s.path(name).forEach(value -> parts.add(s.deepCopy().set(name, value)));
          return s.path(name).isArray() && parts.size() > 1 ? parts : List.of(s);
        });
  }

  /** One statement for each principal. */
  static ObjectNode byPrincipal(ObjectNode policy) {
    return each(
        policy,
        s -> {
          List<ObjectNode> parts = new ArrayList<>();
          for (Map.Entry<String, JsonNode> kind : s.path("Principal").properties()) {
            JsonNode values = kind.getValue();
            (values.isArray() ? values : List.of(values))
                .forEach(v -> parts.add(naming(s, kind.getKey(), v)));
          }
          return parts.size() > 1 ? parts : List.of(s);
        });
  }

  private static ObjectNode naming(ObjectNode statement, String kind, JsonNode value) {
    ObjectNode part = statement.deepCopy();
    part.set("Principal", JSON.objectNode().set(kind, value));
    return part;
  }

  /** Statements that differ in nothing but their actions become one. */
  static ObjectNode mergedByAction(ObjectNode policy) {
    return merged(policy, s -> s, "Action");
  }

  /** Statements that differ in nothing but principals of one kind become one. */
  static ObjectNode mergedByPrincipal(ObjectNode policy) {
    for (String kind : List.of("AWS", "Service", "Federated")) {
      merged(policy, s -> only(s.path("Principal"), kind), kind);
    }
    return policy;
  }

  private static JsonNode only(JsonNode principal, String kind) {
    return principal.size() == 1 && principal.has(kind) ? principal : JSON.missingNode();
  }

  private static ObjectNode merged(
      ObjectNode policy, Function<ObjectNode, JsonNode> part, String name) {
    if (!Policies.plain(policy)) {
      return policy;
    }
    Map<ObjectNode, List<ObjectNode>> alike = new LinkedHashMap<>();
    for (ObjectNode statement : Policies.statements(policy)) {
      ObjectNode rest = statement.deepCopy();
      JsonNode value = part.apply(rest).path(name);
      if (value.isTextual() || value.isArray()) {
        ((ObjectNode) part.apply(rest)).remove(name);
        rest.remove("Sid");
      }
      alike.computeIfAbsent(rest, r -> new ArrayList<>()).add(statement);
    }
    List<ObjectNode> whole = new ArrayList<>();
    alike.values().forEach(group -> whole.add(joined(group, part, name)));
    Policies.put(policy, whole);
    return policy;
  }

  private static ObjectNode joined(
      List<ObjectNode> group, Function<ObjectNode, JsonNode> part, String name) {
    ObjectNode first = group.get(0);
    if (group.size() > 1 && part.apply(first) instanceof ObjectNode holder && holder.has(name)) {
      ArrayNode list = JSON.arrayNode();
      for (ObjectNode statement : group) {
        JsonNode value = part.apply(statement).path(name);
        (value.isArray() ? value : List.of(value)).forEach(list::add);
      }
      holder.set(name, list);
    }
    return first;
  }

  private static ObjectNode each(ObjectNode policy, Function<ObjectNode, List<ObjectNode>> parts) {
    if (Policies.plain(policy)) {
      List<ObjectNode> all = new ArrayList<>();
      Policies.statements(policy).forEach(s -> all.addAll(anonymous(parts.apply(s))));
      Policies.put(policy, all);
    }
    return policy;
  }

  /** Parts may not share a name. */
  private static List<ObjectNode> anonymous(List<ObjectNode> parts) {
    if (parts.size() > 1) {
      parts.forEach(part -> part.remove("Sid"));
    }
    return parts;
  }
}
