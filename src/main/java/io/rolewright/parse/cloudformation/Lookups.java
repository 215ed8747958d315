package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code Fn::Select} and {@code Fn::FindInMap}. */
final class Lookups {

  private final Template template;
  private final Resolver resolver;
  private final Choices choices;
  private final ProblemLog problems;

  Lookups(Template template, Resolver resolver, Choices choices, ProblemLog problems) {
    this.choices = choices;
    this.template = template;
    this.resolver = resolver;
    this.problems = problems;
  }

  /** {@code [index, list]}. */
  Optional<Node> select(Intrinsic call) {
    if (call.arguments().size() != 2) {
      return Optional.of(resolver.malformed(call, "an index and a list"));
    }
    ScalarNode index = resolver.text(call.arguments().get(0));
    Node list = resolver.resolve(call.arguments().get(1)).orElse(call.arguments().get(1));
    Optional<Integer> at = Pieces.plain(index).flatMap(Lookups::number);
    Optional<ArrayNode> items = list.asArray();
    if (at.isPresent() && items.isPresent() && at.get() < items.get().items().size()) {
      return Optional.of(items.get().items().get(at.get()));
    }
    if (at.isPresent() && items.isPresent()) {
      return Optional.of(resolver.malformed(call, "an index within the list"));
    }
    String name = "item " + Pieces.shown(index) + " of `" + Pieces.shown(list) + "`";
    return Optional.of(Pieces.unknown(call.origin(), name));
  }

  /**
   * {@code [map, top key, second key]}, and {@code {DefaultValue: …}} as a fourth.
   *
   * <p>Where a key is not known the value is open; what it is for the keys' typical values is told.
   */
  Optional<Node> findInMap(Intrinsic call) {
    List<Node> arguments = call.arguments();
    if (arguments.size() < 3) {
      return Optional.of(resolver.malformed(call, "a mapping and two keys"));
    }
    ScalarNode map = resolver.text(arguments.get(0));
    ScalarNode top = resolver.text(arguments.get(1));
    ScalarNode second = resolver.text(arguments.get(2));
    Optional<Node> fallback =
        arguments.size() > 3
            ? arguments.get(3).asObject().flatMap(o -> o.get("DefaultValue"))
            : Optional.empty();
    if (map.hasHoles() || top.hasHoles() || second.hasHoles()) {
      return Optional.of(
          chosen(call.origin(), map, top, second)
              .orElseGet(() -> open(call.origin(), map, top, second)));
    }
    Optional<Node> value = value(map.text(), top.text(), second.text());
    if (value.isPresent()) {
      return value.map(v -> at(call.origin(), v));
    }
    if (fallback.isPresent()) {
      return resolver.resolve(fallback.get());
    }
    problems.warn("there is no " + shown(map, top, second), call.origin());
    return Optional.of(open(call.origin(), map, top, second));
  }

  /** The value in this world, where a parameter is the top key and all values are principals. */
  private Optional<Node> chosen(Origin at, ScalarNode map, ScalarNode top, ScalarNode second) {
    if (map.hasHoles() || second.hasHoles() || Pieces.onlyUnknown(top).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    for (ObjectNode.Member entry :
        template.mapping(map.text()).map(ObjectNode::members).orElse(List.of())) {
      value(map.text(), entry.name(), second.text())
          .flatMap(Pieces::plain)
          .ifPresent(v -> values.put(entry.name(), v));
    }
    return choices.among(Pieces.shown(top), values, at).map(Node.class::cast);
  }

  private Node open(Origin at, ScalarNode map, ScalarNode top, ScalarNode second) {
    Optional<String> typical =
        value(typical(map), typical(top), typical(second)).flatMap(Pieces::plain);
    return Pieces.unknown(at, new TextPart.Unknown(shown(map, top, second), typical));
  }

  private static String shown(ScalarNode map, ScalarNode top, ScalarNode second) {
    return "value of mapping " + told(map) + " at " + told(top) + ", " + told(second);
  }

  /** A known name in backticks, and what is not known by its own name. */
  private static String told(ScalarNode key) {
    return Pieces.onlyUnknown(key)
        .map(TextPart.Unknown::name)
        .orElseGet(() -> "`" + Pieces.shown(key) + "`");
  }

  private static String typical(ScalarNode key) {
    return Pieces.onlyUnknown(key).flatMap(TextPart.Unknown::typical).orElse(key.text());
  }

  private Optional<Node> value(String map, String top, String second) {
    return template
        .mapping(map)
        .flatMap(m -> m.get(top))
        .flatMap(Node::asObject)
        .flatMap((ObjectNode o) -> o.get(second));
  }

  /** A text counts where it is used; the items of a list keep their places. */
  private static Node at(Origin at, Node value) {
    return value.match(
        object -> object,
        array -> new ArrayNode(at, Optional.empty(), array.items()),
        scalar -> ScalarNode.resolved(at, Pieces.placed(at, scalar.characters())));
  }

  private static Optional<Integer> number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 7 && text.chars().allMatch(Lookups::digit);
    return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
