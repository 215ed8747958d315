package io.rolewright.simulate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All policies that can speak to the requests of one caller on one resource (R2.1). Immutable; the
 * {@code with} methods give changed copies.
 *
 * @param identity of the caller: a user's own and his groups', a role's, for a federated user those
 *     of the user who asked for the session
 * @param boundary of the caller; absent where he has none
 * @param session the session policies; absent where none were passed, which is not the same as an
 *     empty list
 * @param resource the policy of the resource, for a role its trust policy
 * @param mandatory whether the resource's policy must allow even callers of its own account: role
 *     trust and KMS keys (R2.7)
 * @param resourceAccount the owner of the resource; absent where its ARN tells
 * @param scps of the caller's account, from the root of the organisation to the account; absent
 *     where there are none
 * @param rcps of the resource's account, in the same way
 * @param vpcEndpoint the policy of the endpoint the request comes through
 * @param standing what exempts caller or resource from organisation policies
 */
public record PoliciesInForce(
    List<NamedPolicy> identity,
    Optional<NamedPolicy> boundary,
    Optional<List<NamedPolicy>> session,
    Optional<NamedPolicy> resource,
    boolean mandatory,
    Optional<String> resourceAccount,
    Optional<List<List<NamedPolicy>>> scps,
    Optional<List<List<NamedPolicy>>> rcps,
    Optional<NamedPolicy> vpcEndpoint,
    Standing standing) {

  /**
   * What exempts a caller or a resource from organisation policies (R2.4, R2.5).
   *
   * @param serviceLinkedRole whether the caller is a session of a service-linked role
   * @param callerInManagementAccount whether the caller belongs to the management account
   * @param resourceInManagementAccount whether the resource does
   */
  public record Standing(
      boolean serviceLinkedRole,
      boolean callerInManagementAccount,
      boolean resourceInManagementAccount) {

    public static final Standing ORDINARY = new Standing(false, false, false);
  }

  public static final PoliciesInForce NONE =
      new PoliciesInForce(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Standing.ORDINARY);

  public PoliciesInForce {
    identity = List.copyOf(identity);
    session = session.map(List::copyOf);
  }

  public PoliciesInForce withIdentity(List<NamedPolicy> policies) {
    return changed(parts -> parts.identity = policies);
  }

  public PoliciesInForce withBoundary(Optional<NamedPolicy> policy) {
    return changed(parts -> parts.boundary = policy);
  }

  public PoliciesInForce withSession(Optional<List<NamedPolicy>> policies) {
    return changed(parts -> parts.session = policies);
  }

  public PoliciesInForce withResource(Optional<NamedPolicy> policy) {
    return changed(parts -> parts.resource = policy);
  }

  /** With a resource policy without which nobody gets in, or with one that may be absent. */
  public PoliciesInForce withMandatory(boolean needed) {
    return changed(parts -> parts.mandatory = needed);
  }

  public PoliciesInForce withResourceAccount(Optional<String> account) {
    return changed(parts -> parts.resourceAccount = account);
  }

  /** With organisation policies of both sides. */
  public PoliciesInForce withOrganisation(
      Optional<List<List<NamedPolicy>>> ofCaller, Optional<List<List<NamedPolicy>>> ofResource) {
    return changed(
        parts -> {
          parts.scps = ofCaller;
          parts.rcps = ofResource;
        });
  }

  public PoliciesInForce withVpcEndpoint(Optional<NamedPolicy> policy) {
    return changed(parts -> parts.vpcEndpoint = policy);
  }

  public PoliciesInForce withStanding(Standing other) {
    return changed(parts -> parts.standing = other);
  }

  private PoliciesInForce changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.whole();
  }

  /** The components while one of them is being replaced. */
  private static final class Parts {

    private List<NamedPolicy> identity;
    private Optional<NamedPolicy> boundary;
    private Optional<List<NamedPolicy>> session;
    private Optional<NamedPolicy> resource;
    private boolean mandatory;
    private Optional<String> resourceAccount;
    private Optional<List<List<NamedPolicy>>> scps;
    private Optional<List<List<NamedPolicy>>> rcps;
    private Optional<NamedPolicy> vpcEndpoint;
    private Standing standing;

    private Parts(PoliciesInForce of) {
      this.identity = of.identity;
      this.boundary = of.boundary;
      this.session = of.session;
      this.resource = of.resource;
      this.mandatory = of.mandatory;
      this.resourceAccount = of.resourceAccount;
      this.scps = of.scps;
      this.rcps = of.rcps;
      this.vpcEndpoint = of.vpcEndpoint;
      this.standing = of.standing;
    }

    private PoliciesInForce whole() {
      return new PoliciesInForce(
          identity,
          boundary,
          session,
          resource,
          mandatory,
          resourceAccount,
          scps,
          rcps,
          vpcEndpoint,
          standing);
    }
  }
}
