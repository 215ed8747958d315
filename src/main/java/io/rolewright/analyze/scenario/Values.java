package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of condition keys, claims and attributes: a scalar, or a list of them. */
final class Values {

  private Values() {}

  /** The context with a key; a value of another type is an error and leaves it as it was. */
  static Context put(Context context, String key, Node value, Problems problems) {
    Optional<List<String>> values = read(value);
    if (values.isEmpty()) {
      problems.error(
          "the value of `" + key + "` must be a string, a number, true, false, or a list of these",
          value.origin());
      return context;
    }
    return value.asArray().isPresent()
        ? context.withList(key, values.get())
        : context.with(key, values.get());
  }

  /** The texts of a scalar or of a list of scalars; nothing for anything else. */
  static Optional<List<String>> read(Node value) {
    List<Node> items = value.itemsOrSelf();
    List<String> texts = new ArrayList<>();
    for (Node item : items) {
      Optional<ScalarNode> scalar = item.asValue();
      if (scalar.isEmpty()) {
        return Optional.empty();
      }
      texts.add(scalar.get().text());
    }
    return Optional.of(texts);
  }
}
