package io.rolewright.simulate;

import io.rolewright.model.Statement;
import java.util.List;

/**
 * How a request was decided, as data: layer, policy, statement, element, value. Layers that no
 * policy was given for, or that do not apply, say so.
 */
public record Trace(List<LayerTrace> layers) {

  /**
   * One layer.
   *
   * @param applies whether the layer has a say: some policies do not apply to some callers
   * @param present whether any policy was given for it; an absent layer that applies does not limit
   *     anything, except where the semantics say otherwise
   * @param allows whether it allows: for layers of several levels, every level
   * @param denies whether some statement denies
   * @param note why the layer does not apply, or an empty string
   */
  public record LayerTrace(
      Layer layer,
      boolean applies,
      boolean present,
      Truth allows,
      Truth denies,
      String note,
      List<PolicyTrace> policies) {

    public LayerTrace {
      policies = List.copyOf(policies);
    }
  }

  /**
   * One policy.
   *
   * @param level from 0 at the root of the organisation; 0 for layers without levels
   */
  public record PolicyTrace(int level, NamedPolicy policy, List<StatementTrace> statements) {

    public PolicyTrace {
      statements = List.copyOf(statements);
    }
  }

  /** One statement with the steps of its elements. */
  public record StatementTrace(Statement statement, Step step) {}

  public Trace {
    layers = List.copyOf(layers);
  }

  /** What one layer said. */
  public LayerTrace of(Layer layer) {
    return layers.stream().filter(l -> l.layer() == layer).findFirst().orElseThrow();
  }
}
