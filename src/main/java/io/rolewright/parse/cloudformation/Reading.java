package io.rolewright.parse.cloudformation;

import io.rolewright.model.Amount;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Text;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.policy.TextReader;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The template in one world: properties without calls, and what they say. */
final class Reading {

  private final Template template;
  private final Links links;
  private final ReadOptions options;
  private final ProblemLog problems;
  private final Resolver resolver;
  private final PolicyReader policies;

  Reading(Template template, Links links, ReadOptions options, World world, ProblemLog problems) {
    this.template = template;
    this.links = links;
    this.options = options;
    this.problems = problems;
    this.resolver = new Resolver(template, options, world, problems);
    this.policies = new PolicyReader(options.limits());
  }

  Template template() {
    return template;
  }

  Links links() {
    return links;
  }

  ProblemLog problems() {
    return problems;
  }

  Optional<String> account() {
    return options.account();
  }

  /** Whether the resource's own condition holds here. */
  boolean exists(Resource resource) {
    return resource
        .condition()
        .map(c -> resolver.conditions().holds(c.text(), c.origin()))
        .orElse(true);
  }

  /** A property, with defaults from SAM's globals. */
  Optional<Node> property(Resource resource, String name) {
    return resource.property(name).flatMap(resolver::resolve).filter(n -> !isNull(n));
  }

  /** A property that is a list, or a single item. */
  List<Node> items(Resource resource, String name) {
    return property(resource, name)
        .map(n -> n.match(List::<Node>of, ArrayNode::items, List::<Node>of))
        .orElse(List.of());
  }

  /** A property that is text; anything else is a problem, and absent. */
  Optional<Text> text(Resource resource, String name) {
    return property(resource, name).flatMap(n -> text(n, name));
  }

  /** The text of a value that stands for {@code name}. */
  Optional<Text> text(Node node, String name) {
    Optional<Text> text = node.asScalar().map(s -> TextReader.read(s, false));
    if (text.isEmpty()) {
      problems.warn("`" + name + "` must be text, so that it was not read", node.origin());
    }
    return text;
  }

  /** The name that a property gives, or else the logical id. */
  Text name(Resource resource, String property) {
    return text(resource, property)
        .filter(t -> !t.parts().isEmpty())
        .orElseGet(() -> Text.literal(resource.at(), resource.id()));
  }

  Optional<PolicyDocument> document(Resource resource, String property, PolicyKind kind) {
    return property(resource, property).map(n -> document(n, kind));
  }

  PolicyDocument document(Node node, PolicyKind kind) {
    return policies.read(node, kind);
  }

  /** A property that counts seconds. */
  Optional<Amount> amount(Resource resource, String property) {
    return amount(resource, property, Reading::number);
  }

  Optional<Amount> amount(
      Resource resource, String property, Function<String, OptionalLong> number) {
    return text(resource, property)
        .map(
            text ->
                new Amount(
                    text.origin(), text.plain().map(number).orElse(OptionalLong.empty()), text));
  }

  /** The tags of which key and value are known; SAM writes them as an object. */
  Map<String, String> tags(Resource resource) {
    Map<String, String> tags = new HashMap<>();
    for (Node item : items(resource, "Tags")) {
      Optional<ObjectNode> tag = item.asObject();
      Optional<String> key = tag.flatMap(t -> t.get("Key")).flatMap(Pieces::plain);
      Optional<String> value = tag.flatMap(t -> t.get("Value")).flatMap(Pieces::plain);
      if (key.isPresent() && value.isPresent()) {
        tags.put(key.get(), value.get());
      } else if (!resource.type().startsWith("AWS::IAM::")) {
        tag.ifPresent(
            t ->
                t.members()
                    .forEach(m -> Pieces.plain(m.value()).ifPresent(v -> tags.put(m.name(), v))));
      }
    }
    return tags;
  }

  /** Whether a resolved value means the resource, by {@code Ref} or by name. */
  boolean means(Node node, Resource resource) {
    Optional<String> denoted = resolver.references().denotedBy(node);
    return denoted.isPresent() ? denoted.get().equals(resource.id()) : isNameOf(node, resource);
  }

  private boolean isNameOf(Node node, Resource resource) {
    Optional<ResourceNames> shape = ResourceNames.of(resource.type());
    if (shape.isEmpty() || node.asScalar().isEmpty()) {
      return false;
    }
    String name = Pieces.shown(resolver.references().nameOf(resource, shape.get()));
    String written = Pieces.shown(node);
    return written.equals(name) || (shape.get().refIsArn() && isArnOf(written, name));
  }

  private static boolean isArnOf(String written, String name) {
    return written.startsWith("arn:") && written.endsWith("/" + name);
  }

  /** The resource that a resolved value refers to by {@code Ref} or {@code Fn::GetAtt}. */
  Optional<Resource> denoted(Node node) {
    return resolver.references().denotedBy(node).flatMap(template::resource);
  }

  /** The one of some resources that a resolved value means. */
  Optional<Resource> meant(Node node, List<Resource> among) {
    return among.stream().filter(r -> means(node, r) && exists(r)).findFirst();
  }

  private static boolean isNull(Node node) {
    return node.asScalar().filter(ScalarNode::isNull).isPresent();
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
