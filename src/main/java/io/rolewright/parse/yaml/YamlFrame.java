package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/** A mapping or sequence whose end has not been seen. */
final class YamlFrame {

  private final boolean mapping;
  private final boolean flow;
  private final int start;
  private final Optional<String> tag;
  private final Optional<String> anchor;
  private final List<Member> members = new ArrayList<>();
  private final List<Node> items = new ArrayList<>();
  private Optional<ScalarNode> key = Optional.empty();
  private boolean merges;
  private int end;
  private long weight = 1;
  private int height = 1;

  /**
   * A collection that begins with this event.
   *
   * @param start the offset of its tag or content
   */
  YamlFrame(CollectionStartEvent event, int start) {
    this.mapping = event.getEventId() == Event.ID.MappingStart;
    this.flow = event.getFlowStyle() == FlowStyle.FLOW;
    this.start = start;
    this.end = start;
    this.tag = YamlTags.kept(event.getTag());
    this.anchor = event.getAnchor().map(Anchor::getValue);
  }

  Optional<String> anchor() {
    return anchor;
  }

  long weight() {
    return weight;
  }

  int height() {
    return height;
  }

  /**
   * Adds the next key, value or item.
   *
   * @param until the offset where it ends, which for an alias is not that of its node
   */
  void add(YamlAnchors.Anchored child, int until) throws YamlProblem {
    weight = plus(weight, child.weight());
    height = Math.max(height, child.height() + 1);
    end = Math.max(end, until);
    if (!mapping) {
      items.add(child.node());
    } else if (key.isPresent()) {
      members.add(new Member(key.get(), child.node()));
      key = Optional.empty();
    } else {
      key = Optional.of(key(child.node()));
    }
  }

  private ScalarNode key(Node node) throws YamlProblem {
    ScalarNode scalar =
        node.asScalar()
            .orElseThrow(
                () -> new YamlProblem("a key is a list or mapping, not text", node.origin()));
    merges |= isMerge(scalar);
    return scalar;
  }

  static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /**
   * The finished node.
   *
   * @param closing where its end event stands, which tells where flow collections end; those in
   *     block style end with their last child
   */
  Node node(SourceFile file, int closing) {
    int last = flow ? closing : end;
    return mapping
        ? new ObjectNode(file.at(start, last), tag, merges ? merged() : members)
        : new ArrayNode(file.at(start, last), tag, items);
  }

  private static boolean isMerge(ScalarNode key) {
    return key.text().equals("<<") && key.tag().isEmpty() && key.origin().written().equals("<<");
  }

  /** The members with those of merge keys in their place, each name from the first that has it. */
  private List<Member> merged() {
    Set<String> known = new HashSet<>();
    members.stream().filter(m -> !isMerge(m.key())).forEach(m -> known.add(m.name()));
    List<Member> all = new ArrayList<>();
    for (Member member : members) {
      Optional<List<ObjectNode>> sources = sources(member);
      sources.ifPresentOrElse(
          maps -> maps.forEach(m -> merge(m, all, known)), () -> all.add(member));
    }
    return all;
  }

  private static void merge(ObjectNode source, List<Member> all, Set<String> known) {
    List<Member> fresh = source.members().stream().filter(m -> !known.contains(m.name())).toList();
    fresh.forEach(m -> known.add(m.name()));
    all.addAll(fresh);
  }

  /** The mappings that a merge key stands for; nothing for any other member. */
  private static Optional<List<ObjectNode>> sources(Member member) {
    if (!isMerge(member.key())) {
      return Optional.empty();
    }
    List<Node> nodes =
        member.value().match(List::of, array -> array.items(), scalar -> List.<Node>of(scalar));
    boolean mappings = nodes.stream().allMatch(n -> n.asObject().isPresent());
    return mappings
        ? Optional.of(nodes.stream().map(n -> n.asObject().orElseThrow()).toList())
        : Optional.empty();
  }
}
