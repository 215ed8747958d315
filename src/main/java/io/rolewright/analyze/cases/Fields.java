package io.rolewright.analyze.cases;

import io.rolewright.model.AccountNumber;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of an object by name. A member that is null is absent; one of the wrong type is
 * absent and an error.
 */
final class Fields {

  private final ObjectNode object;
  private final String what;
  private final List<Problem> problems;

  /**
   * @param what the object in messages: {@code the principal}
   */
  Fields(ObjectNode object, String what, List<Problem> problems) {
    this.object = object;
    this.what = what;
    this.problems = problems;
    object
        .duplicates()
        .forEach(m -> error("`" + m.name() + "` is written twice in " + what, m.key().origin()));
  }

  /** Members of other names are errors. */
  void only(Set<String> names) {
    Set<String> told = new HashSet<>();
    for (ObjectNode.Member member : object.members()) {
      if (!names.contains(member.name()) && told.add(member.name())) {
        error(
            "unknown field `" + member.name() + "` in " + what + Closest.hint(member.name(), names),
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

  List<Problem> problems() {
    return problems;
  }

  boolean has(String name) {
    return node(name).isPresent();
  }

  Optional<Node> node(String name) {
    return object.get(name).filter(n -> n.asScalar().filter(ScalarNode::isNull).isEmpty());
  }

  /** The place of a field's value, or of the object. */
  Origin at(String name) {
    return node(name).map(Node::origin).orElse(object.origin());
  }

  /** A string; a number serves as its text. */
  Optional<String> text(String name) {
    return of(name, ScalarNode.Kind.STRING, ScalarNode.Kind.NUMBER, "a string")
        .map(ScalarNode::text);
  }

  Optional<Boolean> flag(String name) {
    return of(name, ScalarNode.Kind.BOOLEAN, ScalarNode.Kind.BOOLEAN, "true or false")
        .map(s -> s.text().equalsIgnoreCase("true"));
  }

  boolean isTrue(String name) {
    return flag(name).orElse(false);
  }

  /** A string that cannot be missing. */
  Optional<String> needed(String name) {
    if (!has(name)) {
      error(what + " needs `" + name + "`", object.origin());
    }
    return text(name);
  }

  /** An account as written; that it is no account number is an error. */
  Optional<String> account(String name) {
    Optional<String> account = text(name);
    account
        .filter(a -> !AccountNumber.isOne(a))
        .ifPresent(
            a ->
                error(
                    "`" + a + "` is no account; write all twelve digits, leading zeros too",
                    at(name)));
    return account;
  }

  Optional<Fields> object(String name, String called) {
    Optional<Node> node = node(name);
    node.filter(n -> n.asObject().isEmpty()).ifPresent(n -> wrongType(name, "an object", n));
    return node.flatMap(Node::asObject).map(o -> new Fields(o, called, problems));
  }

  Optional<List<Node>> list(String name) {
    Optional<Node> node = node(name);
    node.filter(n -> n.asArray().isEmpty()).ifPresent(n -> wrongType(name, "a list", n));
    return node.flatMap(Node::asArray).map(a -> a.items());
  }

  private Optional<ScalarNode> of(
      String name, ScalarNode.Kind one, ScalarNode.Kind other, String must) {
    Optional<Node> node = node(name);
    Optional<ScalarNode> scalar =
        node.flatMap(Node::asScalar).filter(s -> s.kind() == one || s.kind() == other);
    if (node.isPresent() && scalar.isEmpty()) {
      wrongType(name, must, node.get());
    }
    return scalar;
  }

  private void wrongType(String name, String must, Node node) {
    error("`" + name + "` must be " + must, node.origin());
  }

  void error(String message, Origin at) {
    problems.add(Problem.error(message, at));
  }

  void warn(String message, Origin at) {
    problems.add(Problem.warning(message, at));
  }
}
