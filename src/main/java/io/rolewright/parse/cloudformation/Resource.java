package io.rolewright.parse.cloudformation;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A resource of a template, as written.
 *
 * @param id its logical id
 * @param declared whether it is written in the template; SAM adds roles that are not
 * @param at the logical id
 * @param scope from the logical id to the end of the resource
 * @param body the object with {@code Type} and {@code Properties}
 * @param defaults what SAM's {@code Globals} say for resources of the type
 */
record Resource(
    String id,
    String type,
    boolean declared,
    Origin at,
    Origin scope,
    ObjectNode body,
    Optional<ObjectNode> defaults) {

  /** A resource that SAM adds for another, such as the role of a function. */
  static Resource added(String id, String type, Resource by) {
    List<ObjectNode.Member> condition = by.body.member("Condition").stream().toList();
    ObjectNode body = new ObjectNode(by.at, Optional.empty(), condition);
    return new Resource(id, type, false, by.at, by.scope, body, Optional.empty());
  }

  /** The name of the condition on which it exists. */
  Optional<ScalarNode> condition() {
    return body.get("Condition").flatMap(Node::asScalar);
  }

  /** A property as written. */
  Optional<Node> property(String name) {
    Optional<Node> own = body.get("Properties").flatMap(Node::asObject).flatMap(p -> p.get(name));
    return own.isPresent() ? own : defaults.flatMap(d -> d.get(name));
  }

  boolean is(String otherType) {
    return type.equals(otherType);
  }
}
