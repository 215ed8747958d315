package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the anchors of one document stand for; of a name used twice, the later node. */
final class YamlAnchors {

  /**
   * A finished node and what it costs to use it once more.
   *
   * @param weight values in it, aliases counted as often as they are used; saturates
   * @param height levels of nesting in it, 0 for a scalar
   */
  record Anchored(Node node, long weight, int height) {}

  private final Map<String, Optional<Anchored>> byName = new HashMap<>();

  /** Notes that the node of this anchor has begun. */
  void begin(String name) {
    byName.put(name, Optional.empty());
  }

  void end(String name, Anchored node) {
    byName.put(name, Optional.of(node));
  }

  boolean isKnown(String name) {
    return byName.containsKey(name);
  }

  /** The node; nothing while it has not ended. */
  Optional<Anchored> get(String name) {
    return byName.get(name);
  }

  void clear() {
    byName.clear();
  }
}
