package io.rolewright.parse.policy;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.Defect;
import io.rolewright.model.Defect.Kind;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one statement (R1.5 to R1.8). */
final class StatementReader {

  static final List<String> ELEMENTS =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final PolicyKind kind;
  private final boolean variables;
  private final List<Defect> defects;
  private final ConditionReader conditions;

  StatementReader(PolicyKind kind, Version version, List<Defect> defects) {
    this.kind = kind;
    this.variables = version.hasVariables();
    this.defects = defects;
    this.conditions = new ConditionReader(variables, defects);
  }

  /** The statement, or nothing where the node is no object. */
  Optional<Statement> read(Node node) {
    Optional<ObjectNode> object = node.asObject();
    if (object.isEmpty()) {
      if (isUnknown(node)) {
        return node.asScalar().map(StatementReader::unknown);
      }
      defect(Kind.WRONG_TYPE, node.origin(), "a statement must be an object", "write {…}");
      return Optional.empty();
    }
    return Optional.of(read(object.get()));
  }

  private Statement read(ObjectNode object) {
    ElementNames.check(object, ELEMENTS, "a statement", defects);
    conflict(object, "Principal", "NotPrincipal");
    conflict(object, "Action", "NotAction");
    conflict(object, "Resource", "NotResource");
    required(object);
    Origin at = object.origin();
    List<Condition> tests = object.get("Condition").map(conditions::read).orElse(List.of());
    return new Statement(
        at,
        object.get("Sid").flatMap(Node::asScalar).map(s -> TextReader.read(s, false)),
        effect(object),
        object.get("Effect").map(Node::origin).orElse(at),
        principal(object),
        action(object),
        resource(object),
        tests);
  }

  /** A statement that a template leaves open: it may allow or deny anything. */
  static Statement unknown(ScalarNode node) {
    Origin at = node.origin();
    Text text = TextReader.read(node, false);
    return new Statement(
        at,
        Optional.empty(),
        Effect.UNKNOWN,
        at,
        new PrincipalElement.Listed(at, List.of(new PrincipalPattern.Unresolved(at, "", text))),
        new ActionElement.Absent(at),
        new ResourceElement.Absent(at),
        List.of());
  }

  private void conflict(ObjectNode object, String one, String other) {
    if (object.has(one) && object.has(other)) {
      defect(
          Kind.CONFLICTING_ELEMENTS,
          object.member(other).orElseThrow().key().origin(),
          "a statement has either `" + one + "` or `" + other + "`, not both",
          "keep one of the two");
    }
  }

  private void required(ObjectNode object) {
    needs(object, "Effect");
    if (!object.has("NotAction")) {
      needs(object, "Action");
    }
    boolean named = object.has("Principal") || object.has("NotPrincipal");
    if (kind.isPrincipalFree()) {
      if (!object.has("NotResource")) {
        needs(object, "Resource");
      }
      forbid(object, named);
    } else if (!named && kind != PolicyKind.ENDPOINT) {
      needs(object, "Principal");
    }
  }

  /** A session policy with a principal has a rule of its own, so it is no defect here. */
  private void forbid(ObjectNode object, boolean named) {
    if (named && kind != PolicyKind.SESSION) {
      String element = object.has("Principal") ? "Principal" : "NotPrincipal";
      defect(
          Kind.FORBIDDEN_ELEMENT,
          object.member(element).orElseThrow().key().origin(),
          kind.policy() + " may not have `" + element + "`",
          "remove it, or say with `--kind` what this policy is");
    }
  }

  private void needs(ObjectNode object, String element) {
    if (!object.has(element) && !ElementNames.isMisspelt(object, element, ELEMENTS)) {
      defect(
          Kind.MISSING_ELEMENT,
          object.origin(),
          "the statement has no `" + element + "`",
          "add `" + element + "`");
    }
  }

  private Effect effect(ObjectNode object) {
    Optional<Node> node = object.get("Effect");
    if (node.isEmpty() || isUnknown(node.get())) {
      return Effect.UNKNOWN;
    }
    String text = node.get().asScalar().map(ScalarNode::text).orElse("");
    if (text.equals("Allow")) {
      return Effect.ALLOW;
    }
    if (text.equals("Deny")) {
      return Effect.DENY;
    }
    defect(
        Kind.INVALID_EFFECT,
        node.get().origin(),
        "`" + text + "` is no effect; the effects are `Allow` and `Deny`, in this spelling",
        "write `Allow` or `Deny`");
    return Effect.UNKNOWN;
  }

  private PrincipalElement principal(ObjectNode object) {
    if (object.has("Principal")) {
      Node node = object.get("Principal").orElseThrow();
      return new PrincipalElement.Listed(node.origin(), principals(node));
    }
    if (object.has("NotPrincipal")) {
      Node node = object.get("NotPrincipal").orElseThrow();
      return new PrincipalElement.Except(node.origin(), principals(node));
    }
    return new PrincipalElement.Absent(object.origin());
  }

  private List<PrincipalPattern> principals(Node node) {
    return node.match(
        object ->
            object.members().stream()
                .flatMap(
                    m ->
                        strings(m.value(), false, "a principal").stream()
                            .map(t -> PrincipalReader.typed(m.name(), t)))
                .toList(),
        array -> strings(array, false, "a principal").stream().map(PrincipalReader::bare).toList(),
        scalar ->
            strings(scalar, false, "a principal").stream().map(PrincipalReader::bare).toList());
  }

  private ActionElement action(ObjectNode object) {
    if (object.has("Action")) {
      Node node = object.get("Action").orElseThrow();
      return new ActionElement.Listed(node.origin(), strings(node, false, "an action"));
    }
    if (object.has("NotAction")) {
      Node node = object.get("NotAction").orElseThrow();
      return new ActionElement.Except(node.origin(), strings(node, false, "an action"));
    }
    return new ActionElement.Absent(object.origin());
  }

  private ResourceElement resource(ObjectNode object) {
    if (object.has("Resource")) {
      Node node = object.get("Resource").orElseThrow();
      return new ResourceElement.Listed(node.origin(), resources(node));
    }
    if (object.has("NotResource")) {
      Node node = object.get("NotResource").orElseThrow();
      return new ResourceElement.Except(node.origin(), resources(node));
    }
    return new ResourceElement.Absent(object.origin());
  }

  private List<Text> resources(Node node) {
    if (variables) {
      List<Node> nodes = node.itemsOrSelf();
      nodes.forEach(n -> n.asScalar().ifPresent(s -> Variables.checkResource(s, defects)));
    }
    return strings(node, variables, "a resource");
  }

  /** A string, or a list of strings (R1.8). */
  private List<Text> strings(Node node, boolean withVariables, String what) {
    List<Text> texts = new ArrayList<>();
    List<Node> nodes = node.itemsOrSelf();
    for (Node item : nodes) {
      Optional<ScalarNode> scalar = item.asValue();
      if (scalar.isPresent()) {
        texts.add(TextReader.read(scalar.get(), withVariables));
      } else {
        defect(Kind.WRONG_TYPE, item.origin(), what + " must be a string", "write a string");
      }
    }
    return texts;
  }

  private static boolean isUnknown(Node node) {
    return node.asScalar().filter(ScalarNode::hasHoles).isPresent();
  }

  private void defect(Kind what, Origin at, String message, String fix) {
    defects.add(new Defect(what, at, message, fix));
  }
}
