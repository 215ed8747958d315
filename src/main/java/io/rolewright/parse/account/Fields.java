package io.rolewright.parse.account;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Typed access to the members of an export. A member that is missing or null is absent; one of the
 * wrong type is absent and a warning.
 */
final class Fields {

  private final List<Problem> problems;

  Fields(List<Problem> problems) {
    this.problems = problems;
  }

  /** A member that must be text, a number or a Boolean. */
  Optional<ScalarNode> scalar(ObjectNode object, String name) {
    Optional<Node> node = object.present(name);
    Optional<ScalarNode> scalar = node.flatMap(Node::asScalar);
    if (node.isPresent() && scalar.isEmpty()) {
      wrong(node.get(), name, "a string");
    }
    return scalar;
  }

  /** The text of a {@link #scalar} that is not blank. */
  Optional<String> text(ObjectNode object, String name) {
    return scalar(object, name).map(ScalarNode::text).filter(text -> !text.isBlank());
  }

  Optional<ObjectNode> object(ObjectNode object, String name) {
    Optional<Node> node = object.present(name);
    Optional<ObjectNode> found = node.flatMap(Node::asObject);
    if (node.isPresent() && found.isEmpty()) {
      wrong(node.get(), name, "an object");
    }
    return found;
  }

  /** The objects of a list; items of another type are warnings. */
  List<ObjectNode> objects(ObjectNode object, String name) {
    List<ObjectNode> found = new ArrayList<>();
    for (Node item : items(object, name)) {
      item.asObject().ifPresentOrElse(found::add, () -> wrongItem(item, name, "an object"));
    }
    return found;
  }

  /** The strings of a list; items of another type are warnings. */
  List<String> texts(ObjectNode object, String name) {
    List<String> found = new ArrayList<>();
    for (Node item : items(object, name)) {
      item.asValue()
          .ifPresentOrElse(s -> found.add(s.text()), () -> wrongItem(item, name, "a string"));
    }
    return found;
  }

  private List<Node> items(ObjectNode object, String name) {
    Optional<Node> node = object.present(name);
    if (node.isPresent() && node.get().asArray().isEmpty()) {
      wrong(node.get(), name, "a list");
    }
    return node.flatMap(Node::asArray).map(a -> a.items()).orElse(List.of());
  }

  /** Adds a warning. */
  void warn(String message, Origin at) {
    problems.add(Problem.warning(message, at));
  }

  /** Adds a note. */
  void note(String message, Origin at) {
    problems.add(Problem.note(message, at));
  }

  private void wrong(Node node, String name, String type) {
    warn("`" + name + "` must be " + type + "; it was passed over", node.origin());
  }

  private void wrongItem(Node node, String name, String type) {
    warn("an item of `" + name + "` must be " + type + "; it was passed over", node.origin());
  }
}
