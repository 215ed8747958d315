package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The template's conditions in one world.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html">Condition
 * functions</a>.
 */
final class Conditions {

  private static final String PARAMETER = "parameter ";

  private final Template template;
  private final Resolver resolver;
  private final World world;
  private final ProblemLog problems;
  private final Map<String, Boolean> values = new HashMap<>();

  Conditions(Template template, Resolver resolver, World world, ProblemLog problems) {
    this.template = template;
    this.resolver = resolver;
    this.world = world;
    this.problems = problems;
  }

  /** Whether the condition of a name holds. */
  boolean holds(String name, Origin at) {
    Boolean before = values.get(name);
    if (before != null) {
      return before;
    }
    boolean value =
        resolver.once("condition `" + name + "`", at, () -> declared(name, at), () -> open(name));
    values.put(name, value);
    world.conditions().put(name, value);
    return value;
  }

  /** Whether the call of a condition function holds. */
  boolean holds(Intrinsic call) {
    return switch (call.name()) {
      case "Fn::And" -> all(call.arguments());
      case "Fn::Or" -> any(call.arguments());
      case "Fn::Not" -> !any(call.arguments());
      case "Fn::Equals" -> equal(call);
      default -> constant(resolver.text(call.argument()));
    };
  }

  private boolean declared(String name, Origin at) {
    Optional<Node> expression = template.condition(name);
    if (expression.isEmpty()) {
      problems.warn("condition `" + name + "` is not declared in this template", at);
      return open(name);
    }
    remember(name, expression.get(), true);
    return evaluate(expression.get());
  }

  private boolean open(String name) {
    return world.holds(new Atom("<condition " + name + ">", "true", true, Set.of()));
  }

  private boolean evaluate(Node expression) {
    return resolver.deeper(
        expression.origin(), () -> shallow(expression), () -> open(placeOf(expression)));
  }

  private boolean shallow(Node expression) {
    Optional<ScalarNode> asked = Intrinsic.conditionAskedBy(expression);
    if (asked.isPresent()) {
      return holds(asked.get().text(), asked.get().origin());
    }
    return Intrinsic.of(expression).map(this::holds).orElseGet(() -> constant(expression));
  }

  /** Neither a name nor a call: {@code true} and {@code false} are known, all else is open. */
  private boolean constant(Node node) {
    Optional<String> text = Pieces.plain(node);
    if (text.filter("true"::equalsIgnoreCase).isPresent()) {
      return true;
    }
    if (text.filter("false"::equalsIgnoreCase).isPresent()) {
      return false;
    }
    return open(placeOf(node));
  }

  private static String placeOf(Node node) {
    return "at " + node.origin().start().line() + ":" + node.origin().start().column();
  }

  private boolean all(List<Node> expressions) {
    for (Node expression : expressions) {
      if (!evaluate(expression)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(List<Node> expressions) {
    for (Node expression : expressions) {
      if (evaluate(expression)) {
        return true;
      }
    }
    return false;
  }

  private boolean equal(Intrinsic call) {
    if (call.arguments().size() != 2) {
      problems.warn("`Fn::Equals` takes two values", call.origin());
      return constant(call.argument());
    }
    Node left = value(call.arguments().get(0));
    Node right = value(call.arguments().get(1));
    if (Pieces.plain(left).isPresent() && Pieces.plain(right).isPresent()) {
      return Pieces.plain(left).equals(Pieces.plain(right));
    }
    Atom atom = atom(left, right);
    return atom.left().equals(atom.right()) || world.holds(atom);
  }

  /** The comparison, what is known on its right side. */
  private Atom atom(Node one, Node other) {
    boolean swap =
        Pieces.plain(one).isPresent()
            || (Pieces.plain(other).isEmpty()
                && Pieces.shown(one).compareTo(Pieces.shown(other)) > 0);
    Node left = swap ? other : one;
    Node right = swap ? one : other;
    return new Atom(
        Pieces.shown(left), Pieces.shown(right), Pieces.plain(right).isPresent(), among(left));
  }

  private Node value(Node node) {
    return resolver.resolve(node).orElseGet(() -> Pieces.given(node.origin(), ""));
  }

  private Set<String> among(Node node) {
    return Pieces.onlyUnknown(node)
        .map(TextPart.Unknown::name)
        .filter(n -> n.startsWith(PARAMETER))
        .flatMap(n -> template.parameter(n.substring(PARAMETER.length())))
        .map(Parameter::among)
        .orElse(Set.of());
  }

  /** Notes that a condition is nothing but a comparison, so that the world can be told by it. */
  private void remember(String name, Node expression, boolean positive) {
    Optional<Intrinsic> call = Intrinsic.of(expression);
    if (call.isEmpty()) {
      return;
    }
    List<Node> arguments = call.get().arguments();
    if (call.get().name().equals("Fn::Equals") && arguments.size() == 2) {
      Atom atom = atom(value(arguments.get(0)), value(arguments.get(1)));
      world.aliases().putIfAbsent(atom, new World.Alias(name, positive));
    } else if (call.get().name().equals("Fn::Not") && arguments.size() == 1) {
      remember(name, arguments.get(0), !positive);
    }
  }
}
