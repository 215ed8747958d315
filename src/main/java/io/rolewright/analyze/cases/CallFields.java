package io.rolewright.analyze.cases;

import io.rolewright.catalog.Quota;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Operation;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.StsCall;
import io.rolewright.simulate.sts.Tag;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a call to STS: parameters under their API names. */
final class CallFields {

  static final String MAX_DURATION = "roleMaxSessionDuration";
  static final String SOURCE_IDENTITY = "inheritedSourceIdentity";
  static final String TRANSITIVE_TAGS = "inheritedTransitiveTags";
  static final String TEMPORARY = "temporaryCredentials";

  private static final Set<String> NAMES = names();

  private final Fields fields;
  private final Documents documents;

  CallFields(Fields fields, Documents documents) {
    this.fields = fields;
    this.documents = documents;
    fields.only(NAMES);
  }

  private static Set<String> names() {
    Set<String> names =
        new HashSet<>(
            Set.of("operation", "Tags", MAX_DURATION, SOURCE_IDENTITY, TRANSITIVE_TAGS, TEMPORARY));
    for (Parameter parameter : Parameter.values()) {
      names.add(parameter.shown());
    }
    return names;
  }

  /** The operation that a call names, or the action of its case. */
  Optional<Operation> operation(Optional<String> action) {
    Optional<String> name =
        fields.text("operation").or(() -> action.map(a -> a.substring(a.indexOf(':') + 1)));
    if (name.isEmpty()) {
      fields.error("the call needs `operation`", fields.origin());
      return Optional.empty();
    }
    Optional<Operation> operation = Operation.named(name.get());
    if (operation.isEmpty()) {
      List<String> known = new ArrayList<>();
      for (Operation each : Operation.values()) {
        known.add(each.shown());
      }
      String hint = Closest.hint(name.get(), known);
      fields.error(
          "`"
              + name.get()
              + "` is no operation of STS that gives credentials"
              + (hint.isEmpty() ? "; those are " + String.join(", ", known) : hint),
          fields.at("operation"));
    }
    return operation;
  }

  StsCall call(Operation operation) {
    Map<Parameter, List<Given>> parameters = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      fields.node(parameter.shown()).ifPresent(n -> parameters.put(parameter, given(n, parameter)));
    }
    Optional<NamedPolicy> policy =
        fields
            .node(Parameter.POLICY.shown())
            .map(n -> documents.named("session policy", n, PolicyKind.SESSION));
    return new StsCall(operation, fields.origin(), parameters, tags(), policy, List.of());
  }

  /** Of a role that nobody set another one for, IAM's default (3.1). */
  int maxSessionDuration() {
    return fields
        .text(MAX_DURATION)
        .flatMap(this::number)
        .orElse(Quota.ROLE_MAX_SESSION_DURATION.usual());
  }

  private Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.parseInt(text));
    } catch (NumberFormatException notANumber) {
      fields.error("`" + text + "` is no number of seconds", fields.at(MAX_DURATION));
      return Optional.empty();
    }
  }

  private List<Given> given(Node node, Parameter parameter) {
    List<Given> given = new ArrayList<>();
    node.itemsOrSelf().forEach(item -> text(item, parameter).ifPresent(given::add));
    return given;
  }

  private Optional<Given> text(Node node, Parameter parameter) {
    Optional<ScalarNode> scalar = node.asValue();
    if (scalar.isPresent()) {
      return Optional.of(new Given(scalar.get().text(), node.origin()));
    }
    String member =
        switch (parameter) {
          case POLICY_ARNS, TASK_POLICY_ARN -> "arn";
          case PROVIDED_CONTEXTS -> "ProviderArn";
          default -> "";
        };
    Optional<ScalarNode> inside =
        node.asObject().flatMap(o -> o.get(member)).flatMap(Node::asScalar);
    if (inside.isEmpty() && parameter == Parameter.POLICY && node.asObject().isPresent()) {
      return Optional.of(new Given(node.origin().written(), node.origin()));
    }
    if (inside.isEmpty()) {
      fields.error("a value of `" + parameter.shown() + "` must be a string", node.origin());
    }
    return inside.map(s -> new Given(s.text(), node.origin()));
  }

  /** Tags as an object, or as the list of keys and values that the API takes. */
  private List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    fields.node("Tags").ifPresent(node -> tags(node, "Tags", tags));
    return tags;
  }

  private void tags(Node node, String field, List<Tag> tags) {
    if (node.asScalar().isPresent()) {
      fields.error(
          "`" + field + "` must be an object, or a list of `Key` and `Value`", node.origin());
    }
    node.asObject()
        .ifPresent(o -> o.members().forEach(m -> tag(m.key(), Optional.of(m.value()), tags)));
    node.asArray().ifPresent(a -> a.items().forEach(item -> listed(item, tags)));
  }

  private void listed(Node item, List<Tag> tags) {
    Optional<ObjectNode> object = item.asObject();
    Optional<ScalarNode> key = object.flatMap(o -> o.get("Key")).flatMap(Node::asScalar);
    if (key.isEmpty()) {
      fields.error("a tag must have `Key` and `Value`", item.origin());
      return;
    }
    tag(key.get(), object.flatMap(o -> o.get("Value")), tags);
  }

  private void tag(ScalarNode key, Optional<Node> value, List<Tag> tags) {
    Optional<ScalarNode> text = value.flatMap(Node::asScalar);
    if (value.isPresent() && text.isEmpty()) {
      fields.error("the value of tag `" + key.text() + "` must be a string", value.get().origin());
      return;
    }
    tags.add(new Tag(key.text(), text.map(ScalarNode::text).orElse(""), key.origin()));
  }

  /** What is inherited from the caller's own session. */
  CallerCredentials credentials(Caller caller) {
    return new CallerCredentials(
        caller, fields.isTrue(TEMPORARY), fields.text(SOURCE_IDENTITY), inherited());
  }

  /** Of each tag its key counts, so a list of keys will do. */
  private Map<String, String> inherited() {
    List<Tag> tags = new ArrayList<>();
    Optional<Node> node = fields.node(TRANSITIVE_TAGS);
    List<Node> items = node.flatMap(Node::asArray).map(a -> a.items()).orElse(List.of());
    for (Node item : items) {
      item.asValue()
          .ifPresentOrElse(key -> tag(key, Optional.empty(), tags), () -> listed(item, tags));
    }
    node.filter(n -> n.asArray().isEmpty()).ifPresent(n -> tags(n, TRANSITIVE_TAGS, tags));
    Map<String, String> byKey = new TreeMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    return byKey;
  }
}
