package io.rolewright.parse.cloudformation;

import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A call of an intrinsic function, in the long form {@code {"Fn::Sub": …}} or the short form {@code
 * !Sub …}.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 * function reference</a>.
 *
 * @param name the long form's name: {@code Ref}, {@code Condition} or {@code Fn::…}
 * @param argument what it is applied to, without the tag
 * @param origin the whole call
 */
record Intrinsic(String name, Node argument, Origin origin) {

  /** The call that a node is, if it is one. */
  static Optional<Intrinsic> of(Node node) {
    Optional<String> tag = node.tag().filter(t -> t.length() > 1 && t.charAt(0) == '!');
    if (tag.isPresent() && tag.get().charAt(1) != '!') {
      return Optional.of(new Intrinsic(longName(tag.get()), untagged(node), node.origin()));
    }
    return node.asObject().flatMap(Intrinsic::ofObject);
  }

  /**
   * The name of the condition that {@code {"Condition": "Name"}} or {@code !Condition} asks for.
   */
  static Optional<ScalarNode> conditionAskedBy(Node node) {
    Optional<Intrinsic> call = of(node);
    if (call.isPresent()) {
      return call.filter(c -> c.name.equals("Condition")).flatMap(c -> c.argument.asScalar());
    }
    return node.asObject()
        .filter(o -> o.members().size() == 1)
        .flatMap(o -> o.get("Condition"))
        .flatMap(Node::asScalar);
  }

  /** The scalar that a node is, unless a tag makes it a call. */
  static Optional<ScalarNode> plainScalar(Node node) {
    return of(node).isPresent() ? Optional.empty() : node.asScalar();
  }

  /** The arguments of a function that takes several. */
  List<Node> arguments() {
    return argument.asArray().map(ArrayNode::items).orElse(List.of());
  }

  private static Optional<Intrinsic> ofObject(ObjectNode object) {
    if (object.members().size() != 1) {
      return Optional.empty();
    }
    ObjectNode.Member member = object.members().get(0);
    String name = member.name();
    boolean call = name.equals("Ref") || name.startsWith("Fn::");
    return call
        ? Optional.of(new Intrinsic(name, member.value(), object.origin()))
        : Optional.empty();
  }

  private static String longName(String tag) {
    String name = tag.substring(1);
    return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
  }

  private static Node untagged(Node node) {
    return node.match(
        o -> new ObjectNode(o.origin(), Optional.empty(), o.members()),
        a -> new ArrayNode(a.origin(), Optional.empty(), a.items()),
        s -> ScalarNode.read(s.origin(), Optional.empty(), s.kind(), s.text(), s::characters));
  }
}
