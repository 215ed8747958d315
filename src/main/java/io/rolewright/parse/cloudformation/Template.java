package io.rolewright.parse.cloudformation;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sections of a template, as written.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template
 * sections</a>.
 */
final class Template {

  private static final String SERVERLESS = "AWS::Serverless::";

  /** How many characters of names may be put together: thousands of times what people write. */
  private static final long MOST_NAMED = 10_000_000;

  /** The transforms that are read as what they make, or that touch no role. */
  private static final Set<String> UNDERSTOOD =
      Set.of("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen");

  private final ObjectNode root;
  private final ProblemLog problems;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Node> conditions = new LinkedHashMap<>();
  private final Map<String, Node> mappings = new LinkedHashMap<>();
  private final Map<String, Resource> resources = new LinkedHashMap<>();

  private long named;

  private Template(ObjectNode root, ProblemLog problems) {
    this.root = root;
    this.problems = problems;
  }

  static Template of(ObjectNode root, ProblemLog problems) {
    Template template = new Template(root, problems);
    template.warnOfDuplicates(root);
    template.section("Parameters").forEach(template::addParameter);
    template.section("Conditions").forEach(m -> template.conditions.put(m.name(), m.value()));
    template.section("Mappings").forEach(m -> template.mappings.put(m.name(), m.value()));
    template.section("Resources").forEach(template::addResource);
    template.addRolesOfFunctions();
    template.tellMacros();
    return template;
  }

  /** Macros run at AWS, and may write anything. */
  private void tellMacros() {
    for (Node macro : root.get("Transform").map(Node::itemsOrSelf).orElse(List.of())) {
      Optional<Node> named = macro.asObject().flatMap(o -> o.get("Name"));
      Optional<String> name = named.orElse(macro).asScalar().map(ScalarNode::text);
      if (name.filter(n -> !UNDERSTOOD.contains(n)).isPresent()) {
        problems.gap(
            "the macro `" + name.get() + "` is not run; the template is judged as it stands",
            macro.origin());
      }
    }
  }

  ObjectNode root() {
    return root;
  }

  Iterable<Resource> resources() {
    return resources.values();
  }

  Optional<Resource> resource(String id) {
    return Optional.ofNullable(resources.get(id));
  }

  Optional<Parameter> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  Optional<Node> condition(String name) {
    return Optional.ofNullable(conditions.get(name));
  }

  Optional<ObjectNode> mapping(String name) {
    return Optional.ofNullable(mappings.get(name)).flatMap(Node::asObject);
  }

  /** Whether a macro or SAM may add resources, so that a name found nowhere is no mistake. */
  boolean isTransformed() {
    return root.has("Transform") || mappings.containsKey("Fn::Transform");
  }

  /** Counts characters of names put together; false when a hostile template asks for too many. */
  boolean mayName(int characters) {
    named += characters;
    return named <= MOST_NAMED;
  }

  private List<Member> section(String name) {
    Optional<Node> node = root.get(name);
    if (node.isEmpty()) {
      return List.of();
    }
    Optional<ObjectNode> section = node.flatMap(Node::asObject);
    if (section.isEmpty()) {
      problems.warn(
          "`" + name + "` must be an object, so that nothing in it was read", node.get().origin());
      return List.of();
    }
    warnOfDuplicates(section.get());
    return section.get().members();
  }

  private void addParameter(Member member) {
    parameters.put(
        member.name(),
        member
            .value()
            .asObject()
            .map(o -> Parameter.of(member.name(), o))
            .orElseGet(() -> Parameter.open(member.name())));
  }

  private void addResource(Member member) {
    if (member.name().startsWith("Fn::")) {
      problems.gap(
          "the resources that `" + member.name() + "` makes are not looked at",
          member.key().origin());
      return;
    }
    Optional<ObjectNode> body = member.value().asObject();
    Optional<String> type =
        body.flatMap(b -> b.get("Type")).flatMap(Node::asScalar).map(ScalarNode::text);
    if (type.isEmpty()) {
      problems.warn(
          "resource `" + member.name() + "` has no `Type`, so that it was not read",
          member.key().origin());
      return;
    }
    resources.put(member.name(), resource(member, body.get(), type.get()));
  }

  private Resource resource(Member member, ObjectNode body, String type) {
    Origin at = member.key().origin();
    Origin scope =
        at.file().at(at.span().start(), Math.max(at.span().end(), body.origin().span().end()));
    return new Resource(member.name(), type, true, at, scope, body, globals(type));
  }

  /** What SAM's {@code Globals} section says for a type. */
  private Optional<ObjectNode> globals(String type) {
    if (!type.startsWith(SERVERLESS)) {
      return Optional.empty();
    }
    return root.get("Globals")
        .flatMap(Node::asObject)
        .flatMap(g -> g.get(type.substring(SERVERLESS.length())))
        .flatMap(Node::asObject);
  }

  /** SAM makes a role {@code XRole} for a function X without one; others may refer to it. */
  private void addRolesOfFunctions() {
    for (Resource resource : List.copyOf(resources.values())) {
      if (ServerlessRole.isMadeFor(resource)) {
        String id = ServerlessRole.idFor(resource);
        resources.putIfAbsent(id, Resource.added(id, ResourceNames.ROLE, resource));
      }
    }
  }

  private void warnOfDuplicates(ObjectNode object) {
    for (Member again : object.duplicates()) {
      problems.warn(
          "`" + again.name() + "` is written twice; only the last one counts",
          again.key().origin());
    }
  }
}
