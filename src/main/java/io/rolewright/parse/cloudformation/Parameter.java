package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A template parameter. Whoever deploys chooses its value, so that a default is only told, never
 * taken for the value.
 *
 * @param typical its default; none for a parameter that hides its value, or whose default is the
 *     name of a Systems Manager parameter
 * @param among the values it may have; empty where any
 */
record Parameter(String name, Optional<String> typical, Set<String> among) {

  /** The parameter that a member of the {@code Parameters} section declares. */
  static Parameter of(String name, ObjectNode declaration) {
    String type = scalar(declaration, "Type").orElse("String");
    boolean hidden = scalar(declaration, "NoEcho").filter("true"::equalsIgnoreCase).isPresent();
    if (hidden || type.startsWith("AWS::SSM::Parameter::Value")) {
      return new Parameter(name, Optional.empty(), Set.of());
    }
    // why: the allowed values of a list are those of its items
    boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
    Optional<String> usual = scalar(declaration, "Default");
    return list
        ? new Parameter(name, usual.map(Parameter::widest), Set.of())
        : new Parameter(name, usual, allowed(declaration));
  }

  /** A list with a {@code *} says no more than {@code *} alone, wherever policies take lists. */
  private static String widest(String items) {
    return List.of(items.replace(" ", "").split(",")).contains("*") ? "*" : items;
  }

  /** A parameter of which only the name is known. */
  static Parameter open(String name) {
    return new Parameter(name, Optional.empty(), Set.of());
  }

  /** Its value, where only one is allowed. */
  Optional<String> value() {
    return among.size() == 1 ? Optional.of(among.iterator().next()) : Optional.empty();
  }

  /** What stands for its value in text. */
  TextPart.Unknown unknown() {
    return new TextPart.Unknown("parameter " + name, typical);
  }

  private static Set<String> allowed(ObjectNode declaration) {
    List<Node> values =
        declaration
            .get("AllowedValues")
            .flatMap(Node::asArray)
            .map(ArrayNode::items)
            .orElse(List.of());
    Set<String> texts = new TreeSet<>();
    values.forEach(v -> v.asScalar().map(ScalarNode::text).ifPresent(texts::add));
    return texts;
  }

  private static Optional<String> scalar(ObjectNode object, String name) {
    return object.get(name).flatMap(Node::asScalar).map(ScalarNode::text);
  }
}
