package io.rolewright.simulate.explain;

import io.rolewright.simulate.Layer;

/** Who can agree to a request or refuse it (R2.1). */
public enum Side {
  CALLER("caller", "the caller's account"),
  RESOURCE("resource", "the resource's account"),
  ORGANISATION("organisation", "the organisation"),
  ENDPOINT("endpoint", "the VPC endpoint"),
  /** Neither: AWS itself does not take the call or the policy. */
  AWS("aws", "AWS itself");

  private final String shown;
  private final String described;

  Side(String shown, String described) {
    this.shown = shown;
    this.described = described;
  }

  /** The name in JSON. */
  public String shown() {
    return shown;
  }

  /** The side in a sentence. */
  public String described() {
    return described;
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
