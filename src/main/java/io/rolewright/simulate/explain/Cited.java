package io.rolewright.simulate.explain;

import io.rolewright.model.Statement;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;

/** A statement with the policy it stands in, so that it can be pointed at. */
public record Cited(Layer layer, NamedPolicy policy, Statement statement) {

  /** The whole statement. */
  public Origin at() {
    return statement.origin();
  }
}
