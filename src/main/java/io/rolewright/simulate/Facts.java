package io.rolewright.simulate;

import java.util.Optional;

/** What the policies of one owner are compared with: a request and what goes with it. */
final class Facts {

  private final Request request;
  private final String action;
  private final String[] resourceParts;
  private final String owner;
  private final boolean bounded;
  private final boolean partitions;
  private final Names names;

  /**
   * The caller's names as principal elements have them, cut from his ARNs once for all entries.
   *
   * @param own path and name of the user, or role and session name
   * @param role path and name of the role of a session
   * @param user path and name of the user, or of the user behind a federated session
   * @param providerAccount the account of the identity provider, where it is known by its ARN
   */
  record Names(
      Optional<String> own,
      Optional<String> role,
      Optional<String> user,
      Optional<String> partition,
      Optional<String> providerAccount) {

    private static Names of(Caller caller) {
      Optional<String> own = caller.arn().map(Names::name);
      return new Names(
          own,
          caller.roleArn().map(Names::name),
          caller.kind() == Caller.Kind.USER ? own : caller.userArn().map(Names::name),
          caller.partition(),
          caller.name().flatMap(Names::account));
    }

    private static Optional<String> account(String provider) {
      String[] parts = provider.split(":", ResourceTest.PARTS);
      return parts.length == ResourceTest.PARTS ? Optional.of(parts[4]) : Optional.empty();
    }

    /** What stands behind the type in an ARN: path and name. */
    private static String name(String arn) {
      return arn.substring(arn.indexOf('/') + 1);
    }
  }

  private Facts(
      Request request,
      String action,
      String[] resourceParts,
      String owner,
      boolean bounded,
      boolean partitions,
      Names names) {
    this.request = request;
    this.action = action;
    this.resourceParts = resourceParts;
    this.owner = owner;
    this.bounded = bounded;
    this.partitions = partitions;
    this.names = names;
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
        TextTest.folded(request.action()),
        request.resource().split(":", ResourceTest.PARTS),
        owner,
        bounded,
        partitions,
        Names.of(request.principal()));
  }

  /** The same for policies of another owner. */
  Facts ownedBy(String other) {
    return other.equals(owner)
        ? this
        : new Facts(request, action, resourceParts, other, bounded, partitions, names);
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

  /** The caller's names. */
  Names names() {
    return names;
  }

  Context context() {
    return request.context();
  }

  Caller caller() {
    return request.principal();
  }
}
