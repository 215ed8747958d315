package io.rolewright.parse.tree;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A value as written in JSON or YAML. */
public sealed interface Node permits ObjectNode, ArrayNode, ScalarNode {

  /** From the first to the last character of the value, quotes and brackets included. */
  Origin origin();

  /** The explicit YAML tag, such as {@code !Sub}; JSON has none. */
  Optional<String> tag();

  /** Case analysis: exactly one of the functions is applied. */
  <R> R match(
      Function<ObjectNode, R> object, Function<ArrayNode, R> array, Function<ScalarNode, R> scalar);

  /** This node if it is an object. */
  default Optional<ObjectNode> asObject() {
    return match(Optional::of, a -> Optional.empty(), s -> Optional.empty());
  }

  /** This node if it is an array. */
  default Optional<ArrayNode> asArray() {
    return match(o -> Optional.empty(), Optional::of, s -> Optional.empty());
  }

  /** This node if it is a scalar. */
  default Optional<ScalarNode> asScalar() {
    return match(o -> Optional.empty(), a -> Optional.empty(), Optional::of);
  }

  /** This node if it is a scalar other than null. */
  default Optional<ScalarNode> asValue() {
    return asScalar().filter(s -> !s.isNull());
  }

  /** The items of an array; of any other node the node itself. */
  default List<Node> itemsOrSelf() {
    return match(List::of, ArrayNode::items, List::of);
  }
}
