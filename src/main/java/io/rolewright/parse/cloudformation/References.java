package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Ref} and {@code Fn::GetAtt}: parameters, pseudo parameters, and the names and ARNs of
 * resources as far as the template tells them.
 */
final class References {

  /** No name or path in AWS is longer; more can only come of names built from each other. */
  private static final int LONGEST_NAME = 512;

  private final Template template;
  private final Resolver resolver;
  private final Choices choices;
  private final ReadOptions options;
  private final ProblemLog problems;
  private final Map<String, Characters> names = new HashMap<>();
  private final Map<Node, String> denoted = new IdentityHashMap<>();

  References(
      Template template,
      Resolver resolver,
      ReadOptions options,
      Choices choices,
      ProblemLog problems) {
    this.template = template;
    this.resolver = resolver;
    this.choices = choices;
    this.options = options;
    this.problems = problems;
  }

  /** {@code Ref}. */
  Optional<Node> ref(Intrinsic call) {
    Optional<ScalarNode> name = Intrinsic.plainScalar(call.argument());
    return name.isEmpty()
        ? Optional.of(resolver.malformed(call, "the name of a parameter or resource"))
        : named(name.get().text(), call.origin());
  }

  /** What a name stands for; nothing for {@code AWS::NoValue}. */
  Optional<Node> named(String name, Origin at) {
    if (name.equals("AWS::NoValue")) {
      return Optional.empty();
    }
    if (name.startsWith("AWS::")) {
      return Optional.of(pseudo(name, at));
    }
    Optional<Parameter> parameter = template.parameter(name);
    if (parameter.isPresent()) {
      return Optional.of(valueOf(parameter.get(), at));
    }
    return Optional.of(
        template.resource(name).map(r -> refTo(r, at)).orElseGet(() -> nothing(name, at)));
  }

  /** {@code Fn::GetAtt}, with {@code "Resource.Attribute"} or a list of the two. */
  Node attribute(Intrinsic call) {
    List<Node> arguments = call.arguments();
    if (arguments.size() == 2) {
      String id = Pieces.shown(resolver.text(arguments.get(0)));
      return attribute(id, Pieces.shown(resolver.text(arguments.get(1))), call.origin());
    }
    String both = Intrinsic.plainScalar(call.argument()).map(ScalarNode::text).orElse("");
    int dot = both.indexOf('.');
    return dot < 0
        ? resolver.malformed(call, "a resource and an attribute")
        : attribute(both.substring(0, dot), both.substring(dot + 1), call.origin());
  }

  /** An attribute of a resource. */
  Node attribute(String id, String attribute, Origin at) {
    Optional<Resource> resource = template.resource(id);
    if (resource.isEmpty()) {
      return nothing(id, at);
    }
    Optional<ResourceNames> shape = ResourceNames.of(resource.get().type());
    if (shape.filter(s -> s.arnAttribute().equals(attribute)).isPresent()) {
      return denoting(resource.get(), arn(resource.get(), shape.get(), at));
    }
    return Pieces.unknown(at, "attribute " + attribute + " of `" + id + "`");
  }

  /** The resource that a resolved reference means. */
  Optional<String> denotedBy(Node resolved) {
    return Optional.ofNullable(denoted.get(resolved));
  }

  /** The physical name of a resource, for types of {@link ResourceNames}. */
  Characters nameOf(Resource resource, ResourceNames shape) {
    Characters name = remembered(resource, shape.nameProperty(), generated(resource, shape));
    boolean url = resource.is("AWS::IAM::OIDCProvider") && name.text().startsWith("https://");
    return url ? name.slice("https://".length(), name.length()) : name;
  }

  /** A property's text, worked out once; {@code otherwise} where it is absent or in a circle. */
  private Characters remembered(Resource resource, String property, Characters otherwise) {
    String key = "the `" + property + "` of `" + resource.id() + "`";
    Characters before = names.get(key);
    if (before == null && !template.mayName(otherwise.length())) {
      problems.warn("the names of this template are too many to work out", resource.at());
      return otherwise;
    }
    if (before == null) {
      before =
          resolver.once(
              key, resource.at(), () -> text(resource, property, otherwise), () -> otherwise);
      names.put(key, before);
    }
    return before;
  }

  private Characters text(Resource resource, String property, Characters otherwise) {
    return resource
        .property(property)
        .flatMap(resolver::resolve)
        .map(n -> resolver.text(n).characters())
        .filter(c -> c.length() > 0 && c.length() <= LONGEST_NAME)
        .orElse(otherwise);
  }

  private Node pseudo(String name, Origin at) {
    return switch (name) {
      case "AWS::AccountId" ->
          options
              .account()
              .map(account -> Pieces.given(at, account))
              .orElseGet(() -> Pieces.unknown(at, new TextPart.OwnAccount()));
      case "AWS::Partition" -> open(name, Optional.of("aws"), at);
      case "AWS::URLSuffix" -> open(name, Optional.of("amazonaws.com"), at);
      case "AWS::Region", "AWS::StackName", "AWS::StackId", "AWS::NotificationARNs" ->
          open(name, Optional.empty(), at);
      default -> {
        problems.warn("`" + name + "` is no pseudo parameter", at);
        yield open(name, Optional.empty(), at);
      }
    };
  }

  private static Node open(String name, Optional<String> typical, Origin at) {
    return Pieces.unknown(at, new TextPart.Unknown(name, typical));
  }

  private Node valueOf(Parameter parameter, Origin at) {
    return parameter
        .value()
        .map(value -> Pieces.given(at, value))
        .or(() -> choices.among(parameter, at))
        .orElseGet(() -> Pieces.unknown(at, parameter.unknown()));
  }

  private Node nothing(String name, Origin at) {
    if (!template.isTransformed()) {
      problems.warn("`" + name + "` is neither a parameter nor a resource of this template", at);
    }
    return Pieces.unknown(at, "reference to `" + name + "`");
  }

  private Node refTo(Resource resource, Origin at) {
    Optional<ResourceNames> shape = ResourceNames.of(resource.type());
    if (shape.isEmpty()) {
      return Pieces.unknown(at, "id of `" + resource.id() + "`");
    }
    ScalarNode value =
        shape.get().refIsArn()
            ? arn(resource, shape.get(), at)
            : ScalarNode.resolved(at, Pieces.placed(at, nameOf(resource, shape.get())));
    return denoting(resource, value);
  }

  private Node denoting(Resource resource, Node value) {
    denoted.put(value, resource.id());
    return value;
  }

  private ScalarNode arn(Resource resource, ResourceNames shape, Origin at) {
    List<Characters> pieces = new ArrayList<>();
    String rest = shape.arn();
    for (int open = rest.indexOf('{'); open >= 0; open = rest.indexOf('{')) {
      pieces.add(Characters.given(at, rest.substring(0, open)));
      pieces.add(Pieces.placed(at, piece(rest.charAt(open + 1), resource, shape, at)));
      rest = rest.substring(open + 3);
    }
    pieces.add(Characters.given(at, rest));
    ScalarNode arn = Pieces.joined(at, pieces);
    // why: only ARNs put together again and again make long names of short texts
    template.mayName(arn.text().length());
    return arn;
  }

  private Characters piece(char which, Resource resource, ResourceNames shape, Origin at) {
    return switch (which) {
      case 'P' -> resolver.text(pseudo("AWS::Partition", at)).characters();
      case 'R' -> resolver.text(pseudo("AWS::Region", at)).characters();
      case 'A' -> resolver.text(pseudo("AWS::AccountId", at)).characters();
      case 'T' -> remembered(resource, "Path", Characters.given(at, "/"));
      default -> nameOf(resource, shape);
    };
  }

  private static Characters generated(Resource resource, ResourceNames shape) {
    String name = "generated name of " + shape.noun() + " `" + resource.id() + "`";
    return Characters.hole(resource.at(), new TextPart.Unknown(name, Optional.empty()));
  }
}
