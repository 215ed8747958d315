package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of a parameter of STS. Whether AWS would take them is for the simulator to say.
 */
record ParameterReader(Problems problems) {

  /** The values; none where the parameter was not passed or is of the wrong type. */
  List<Given> read(Fields call, Parameter parameter) {
    String name = parameter.shown();
    return switch (parameter) {
      case POLICY -> List.of();
      case DURATION_SECONDS -> given(call.number(name));
      case TRANSITIVE_TAG_KEYS -> call.texts(name).stream().map(ParameterReader::given).toList();
      case POLICY_ARNS -> listed(call, name, "arn");
      case PROVIDED_CONTEXTS -> listed(call, name, "ProviderArn");
      case TASK_POLICY_ARN ->
          call.node(name).map(n -> listed(List.of(n), name, "arn")).orElse(List.of());
      default -> given(call.scalar(name));
    };
  }

  private List<Given> listed(Fields call, String name, String field) {
    return listed(call.list(name), name, field);
  }

  /** Items that AWS writes as objects of one field that matters; a string serves as one. */
  private List<Given> listed(List<Node> items, String name, String field) {
    List<Given> all = new ArrayList<>();
    for (Node item : items) {
      Optional<ScalarNode> value =
          item.asObject()
              .flatMap(o -> o.get(field))
              .or(() -> Optional.of(item))
              .flatMap(Node::asScalar)
              .filter(s -> !s.isNull());
      value.ifPresentOrElse(
          v -> all.add(given(v)),
          () ->
              problems.error(
                  "an item of `" + name + "` must be an ARN, or an object with `" + field + "`",
                  item.origin()));
    }
    return all;
  }

  private static List<Given> given(Optional<ScalarNode> scalar) {
    return scalar.map(s -> List.of(given(s))).orElse(List.of());
  }

  private static Given given(ScalarNode scalar) {
    return new Given(scalar.text(), scalar.origin());
  }
}
