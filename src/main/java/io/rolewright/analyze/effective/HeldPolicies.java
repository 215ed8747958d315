package io.rolewright.analyze.effective;

import io.rolewright.catalog.ManagedPolicyActions;
import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.AwsManaged;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies of a role as far as the input has them.
 *
 * @param policies identity policies and boundary
 * @param gaps what is not known of them, a sentence each
 */
record HeldPolicies(PoliciesInForce policies, List<String> gaps) {

  HeldPolicies {
    gaps = List.copyOf(gaps);
  }

  static HeldPolicies of(Role role) {
    List<String> gaps = new ArrayList<>();
    List<NamedPolicy> identity = new ArrayList<>();
    for (Attachment attachment : role.permissions()) {
      named(attachment, "the policy", gaps).ifPresent(identity::add);
    }
    if (!role.complete() && gaps.isEmpty()) {
      gaps.add("the input does not say that these are all policies of the role");
    }
    Optional<NamedPolicy> boundary = role.boundary().flatMap(b -> named(b, "the boundary", gaps));
    return new HeldPolicies(
        PoliciesInForce.NONE.withIdentity(identity).withBoundary(boundary), gaps);
  }

  private static Optional<NamedPolicy> named(
      Attachment attachment, String what, List<String> gaps) {
    String name = attachment.name().shown();
    Optional<PolicyDocument> document = AwsManaged.document(attachment);
    if (document.isEmpty()) {
      gaps.add("the text of %s `%s` is not in the input".formatted(what, name));
    } else if (attachment.document().isEmpty() && !isAll(name)) {
      gaps.add(
          "the text of %s `%s` is not in the input; only the gravest that it allows is counted"
              .formatted(what, name));
    }
    return document.map(some -> new NamedPolicy(name, some));
  }

  /** Of this policy there is nothing else to know. */
  private static boolean isAll(String arn) {
    return ManagedPolicyActions.ofArn(arn)
        .filter(actions -> !actions.allButListed() && actions.patterns().equals(List.of("*")))
        .isPresent();
  }
}
