package io.rolewright.simulate;

import java.util.Locale;

/** What the policies of one owner are compared with: a request and what goes with it. */
final class Facts {

  private final Request request;
  private final String action;
  private final String[] resourceParts;
  private final String owner;
  private final boolean bounded;
  private final boolean partitions;

  private Facts(
      Request request,
      String action,
      String[] resourceParts,
      String owner,
      boolean bounded,
      boolean partitions) {
    this.request = request;
    this.action = action;
    this.resourceParts = resourceParts;
    this.owner = owner;
    this.bounded = bounded;
    this.partitions = partitions;
  }

  /** A request that is compared without regard to the partition of its caller. */
  static Facts of(Request request, String owner) {
    return facts(request, owner, false, false);
  }

  /**
   * A request as it meets all policies in force.
   *
   * @param bounded whether the caller has a permissions boundary (R1.16)
   */
  static Facts of(Request request, String owner, boolean bounded) {
    return facts(request, owner, bounded, true);
  }

  private static Facts facts(Request request, String owner, boolean bounded, boolean partitions) {
    return new Facts(
        request,
        request.action().toLowerCase(Locale.ROOT),
        request.resource().split(":", ResourceTest.PARTS),
        owner,
        bounded,
        partitions);
  }

  /** The same for policies of another owner. */
  Facts ownedBy(String other) {
    return new Facts(request, action, resourceParts, other, bounded, partitions);
  }

  Request request() {
    return request;
  }

  /** The action in lower case. */
  String action() {
    return action;
  }

  /** The resource cut at its first five colons; not to be changed. */
  String[] resourceParts() {
    return resourceParts;
  }

  /** The number of the account that owns the policies. */
  String owner() {
    return owner;
  }

  /** Whether the caller has a permissions boundary. */
  boolean bounded() {
    return bounded;
  }

  /** Whether principals of other partitions are other principals. */
  boolean partitions() {
    return partitions;
  }

  Context context() {
    return request.context();
  }

  Caller caller() {
    return request.principal();
  }
}
