package io.rolewright.reason.estate;

import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.List;
import java.util.Optional;

/** What a principal's own policies and his boundary say about one action. */
record Side(List<NamedPolicy> identity, Optional<NamedPolicy> boundary) {

  static Side of(Principal principal, Relevant relevant) {
    return new Side(relevant.of(principal.identity()), principal.boundary().map(relevant::of));
  }

  /** The policies in force when the principal asks for a resource with this policy. */
  PoliciesInForce with(Optional<NamedPolicy> resource, boolean trust) {
    return PoliciesInForce.NONE
        .withIdentity(identity)
        .withBoundary(boundary)
        .withResource(resource)
        .withMandatory(trust);
  }
}
