package io.rolewright.analyze.cases;

import io.rolewright.model.AccountNumber;
import io.rolewright.parse.tree.ArrayNode;
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
import java.util.function.Function;

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

  boolean has(String name) {
    return node(name).isPresent();
  }

  Optional<Node> node(String name) {
    return object.present(name);
  }

  /** The place of a field's value, or of the object. */
  Origin at(String name) {
    return node(name).map(Node::origin).orElse(object.origin());
  }

  /** A string; a number serves as its text. */
  Optional<String> text(String name) {
    return read(name, n -> n.asScalar().filter(ScalarNode::isText), "a string")
        .map(ScalarNode::text);
  }

  Optional<Boolean> flag(String name) {
    return read(name, n -> n.asScalar().flatMap(ScalarNode::truth), "true or false");
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
    return read(name, Node::asObject, "an object").map(o -> new Fields(o, called, problems));
  }

  Optional<List<Node>> list(String name) {
    return read(name, Node::asArray, "a list").map(ArrayNode::items);
  }

  private <T> Optional<T> read(String name, Function<Node, Optional<T>> reader, String must) {
    Optional<Node> node = node(name);
    Optional<T> value = node.flatMap(reader);
    if (node.isPresent() && value.isEmpty()) {
      error("`" + name + "` must be " + must, node.get().origin());
    }
    return value;
  }

  void error(String message, Origin at) {
    problems.add(Problem.error(message, at));
  }

  void warn(String message, Origin at) {
    problems.add(Problem.warning(message, at));
  }
}
