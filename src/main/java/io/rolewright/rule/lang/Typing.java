package io.rolewright.rule.lang;

import io.rolewright.rule.lang.Syntax.Tag;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes expressions ready to be decided, and checks their types. */
final class Typing {

  private final Variables variables;
  private final WordChoice words;
  private final Map<Syntax, Type<?>> types = new IdentityHashMap<>();

  Typing(Vocabulary vocabulary, Variables variables) {
    this.variables = variables;
    this.words = new WordChoice(vocabulary, variables);
  }

  /** An expression that holds or not. */
  Node truth(Syntax syntax) {
    return of(syntax, Type.TRUTH);
  }

  /** An expression of a type. */
  Node of(Syntax syntax, Type<?> wanted) {
    Node node = node(syntax);
    if (!wanted.takes(node.type())) {
      throw new LanguageException(
          syntax, "this is a " + node.type() + " where a " + wanted + " is needed");
    }
    return node;
  }

  /** An expression of any list. */
  Node list(Syntax syntax) {
    Node node = node(syntax);
    if (node.type().element().isEmpty()) {
      throw new LanguageException(syntax, "this is a " + node.type() + ", not a list");
    }
    return node;
  }

  Node node(Syntax syntax) {
    Node node = untold(syntax);
    types.put(syntax, node.type());
    return node;
  }

  /** The types of all expressions so far, by the very node. */
  Map<Syntax, Type<?>> types() {
    return types;
  }

  private Node untold(Syntax syntax) {
    return switch (syntax.tag()) {
      case TEXT -> new Nodes.Constant(Type.TEXT, Scope.text(syntax.text()));
      case NUMBER -> new Nodes.Constant(Type.NUMBER, number(syntax));
      case TRUTH -> new Nodes.Constant(Type.TRUTH, Truth.of(syntax.text().equals("true")));
      case NAME -> name(syntax);
      case CALL -> call(syntax);
      case COMPARE -> compare(syntax);
      case IS -> new Comparisons.Nothing(node(syntax.part(0)));
      case NOT -> new Nodes.Not(truth(syntax.part(0)));
      case AND -> new Nodes.Both(truth(syntax.part(0)), truth(syntax.part(1)), true);
      case OR -> new Nodes.Both(truth(syntax.part(0)), truth(syntax.part(1)), false);
      case IF -> choice(syntax);
      case MAYBE -> new Nodes.Maybe(settled(syntax.part(0), Type.TRUTH));
      case QUANTIFIED -> quantified(syntax);
      case THOSE -> those(syntax);
      case LIST -> list(syntax.parts());
      case INQUIRY -> inquiry(syntax, Optional.empty());
      default -> throw new LanguageException(syntax, "this is no expression");
    };
  }

  private static Long number(Syntax syntax) {
    if (syntax.text().length() > 15) {
      throw new LanguageException(syntax, "this number is too large");
    }
    return Long.valueOf(syntax.text());
  }

  private Node name(Syntax syntax) {
    Optional<Node> variable = variables.named(syntax.text());
    return variable.orElseGet(() -> words.call(syntax, syntax.text(), List.of()));
  }

  private Node call(Syntax syntax) {
    if (syntax.text().equals("at")) {
      return indexed(syntax);
    }
    List<Node> arguments = new ArrayList<>();
    syntax.parts().forEach(part -> arguments.add(node(part)));
    return words.call(syntax, syntax.text(), arguments);
  }

  /** {@code q.context["key"]} is another way to write {@code q.context("key")}. */
  private Node indexed(Syntax syntax) {
    Syntax indexed = syntax.part(0);
    if (indexed.tag() != Tag.CALL) {
      throw new LanguageException(syntax, "only words can have something in square brackets");
    }
    List<Syntax> parts = new ArrayList<>(indexed.parts());
    parts.add(syntax.part(1));
    return call(new Syntax(Tag.CALL, syntax.start(), syntax.end(), indexed.text(), parts));
  }

  private Node compare(Syntax syntax) {
    Node left = node(syntax.part(0));
    Node right = settled(syntax.part(1));
    return switch (syntax.text()) {
      case "==" -> same(syntax, left, right);
      case "!=" -> new Nodes.Not(same(syntax, left, right));
      case "in", "like" -> matches(syntax, left, right);
      default -> numbers(syntax, left, right);
    };
  }

  private Node same(Syntax syntax, Node left, Node right) {
    boolean numbers = left.type().equals(Type.NUMBER) && right.type().equals(Type.NUMBER);
    return numbers ? numbers(syntax, left, right) : matches(syntax, left, right);
  }

  private static Node numbers(Syntax syntax, Node left, Node right) {
    if (!left.type().equals(Type.NUMBER) || !right.type().equals(Type.NUMBER)) {
      throw new LanguageException(
          syntax,
          "`%s` compares numbers, not a %s and a %s"
              .formatted(syntax.text(), left.type(), right.type()));
    }
    return new Comparisons.Numbers(left, right, syntax.text());
  }

  private static Node matches(Syntax syntax, Node left, Node right) {
    Type<?> one = left.type().element().<Type<?>>map(t -> t).orElse(left.type());
    Type<?> other = right.type().element().<Type<?>>map(t -> t).orElse(right.type());
    if (!one.takes(other) && !other.takes(one)) {
      throw new LanguageException(
          syntax, "a " + left.type() + " and a " + right.type() + " cannot be compared");
    }
    boolean like = syntax.text().equals("like");
    if ((like || left.asks()) && !one.equals(Type.TEXT)) {
      throw new LanguageException(syntax, "only text can be compared here, not a " + one);
    }
    return new Comparisons.Matches(left, right, like);
  }

  /** An expression that does not speak of a request that is still looked for. */
  private Node settled(Syntax syntax) {
    Node node = node(syntax);
    if (node.asks()) {
      throw new LanguageException(
          syntax, "the request that is looked for cannot be asked about here");
    }
    return node;
  }

  private Node settled(Syntax syntax, Type<?> wanted) {
    settled(syntax);
    return of(syntax, wanted);
  }

  private Node choice(Syntax syntax) {
    Node condition = settled(syntax.part(0), Type.TRUTH);
    Node then = settled(syntax.part(1));
    return new Nodes.Choice(condition, then, of(syntax.part(2), then.type()));
  }

  private Node quantified(Syntax syntax) {
    Node list = list(syntax.part(1));
    Map<String, Nodes.Variable> before = variables.names();
    int slot = variables.add(syntax.part(0).text(), element(list), false);
    Node condition = truth(syntax.part(2));
    variables.backTo(before);
    boolean no = syntax.text().equals("no");
    Node quantified = new Lists.Quantified(list, slot, condition, syntax.text().equals("every"));
    return no ? new Nodes.Not(quantified) : quantified;
  }

  static Type<?> element(Node list) {
    return list.type().element().orElseThrow();
  }

  private Node those(Syntax syntax) {
    Node list = list(syntax.part(1));
    Map<String, Nodes.Variable> before = variables.names();
    int slot = variables.add(syntax.part(0).text(), element(list), false);
    Node condition = settled(syntax.part(2), Type.TRUTH);
    variables.backTo(before);
    return new Lists.Those(list, slot, condition);
  }

  private Node list(List<Syntax> parts) {
    List<Node> nodes = new ArrayList<>();
    for (Syntax part : parts) {
      nodes.add(nodes.isEmpty() ? settled(part) : of(part, nodes.get(0).type()));
    }
    Type<?> type = nodes.isEmpty() ? Type.ANY : nodes.get(0).type();
    return new Lists.Listed(type, nodes);
  }

  /**
   * @param name where the request goes if it is used afterwards
   */
  Asking inquiry(Syntax syntax, Optional<String> name) {
    Node actor = settled(syntax.part(1), Type.ACTOR);
    Map<String, Nodes.Variable> before = variables.names();
    int slot = variables.add(syntax.part(0).text(), Type.REQUEST, true);
    Node condition = truth(syntax.part(2));
    if (!condition.asks()) {
      throw new LanguageException(
          syntax.part(2), "this asks nothing of the request; use `where` for it");
    }
    variables.backTo(before);
    name.ifPresent(n -> variables.found(n, slot));
    return new Asking(slot, actor, condition, syntax.text().equals("possible"), syntax);
  }
}
