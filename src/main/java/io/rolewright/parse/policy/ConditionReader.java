package io.rolewright.parse.policy;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Defect;
import io.rolewright.model.Defect.Kind;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a condition block: operator, then key, then values (R1.26). */
final class ConditionReader {

  private final boolean variables;
  private final List<Defect> defects;

  ConditionReader(boolean variables, List<Defect> defects) {
    this.variables = variables;
    this.defects = defects;
  }

  /** One condition per operator and key. */
  List<Condition> read(Node node) {
    List<Condition> conditions = new ArrayList<>();
    open(node).ifPresent(s -> conditions.add(unknown(s)));
    Optional<ObjectNode> block = objectOf(node, "a condition block");
    block.ifPresent(b -> b.members().forEach(operator -> read(operator, conditions)));
    return conditions;
  }

  private static Optional<ScalarNode> open(Node node) {
    return node.asScalar().filter(ScalarNode::hasHoles);
  }

  /**
   * A condition block, or all keys under an operator, that a template leaves open: it may narrow
   * the statement, or not.
   */
  private static Condition unknown(ScalarNode block) {
    Text text = TextReader.read(block, false);
    Origin at = block.origin();
    return new Condition(at, at, "", Optional.empty(), text, at, List.of(text));
  }

  private void read(ObjectNode.Member operator, List<Condition> conditions) {
    Optional<ObjectNode> tests =
        objectOf(operator.value(), "what stands under the operator `" + operator.name() + "`");
    if (tests.isEmpty()) {
      open(operator.value()).ifPresent(s -> conditions.add(unknown(s)));
      return;
    }
    sameKeyTwice(tests.get());
    Optional<ConditionOperator> known = ConditionOperator.named(operator.name());
    boolean substituted = variables && known.filter(o -> o.comparison().hasVariables()).isPresent();
    for (ObjectNode.Member test : tests.get().members()) {
      Origin origin =
          test.key()
              .origin()
              .file()
              .at(test.key().origin().span().start(), test.value().origin().span().end());
      conditions.add(
          new Condition(
              origin,
              operator.key().origin(),
              operator.name(),
              known,
              TextReader.read(test.key(), false),
              test.value().origin(),
              values(test.value(), substituted)));
    }
  }

  /** The same key in two letter cases under one operator: AWS refuses it (R1.4). */
  private void sameKeyTwice(ObjectNode tests) {
    Map<String, String> seen = new HashMap<>();
    for (ObjectNode.Member test : tests.members()) {
      String lower = test.name().toLowerCase(Locale.ROOT);
      String earlier = seen.putIfAbsent(lower, test.name());
      if (earlier != null && !earlier.equals(test.name())) {
        defects.add(
            new Defect(
                Kind.DUPLICATE_KEY,
                test.key().origin(),
                "`" + test.name() + "` and `" + earlier + "` are the same condition key",
                "join the two; condition keys are compared without regard to case"));
      }
    }
  }

  private List<Text> values(Node node, boolean substituted) {
    List<Text> values = new ArrayList<>();
    List<Node> nodes = node.itemsOrSelf();
    for (Node item : nodes) {
      Optional<ScalarNode> scalar = item.asValue();
      if (scalar.isPresent()) {
        values.add(TextReader.read(scalar.get(), variables));
        if (substituted) {
          Variables.check(scalar.get(), 0, defects);
        }
      } else {
        wrongType(item, "a condition value", "a string, number or Boolean");
      }
    }
    return values;
  }

  private Optional<ObjectNode> objectOf(Node node, String what) {
    Optional<ObjectNode> object = node.asObject();
    if (object.isEmpty() && open(node).isEmpty()) {
      wrongType(node, what, "an object");
    }
    return object;
  }

  private void wrongType(Node node, String what, String must) {
    defects.add(
        new Defect(Kind.WRONG_TYPE, node.origin(), what + " must be " + must, "write " + must));
  }
}
