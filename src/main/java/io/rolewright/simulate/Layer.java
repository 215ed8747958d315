package io.rolewright.simulate;

/**
 * The kinds of policies that have a say in a request (R2.1), in the order in which the reason of a
 * denial is looked for (R2.5, {@code decide}).
 */
public enum Layer {
  SCP("service control policies", "the service control policies of the caller's account"),
  RCP("resource control policies", "the resource control policies of the resource's account"),
  VPCE("VPC endpoint policy", "the policy of the VPC endpoint"),
  RESOURCE("resource policy", "the policy of the resource"),
  IDENTITY("identity policies", "the identity policies of the caller"),
  BOUNDARY("permissions boundary", "the permissions boundary of the caller"),
  SESSION("session policies", "the session policies of the caller");

  private final String shown;
  private final String described;

  Layer(String shown, String described) {
    this.shown = shown;
    this.described = described;
  }

  /** The name in headings. */
  public String shown() {
    return shown;
  }

  /** The layer as the subject of a sentence. */
  public String described() {
    return described;
  }
}
