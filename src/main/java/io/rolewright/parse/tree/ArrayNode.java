package io.rolewright.parse.tree;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An array or sequence.
 *
 * @param items in written order
 */
public record ArrayNode(Origin origin, Optional<String> tag, List<Node> items) implements Node {

  public ArrayNode {
    items = List.copyOf(items);
  }

  @Override
  public <R> R match(
      Function<ObjectNode, R> object,
      Function<ArrayNode, R> array,
      Function<ScalarNode, R> scalar) {
    return array.apply(this);
  }
}
