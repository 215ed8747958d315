package io.rolewright.analyze.effective;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies of a caller that say something, without those of which only the name is known. These
 * would make every line hang on them; that they are missing is said once instead.
 *
 * @param unknown the names of the others
 */
record KnownPolicies(PoliciesInForce policies, List<String> unknown) {

  KnownPolicies {
    unknown = List.copyOf(unknown);
  }

  static KnownPolicies of(PoliciesInForce policies) {
    List<String> unknown = new ArrayList<>();
    List<NamedPolicy> identity = known(policies.identity(), unknown);
    Optional<NamedPolicy> boundary =
        policies.boundary().filter(policy -> !known(List.of(policy), unknown).isEmpty());
    Optional<List<NamedPolicy>> session =
        policies.session().map(list -> known(list, unknown)).filter(list -> !list.isEmpty());
    boolean open = policies.session().filter(List::isEmpty).isPresent();
    return new KnownPolicies(
        policies
            .withIdentity(identity)
            .withBoundary(boundary)
            .withSession(open ? policies.session() : session),
        unknown);
  }

  private static List<NamedPolicy> known(List<NamedPolicy> policies, List<String> unknown) {
    List<NamedPolicy> known = new ArrayList<>();
    for (NamedPolicy policy : policies) {
      if (isUnknown(policy.document())) {
        unknown.add(policy.name());
      } else {
        known.add(policy);
      }
    }
    return known;
  }

  private static boolean isUnknown(PolicyDocument document) {
    List<Statement> statements = document.statements();
    return !statements.isEmpty()
        && statements.stream()
            .allMatch(
                s -> s.effect() == Effect.UNKNOWN && s.action() instanceof ActionElement.Absent);
  }

  /** Why a list made of these policies may be wrong. */
  Optional<String> gap() {
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "what `%s` says is not known; it may allow more or take some of it away"
                .formatted(String.join("`, `", unknown)));
  }
}
