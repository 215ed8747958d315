package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree from events. Open collections are on a stack of our own, so that deep nesting
 * costs no call stack; what an alias unfolds to is shared, not copied, and counted.
 */
final class YamlTree {

  /** A collection whose end has not come. */
  private static final class Open {
    final boolean mapping;
    final int start;
    final boolean flow;
    final Optional<String> tag;
    final Optional<Anchor> anchor;
    final List<Node> children = new ArrayList<>();
    long weight = 1;
    int end;

    Open(boolean mapping, int start, boolean flow, Optional<String> tag, Optional<Anchor> anchor) {
      this.mapping = mapping;
      this.start = start;
      this.end = start;
      this.flow = flow;
      this.tag = tag;
      this.anchor = anchor;
    }
  }

  private record Anchored(Node node, long weight) {}

  private final YamlText text;
  private final Limits limits;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final List<Node> roots = new ArrayList<>();
  private final List<Tree.Comment> comments = new ArrayList<>();
  private long nodes;

  YamlTree(YamlText text, Limits limits) {
    this.text = text;
    this.limits = limits;
  }

  List<Node> roots() {
    return roots;
  }

  List<Tree.Comment> comments() {
    return comments;
  }

  void accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> anchors.clear();
      case MappingStart -> open((CollectionStartEvent) event, true);
      case SequenceStart -> open((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> close(event);
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case Comment -> comment((CommentEvent) event);
      default -> {
        // stream and document ends hold nothing
      }
    }
  }

  private void open(CollectionStartEvent event, boolean mapping) {
    int start = start(event);
    if (open.size() >= limits.depth()) {
      throw fail("nested deeper than " + limits.depth() + " levels", start, start + 1);
    }
    open.push(new Open(mapping, start, event.isFlow(), tag(event.getTag()), event.getAnchor()));
  }

  private void close(Event event) {
    Open done = open.pop();
    // A block collection's end mark is the start of the next token: its last child's end is its
    // own.
    int end = done.flow || done.children.isEmpty() ? end(event) : done.end;
    Node node =
        done.mapping
            ? new ObjectNode(text.file().at(done.start, end), done.tag, members(done))
            : new ArrayNode(text.file().at(done.start, end), done.tag, done.children);
    done.anchor.ifPresent(anchor -> anchors.put(anchor, new Anchored(node, done.weight)));
    add(node, done.weight, end);
  }

  private void scalar(ScalarEvent event) {
    int start = start(event);
    int end = end(event);
    ScalarNode node =
        ScalarNode.read(
            text.file().at(start, end),
            tag(event.getTag()),
            YamlScalars.kind(event),
            event.getValue(),
            () -> YamlScalars.characters(text.file(), event, start, end));
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, 1)));
    add(node, 1, end);
  }

  private void alias(AliasEvent event) {
    Anchored anchored = anchors.get(event.getAlias());
    int start = start(event);
    if (anchored == null) {
      throw fail(
          "the alias `*" + event.getAlias() + "` has no anchor before it", start, end(event));
    }
    add(anchored.node(), anchored.weight(), end(event));
  }

  private void add(Node node, long weight, int end) {
    nodes += weight;
    if (nodes > limits.nodes()) {
      throw fail("holds more than " + limits.nodes() + " values, aliases counted", end, end);
    }
    if (open.isEmpty()) {
      roots.add(node);
      return;
    }
    Open parent = open.peek();
    parent.children.add(node);
    parent.weight += weight;
    parent.end = end;
  }

  private List<ObjectNode.Member> members(Open done) {
    List<ObjectNode.Member> members = new ArrayList<>();
    List<ObjectNode.Member> merged = new ArrayList<>();
    for (int i = 0; i + 1 < done.children.size(); i += 2) {
      Node key = done.children.get(i);
      Node value = done.children.get(i + 1);
      ScalarNode name =
          key.asScalar()
              .orElseThrow(
                  () ->
                      fail(
                          "a key must be a single value, not a list or mapping",
                          key.origin().span().start(),
                          key.origin().span().end()));
      if (name.text().equals("<<")) {
        merged.addAll(mergedMembers(value));
      } else {
        members.add(new ObjectNode.Member(name, value));
      }
    }
    for (ObjectNode.Member member : merged) {
      if (members.stream().noneMatch(m -> m.name().equals(member.name()))) {
        members.add(member);
      }
    }
    return members;
  }

  /** What {@code <<} takes over from a mapping or a list of mappings; the first wins. */
  private static List<ObjectNode.Member> mergedMembers(Node value) {
    return value.match(
        ObjectNode::members,
        array ->
            array.items().stream()
                .flatMap(item -> item.asObject().stream())
                .flatMap(object -> object.members().stream())
                .toList(),
        scalar -> List.of());
  }

  private void comment(CommentEvent event) {
    int start = start(event);
    String all = text.file().text();
    int before = start - 1;
    while (before >= 0 && (all.charAt(before) == ' ' || all.charAt(before) == '\t')) {
      before--;
    }
    boolean alone = before < 0 || all.charAt(before) == '\n' || all.charAt(before) == '\r';
    if (start < all.length() && all.charAt(start) == '#') {
      comments.add(new Tree.Comment(event.getValue().strip(), start, alone));
    }
  }

  /** Only short-form tags such as {@code !Sub} say something; {@code !!str} is a type. */
  private static Optional<String> tag(Optional<String> tag) {
    return tag.filter(t -> t.startsWith("!") && t.length() > 1);
  }

  /** The value's own start: before it may stand an anchor and a tag, which belong to it. */
  private int start(Event event) {
    return event.getStartMark().map(text::offset).orElse(0);
  }

  private int end(Event event) {
    return event.getEndMark().map(text::offset).orElse(0);
  }

  private YamlProblem fail(String message, int start, int end) {
    return new YamlProblem(Problem.error(message, text.file().at(start, end)));
  }
}
