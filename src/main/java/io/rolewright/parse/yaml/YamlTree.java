package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.yaml.YamlAnchors.Anchored;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of one file from the parser's events, without recursion. Used once. */
final class YamlTree {

  private final SourceFile file;
  private final CodePoints points;
  private final Limits limits;
  private final YamlScalars scalars;
  private final YamlComments comments;
  private final YamlAnchors anchors = new YamlAnchors();
  private final Deque<YamlFrame> open = new ArrayDeque<>();
  private final List<Node> roots = new ArrayList<>();
  private long nodes;

  YamlTree(SourceFile file, CodePoints points, Limits limits) {
    this.file = file;
    this.points = points;
    this.limits = limits;
    this.scalars = new YamlScalars(file);
    this.comments = new YamlComments(file.text());
  }

  Tree finish() {
    comments.scanTo(file.text().length());
    return new Tree(file, roots, comments.found(), List.of());
  }

  /** The offset up to which scalars have been read. */
  int passed() {
    return comments.passed();
  }

  Tree endedBy(YamlProblem problem) {
    return new Tree(file, roots, comments.found(), List.<Problem>of(problem.problem()));
  }

  void take(Event event) throws YamlProblem {
    switch (event.getEventId()) {
      case DocumentStart -> anchors.clear();
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> begin((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> end(event);
      default -> {}
    }
  }

  private void scalar(ScalarEvent event) throws YamlProblem {
    int end = offset(event.getEndMark());
    YamlProperties place = properties(event, event.getTag(), end);
    ScalarStyle style = event.getScalarStyle();
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      comments.passBlock(place.content(), end);
    } else {
      comments.passScalar(place.content(), end);
    }
    Node node = scalars.node(place, event.getTag(), style, event.getValue(), end);
    Anchored finished = new Anchored(node, 1, 0);
    event.getAnchor().ifPresent(anchor -> anchors.end(anchor.getValue(), finished));
    count(finished);
    add(finished, node.origin().span().end());
  }

  private YamlProperties properties(NodeEvent event, Optional<String> tag, int end) {
    int start = offset(event.getStartMark());
    return tag.isEmpty() && event.getAnchor().isEmpty()
        ? YamlProperties.none(start)
        : YamlProperties.skip(file.text(), start, end);
  }

  private void begin(CollectionStartEvent event) throws YamlProblem {
    YamlProperties place = properties(event, event.getTag(), file.text().length());
    if (open.size() >= limits.depth()) {
      throw tooDeep(place.start(), place.start() + 1);
    }
    YamlFrame frame = new YamlFrame(event, place.start());
    frame.anchor().ifPresent(anchors::begin);
    open.push(frame);
  }

  private YamlProblem tooDeep(int start, int end) {
    return new YamlProblem("nested deeper than " + limits.depth() + " levels", file.at(start, end));
  }

  private void end(Event event) throws YamlProblem {
    YamlFrame frame = open.pop();
    Node node = frame.node(file, offset(event.getEndMark()));
    Anchored finished = new Anchored(node, frame.weight(), frame.height());
    frame.anchor().ifPresent(name -> anchors.end(name, finished));
    count(new Anchored(node, 1, 0));
    add(finished, node.origin().span().end());
  }

  private void alias(AliasEvent event) throws YamlProblem {
    String name = event.getAlias().getValue();
    int start = offset(event.getStartMark());
    int end = offset(event.getEndMark());
    if (!anchors.isKnown(name)) {
      throw new YamlProblem("no anchor `&" + name + "` before this alias", file.at(start, end));
    }
    Anchored target =
        anchors
            .get(name)
            .orElseThrow(
                () ->
                    new YamlProblem(
                        "the alias `*" + name + "` stands inside the value that it names",
                        file.at(start, end)));
    if (open.size() + target.height() > limits.depth()) {
      throw tooDeep(start, end);
    }
    count(target, start, end);
    add(target, end);
  }

  private void count(Anchored node) throws YamlProblem {
    count(node, node.node().origin().span().start(), node.node().origin().span().end());
  }

  private void count(Anchored added, int start, int end) throws YamlProblem {
    nodes = YamlFrame.plus(nodes, added.weight());
    if (nodes > limits.nodes()) {
      throw new YamlProblem(
          "holds more than "
              + limits.nodes()
              + " keys and values, aliases counted as often as used",
          file.at(start, end));
    }
  }

  private void add(Anchored node, int end) throws YamlProblem {
    if (open.isEmpty()) {
      roots.add(node.node());
    } else {
      open.element().add(node, end);
    }
  }

  private int offset(Optional<Mark> mark) {
    return points.offsetOf(mark.orElseThrow().getIndex());
  }
}
