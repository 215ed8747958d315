package io.rolewright.analyze;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object of the configuration. Members that are missing or null are absent; those of the wrong
 * type are absent and an error.
 */
final class Section {

  private final ObjectNode object;
  private final List<Problem> problems;

  private Section(ObjectNode object, List<Problem> problems) {
    this.object = object;
    this.problems = problems;
  }

  /** The section, if the node is one; keys other than {@code keys} are errors. */
  static Optional<Section> of(Node node, String what, Set<String> keys, List<Problem> problems) {
    Optional<Section> section = open(node, what, problems);
    section.ifPresent(s -> s.check(what, keys));
    return section;
  }

  /** A section whose keys are free. */
  static Optional<Section> open(Node node, String what, List<Problem> problems) {
    Optional<ObjectNode> object = node.asObject();
    if (object.isEmpty()) {
      problems.add(Problem.error(what + " must be a mapping", node.origin()));
    }
    object.ifPresent(
        o ->
            o.duplicates()
                .forEach(
                    m ->
                        problems.add(
                            Problem.error(
                                "`" + m.name() + "` is written twice", m.key().origin()))));
    return object.map(o -> new Section(o, problems));
  }

  private void check(String what, Set<String> keys) {
    Set<String> told = new HashSet<>();
    for (ObjectNode.Member member : object.members()) {
      if (!keys.contains(member.name()) && told.add(member.name())) {
        error(
            "unknown key `" + member.name() + "` in " + what + Closest.hint(member.name(), keys),
            member.key().origin());
      }
    }
  }

  Origin origin() {
    return object.origin();
  }

  List<ObjectNode.Member> members() {
    return object.members();
  }

  boolean has(String key) {
    return object.has(key);
  }

  Optional<Node> node(String key) {
    return object.present(key);
  }

  Optional<Section> section(String key, Set<String> keys) {
    return node(key).flatMap(n -> of(n, "`" + key + "`", keys, problems));
  }

  Optional<ScalarNode> scalar(String key) {
    Optional<Node> node = node(key);
    node.filter(n -> n.asScalar().isEmpty())
        .ifPresent(n -> error("`" + key + "` must be a single value", n.origin()));
    return node.flatMap(Node::asScalar);
  }

  /** The values of a list; a single value serves as a list of one. */
  List<ScalarNode> scalars(String key) {
    return node(key).map(n -> scalars(n, key)).orElse(List.of());
  }

  private List<ScalarNode> scalars(Node node, String key) {
    List<ScalarNode> found = new ArrayList<>();
    List<Node> items = node.itemsOrSelf();
    for (Node item : items) {
      item.asScalar()
          .filter(s -> !s.isNull() && !s.text().isBlank())
          .ifPresentOrElse(
              found::add,
              () -> error("`" + key + "` must be a list of single values", item.origin()));
    }
    return found;
  }

  /** The items of a list. */
  List<Node> items(String key) {
    Optional<Node> node = node(key);
    node.filter(n -> n.asArray().isEmpty())
        .ifPresent(n -> error("`" + key + "` must be a list", n.origin()));
    return node.flatMap(Node::asArray).map(a -> a.items()).orElse(List.of());
  }

  void error(String message, Origin at) {
    problems.add(Problem.error(message, at));
  }
}
