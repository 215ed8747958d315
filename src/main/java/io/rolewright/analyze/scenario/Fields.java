package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.sts.Tag;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a scenario. A field that is missing or null is absent; one of the wrong type is
 * absent and an error at its place.
 */
final class Fields {

  private final ObjectNode object;
  private final Problems problems;

  private Fields(ObjectNode object, Problems problems) {
    this.object = object;
    this.problems = problems;
  }

  /**
   * The object, if the node is one; fields that are not in {@code known} are errors.
   *
   * @param what it is, as a message names it
   */
  static Optional<Fields> of(Node node, String what, Collection<String> known, Problems problems) {
    Optional<Fields> fields = open(node, what, problems);
    fields.ifPresent(f -> f.check(what, known));
    return fields;
  }

  /** An object whose fields may have any names. */
  static Optional<Fields> open(Node node, String what, Problems problems) {
    Optional<ObjectNode> object = node.asObject();
    if (object.isEmpty()) {
      problems.error(what + " must be an object with fields", node.origin());
    }
    object.ifPresent(
        o ->
            o.duplicates()
                .forEach(
                    m -> problems.error("`" + m.name() + "` is written twice", m.key().origin())));
    return object.map(o -> new Fields(o, problems));
  }

  private void check(String what, Collection<String> known) {
    for (ObjectNode.Member member : object.members()) {
      if (!known.contains(member.name())) {
        problems.error(
            "unknown field `" + member.name() + "` in " + what + hint(member.name(), known),
            member.key().origin());
      }
    }
  }

  private static String hint(String written, Collection<String> known) {
    String hint = Closest.hint(written, known);
    return hint.isEmpty() ? "; there are `" + String.join("`, `", known) + "`" : hint;
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

  /** The place of a field's value; of an absent field the whole object. */
  Origin at(String name) {
    return object.get(name).map(Node::origin).orElse(object.origin());
  }

  /** The place of a field's name; of an absent field the whole object. */
  Origin nameAt(String name) {
    return object.member(name).map(m -> m.key().origin()).orElse(object.origin());
  }

  Optional<Node> node(String name) {
    return object.present(name);
  }

  Optional<Fields> fields(String name, Collection<String> known) {
    return node(name).flatMap(n -> of(n, "`" + name + "`", known, problems));
  }

  /** A string; a number serves as one, as YAML takes unquoted digits for a number. */
  Optional<ScalarNode> scalar(String name) {
    return node(name).flatMap(n -> scalar(n, name));
  }

  Optional<String> text(String name) {
    return scalar(name).map(ScalarNode::text);
  }

  private Optional<ScalarNode> scalar(Node node, String name) {
    Optional<ScalarNode> scalar = node.asScalar().filter(ScalarNode::isText);
    if (scalar.isEmpty()) {
      problems.error("`" + name + "` must be a string", node.origin());
    }
    return scalar;
  }

  Optional<Boolean> flag(String name) {
    Optional<Node> node = node(name);
    Optional<Boolean> flag = node.flatMap(Node::asScalar).flatMap(ScalarNode::truth);
    if (node.isPresent() && flag.isEmpty()) {
      problems.error("`" + name + "` must be `true` or `false`", node.get().origin());
    }
    return flag;
  }

  /** A whole number that is not negative. */
  Optional<ScalarNode> number(String name) {
    Optional<ScalarNode> scalar = scalar(name);
    Optional<ScalarNode> number = scalar.filter(s -> s.text().matches("[0-9]{1,9}"));
    if (scalar.isPresent() && number.isEmpty()) {
      problems.error(
          "`" + name + "` must be a whole number of seconds, not `" + scalar.get().text() + "`",
          scalar.get().origin());
    }
    return number;
  }

  Optional<Instant> instant(String name) {
    Optional<ScalarNode> scalar = scalar(name);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(scalar.get().text()));
    } catch (DateTimeException noInstant) {
      problems.error(
          "`" + scalar.get().text() + "` is no time; write it like `2026-11-23T09:00:00Z`",
          scalar.get().origin());
      return Optional.empty();
    }
  }

  /** The items of a list. */
  List<Node> list(String name) {
    Optional<Node> node = node(name);
    if (node.isPresent() && node.get().asArray().isEmpty()) {
      problems.error("`" + name + "` must be a list", node.get().origin());
    }
    return node.flatMap(Node::asArray).map(a -> a.items()).orElse(List.of());
  }

  /** Strings; a single one serves as a list of one. */
  List<ScalarNode> texts(String name) {
    return node(name).map(n -> texts(n, name)).orElse(List.of());
  }

  private List<ScalarNode> texts(Node node, String name) {
    List<ScalarNode> texts = new ArrayList<>();
    List<Node> items = node.itemsOrSelf();
    for (Node item : items) {
      scalar(item, name).ifPresent(texts::add);
    }
    return texts;
  }

  /** Tags as an object of key and value, or as AWS's list of {@code Key} and {@code Value}. */
  List<Tag> tags(String name) {
    Optional<Node> node = node(name);
    if (node.isEmpty()) {
      return List.of();
    }
    List<Tag> tags = new ArrayList<>();
    if (node.get().asArray().isPresent()) {
      for (Node item : node.get().asArray().get().items()) {
        of(item, "a tag", Vocabulary.TAG, problems).ifPresent(f -> f.tag().ifPresent(tags::add));
      }
      return tags;
    }
    open(node.get(), "`" + name + "`", problems)
        .ifPresent(f -> f.members().forEach(m -> f.tag(m).ifPresent(tags::add)));
    return tags;
  }

  private Optional<Tag> tag() {
    Optional<ScalarNode> key = scalar("Key");
    if (key.isEmpty()) {
      problems.error("a tag needs a `Key`", object.origin());
    }
    return key.map(k -> new Tag(k.text(), text("Value").orElse(""), object.origin()));
  }

  private Optional<Tag> tag(ObjectNode.Member member) {
    Optional<ScalarNode> value = member.value().asValue();
    if (value.isEmpty()) {
      problems.error(
          "the value of the tag `" + member.name() + "` must be a string", member.value().origin());
    }
    return value.map(v -> new Tag(member.name(), v.text(), member.key().origin()));
  }

  /** Tags by key. */
  Map<String, String> tagMap(String name) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags(name).forEach(tag -> tags.put(tag.key(), tag.value()));
    return tags;
  }

  /** Condition keys with their values: a string, or a list for a key of several values. */
  Context keys(String name) {
    Optional<Fields> keys = node(name).flatMap(n -> open(n, "`" + name + "`", problems));
    Context context = Context.EMPTY;
    for (ObjectNode.Member member : keys.map(Fields::members).orElse(List.of())) {
      if (member.name().indexOf(':') <= 0) {
        problems.error(
            "`" + member.name() + "` is no condition key; such keys read `aws:SourceIp`",
            member.key().origin());
        continue;
      }
      context = Values.put(context, member.name(), member.value(), problems);
    }
    return context;
  }
}
