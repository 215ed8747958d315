package io.rolewright.simulate.explain;

import io.rolewright.simulate.Layer;

/** Who can agree to a request or refuse it (R2.1). */
public enum Side {
  CALLER("caller"),
  RESOURCE("resource"),
  ORGANISATION("organisation"),
  ENDPOINT("endpoint"),
  /** Neither: AWS itself does not take the call or the policy. */
  AWS("aws");

  private final String shown;

  Side(String shown) {
    this.shown = shown;
  }

  /** The name in JSON. */
  public String shown() {
    return shown;
  }

  /** The side whose policies make up a layer. */
  public static Side of(Layer layer) {
    return switch (layer) {
      case SCP, RCP -> ORGANISATION;
      case VPCE -> ENDPOINT;
      case RESOURCE -> RESOURCE;
      case IDENTITY, BOUNDARY, SESSION -> CALLER;
    };
  }
}
