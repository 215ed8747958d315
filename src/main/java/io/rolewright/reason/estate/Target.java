package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.simulate.NamedPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param policy of the resource: a role's trust policy, or a bucket's policy if it is known
 * @param owner the resource's account, if it is known
 * @param role the role, if sessions of one are asked for
 */
public record Target(
    String action,
    String resource,
    Optional<PolicyDocument> policy,
    Optional<String> owner,
    Optional<Principal> role) {

  /** Sessions of a role. */
  static Target assuming(Principal role, PolicyDocument trust) {
    return new Target(
        Principals.CALL,
        role.arn(),
        Optional.of(trust),
        Optional.of(role.account()),
        Optional.of(role));
  }

  /**
   * An action on a resource.
   *
   * @param owner the resource's account, if it is known
   */
  public static Target doing(
      String action, String resource, Optional<PolicyDocument> policy, Optional<String> owner) {
    return new Target(action, resource, policy, owner, Optional.empty());
  }

  /** Whether sessions of a role are asked for. */
  boolean isAssumption() {
    return role.isPresent();
  }

  /** The same with another policy of the resource. */
  Target with(Optional<PolicyDocument> other) {
    return new Target(action, resource, other, owner, role);
  }

  /** Tags of the resource, if they are known. */
  Optional<Map<String, String>> tags() {
    return role.map(Principal::tags);
  }

  Optional<NamedPolicy> named() {
    String name = isAssumption() ? "trust policy" : "resource policy";
    return policy.map(document -> new NamedPolicy(name, document));
  }
}
