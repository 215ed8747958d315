package io.rolewright.parse.policy;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The outline of an object that may be a policy: its statements, found even where {@code Statement}
 * is misspelt, so that a policy that AWS would refuse is reported and not passed over.
 */
final class PolicyShape {

  private static final Set<String> ELEMENTS =
      Set.of(
          "effect", "principal", "notprincipal", "action", "notaction", "resource", "notresource");

  /** Versions of look-alikes: Alibaba Cloud writes 1, Huawei Cloud 1.0 to 5.0, Tencent 2.0. */
  private static final Set<String> FOREIGN_VERSIONS = Set.of("1", "1.0", "1.1", "2.0", "5.0");

  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

  private final List<ObjectNode> statements;

  private PolicyShape(List<ObjectNode> statements) {
    this.statements = statements;
  }

  /**
   * The shape of what is meant as an AWS policy:
   *
   * <ul>
   *   <li>{@code Statement} with an object that has two elements of a statement, or an {@code
   *       Effect} of {@code Allow} or {@code Deny};
   *   <li>{@code Statement} of whatever type, or none at all, with a {@code Version} that only AWS
   *       policies have and no member that a policy cannot have;
   *   <li>a name close to {@code Statement} with an object that has such an {@code Effect}.
   * </ul>
   *
   * Empty for all else.
   */
  static Optional<PolicyShape> of(ObjectNode object) {
    if (isForeign(object)) {
      return Optional.empty();
    }
    Optional<Node> statement = object.get("Statement");
    if (statement.isPresent()) {
      List<ObjectNode> found = objects(statement.get());
      boolean policy = found.stream().anyMatch(PolicyShape::isStatement) || isBare(object);
      return policy ? Optional.of(new PolicyShape(found)) : Optional.empty();
    }
    return nearMiss(object)
        .or(() -> isBare(object) ? Optional.of(new PolicyShape(List.of())) : Optional.empty());
  }

  List<ObjectNode> statements() {
    return statements;
  }

  /** Whether a statement has an element, in whatever case it is written. */
  boolean hasElement(String name) {
    return statements.stream().anyMatch(s -> element(s, name).isPresent());
  }

  /** The actions of all statements, those of {@code NotAction} too. */
  List<String> actions() {
    List<String> actions = new ArrayList<>();
    for (ObjectNode statement : statements) {
      element(statement, "action").ifPresent(node -> addStrings(node, actions));
      element(statement, "notaction").ifPresent(node -> addStrings(node, actions));
    }
    return actions;
  }

  private static Optional<PolicyShape> nearMiss(ObjectNode object) {
    for (ObjectNode.Member member : object.members()) {
      if (Closest.to(member.name(), List.of("Statement"), 2).isPresent()) {
        List<ObjectNode> found = objects(member.value());
        if (found.stream().anyMatch(PolicyShape::hasEffect)) {
          return Optional.of(new PolicyShape(found));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isForeign(ObjectNode object) {
    return object
        .get("Version")
        .flatMap(Node::asScalar)
        .filter(v -> FOREIGN_VERSIONS.contains(v.text()))
        .isPresent();
  }

  private static boolean isBare(ObjectNode object) {
    boolean version =
        object
            .get("Version")
            .flatMap(Node::asScalar)
            .filter(v -> VERSIONS.contains(v.text()))
            .isPresent();
    Set<String> legal = Set.of("version", "id", "statement");
    return version && object.members().stream().allMatch(m -> legal.contains(lower(m.name())));
  }

  private static boolean isStatement(ObjectNode object) {
    long elements = object.members().stream().filter(m -> isElement(m.name())).count();
    return elements >= 2 || hasEffect(object);
  }

  private static boolean isElement(String name) {
    return ELEMENTS.contains(lower(name));
  }

  private static boolean hasEffect(ObjectNode object) {
    return object
        .get("Effect")
        .flatMap(Node::asScalar)
        .map(s -> lower(s.text()))
        .filter(e -> e.equals("allow") || e.equals("deny"))
        .isPresent();
  }

  private static Optional<Node> element(ObjectNode statement, String lowerName) {
    return statement.members().stream()
        .filter(m -> lower(m.name()).equals(lowerName))
        .map(ObjectNode.Member::value)
        .findFirst();
  }

  private static List<ObjectNode> objects(Node node) {
    return node.match(
        List::of,
        array -> array.items().stream().flatMap(i -> i.asObject().stream()).toList(),
        scalar -> List.of());
  }

  private static void addStrings(Node node, List<String> into) {
    List<Node> nodes = node.itemsOrSelf();
    nodes.forEach(n -> n.asScalar().map(ScalarNode::text).ifPresent(into::add));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
