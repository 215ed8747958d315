package io.rolewright.reason.estate;

import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a principal's own policies and his boundary say about one action. */
record Side(List<NamedPolicy> identity, Optional<NamedPolicy> boundary) {

  static Side of(Principal principal, Relevant relevant) {
    return new Side(relevant.of(principal.identity()), principal.boundary().map(relevant::of));
  }

  /**
   * Whether some Deny applies whatever the request: it has no conditions, is for every resource,
   * and its action is one that is known.
   */
  boolean isBarred() {
    return Stream.concat(identity.stream(), boundary.stream())
        .flatMap(policy -> policy.document().statements().stream())
        .anyMatch(Side::bars);
  }

  private static boolean bars(Statement statement) {
    boolean all =
        statement.resource().match(l -> true, e -> false, a -> false)
            && statement.resource().patterns().stream().anyMatch(Text::isStar);
    boolean certain =
        statement.action().match(l -> true, e -> false, a -> false)
            && statement.action().patterns().stream()
                .allMatch(text -> text.unknowns().isEmpty() && text.variables().isEmpty());
    return statement.isDeny() && statement.conditions().isEmpty() && all && certain;
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
