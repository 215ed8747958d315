package io.rolewright.simulate.sts;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PoliciesInForce.Standing;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.List;
import java.util.Optional;

/** Gathers the policies that speak to a request (R2.1, R2.4, R2.5, R2.19). */
final class CallPolicies {

  private final Credentials credentials;
  private final Surroundings surroundings;

  CallPolicies(Credentials credentials, Surroundings surroundings) {
    this.credentials = credentials;
    this.surroundings = surroundings;
  }

  /** For assuming a role: its trust policy must allow, whoever asks (R2.15). */
  PoliciesInForce on(TargetRole role) {
    PoliciesInForce policies =
        on(Optional.of(role.account())).withResource(Optional.of(role.trust())).withMandatory(true);
    return role.serviceLinked()
        ? policies.withOrganisation(policies.scps(), Optional.empty())
        : policies;
  }

  /** For a resource without a policy of its own. */
  PoliciesInForce on(Optional<String> owner) {
    AccountFacts caller =
        credentials.caller().account().map(surroundings::of).orElse(AccountFacts.STANDALONE);
    AccountFacts resource = owner.map(surroundings::of).orElse(AccountFacts.STANDALONE);
    return PoliciesInForce.NONE
        .withIdentity(identity())
        .withBoundary(credentials.boundary())
        .withSession(credentials.sessionPolicies())
        .withResourceAccount(owner)
        .withOrganisation(caller.scps(), resource.rcps())
        .withVpcEndpoint(surroundings.vpcEndpoint())
        .withStanding(
            new Standing(
                credentials.serviceLinkedRole(), caller.management(), resource.management()));
  }

  /** A federated user of the root user may do what root may. */
  private List<NamedPolicy> identity() {
    Caller caller = credentials.caller();
    boolean ofRoot =
        caller.kind() == Caller.Kind.FEDERATED_USER
            && caller.userArn().filter(arn -> arn.endsWith(":root")).isPresent();
    return ofRoot ? List.of(RootTasks.rootPower()) : credentials.identity();
  }
}
