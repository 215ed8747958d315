package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolewright.source.Origin;

/** An Allow that allows nothing, because two of its conditions contradict each other. */
final class Dead {

  private static final ObjectNode ALLOW = allow();

  private Dead() {}

  private static ObjectNode allow() {
    ObjectNode allow = JsonNodeFactory.instance.objectNode().put("Effect", "Allow");
    ObjectNode tests = JsonNodeFactory.instance.objectNode();
    tests.putObject("StringEquals").put("aws:PrincipalAccount", "210987654321");
    tests.putObject("StringNotEquals").put("aws:PrincipalAccount", "210987654321");
    return allow.set("Condition", tests);
  }

  private static ObjectNode trust() {
    ObjectNode dead = ALLOW.deepCopy().put("Action", "sts:AssumeRole");
    dead.putObject("Principal").put("AWS", "arn:aws:iam::210987654321:root");
    return dead;
  }

  private static ObjectNode permission() {
    return ALLOW
        .deepCopy()
        .put("Action", "s3:GetObject")
        .put("Resource", "arn:aws:s3:::unrelated/nothing");
  }

  /** Adds one. */
  static ObjectNode join(ObjectNode policy) {
    boolean trust = Policies.names(policy) && !Policies.hasResource(policy);
    if (Policies.plain(policy) && (trust || !Policies.names(policy))) {
      JsonNode statement = policy.get("Statement");
      ArrayNode all = policy.putArray("Statement");
      (statement.isArray() ? (ArrayNode) statement : java.util.List.of(statement))
          .forEach(all::add);
      all.add(trust ? trust() : permission());
    }
    return policy;
  }

  /** Whether a place in compact JSON is in such a statement. */
  static boolean holds(Origin place) {
    String text = place.file().text();
    return holds(text, trust().toString(), place) || holds(text, permission().toString(), place);
  }

  private static boolean holds(String text, String dead, Origin place) {
    int from = text.indexOf(dead);
    while (from >= 0) {
      if (from <= place.span().start() && place.span().end() <= from + dead.length()) {
        return true;
      }
      from = text.indexOf(dead, from + 1);
    }
    return false;
  }
}
