package io.rolewright.rule.permission;

import io.rolewright.catalog.ManagedPolicyActions;
import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies of a holder as far as the input has them.
 *
 * @param missingBoundary the name of a boundary whose text is not in the input
 * @param managed the names of attached policies that are neither inline nor AWS's own
 * @param groups that the policies come from, or that the holder is
 * @param gaps what is not known of them, a sentence each
 */
record Held(
    List<NamedPolicy> identity,
    Optional<NamedPolicy> boundary,
    Optional<String> missingBoundary,
    List<String> managed,
    List<String> groups,
    List<String> gaps) {

  Held {
    managed = List.copyOf(managed);
    groups = List.copyOf(groups);
    identity = List.copyOf(identity);
    gaps = List.copyOf(gaps);
  }

  static Held of(List<Attachment> attached, Optional<Attachment> limit, boolean complete) {
    List<String> gaps = new ArrayList<>();
    List<NamedPolicy> identity = new ArrayList<>();
    attached.forEach(each -> named(each, "the policy", gaps).ifPresent(identity::add));
    if (!complete && gaps.isEmpty()) {
      gaps.add("the input does not say that these are all policies of the role");
    }
    Optional<NamedPolicy> boundary = limit.flatMap(each -> named(each, "the boundary", gaps));
    return new Held(
        identity,
        boundary,
        missing(limit, boundary.isPresent()),
        managed(attached),
        List.of(),
        gaps);
  }

  private static List<String> managed(List<Attachment> attached) {
    return attached.stream()
        .filter(Attachment::managed)
        .map(each -> each.name().shown())
        .filter(name -> !name.contains(":iam::aws:policy/"))
        .toList();
  }

  private static Optional<String> missing(Optional<Attachment> limit, boolean known) {
    return known ? Optional.empty() : limit.map(each -> each.name().shown());
  }

  /** A user with the policies of his groups. */
  static Held of(Identity identity, List<Identity> all) {
    List<Attachment> attached = new ArrayList<>(identity.permissions());
    List<String> gaps = new ArrayList<>();
    for (String name : identity.groups()) {
      Optional<Identity> group = all.stream().filter(g -> isGroup(g, name, identity)).findFirst();
      group.ifPresent(g -> attached.addAll(g.permissions()));
      if (group.isEmpty()) {
        gaps.add("the group `%s` is not in the input".formatted(name));
      }
    }
    Held held = of(attached, identity.boundary(), true);
    gaps.addAll(held.gaps);
    List<String> groups =
        identity.kind() == Identity.Kind.GROUP
            ? identity.name().plain().stream().toList()
            : identity.groups();
    return new Held(held.identity, held.boundary, held.missingBoundary, held.managed, groups, gaps);
  }

  private static boolean isGroup(Identity group, String name, Identity user) {
    return group.kind() == Identity.Kind.GROUP
        && group.name().is(name)
        && group.account().equals(user.account());
  }

  static Held of(Holder holder) {
    List<NamedPolicy> identity = new ArrayList<>();
    holder.policies().forEach(policy -> identity.add(new NamedPolicy("policy", policy)));
    return new Held(
        identity,
        holder.boundary().map(policy -> new NamedPolicy("boundary", policy)),
        holder.missingBoundary(),
        List.of(),
        List.of(),
        List.of());
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

  Held with(List<NamedPolicy> others) {
    return new Held(others, boundary, missingBoundary, managed, groups, gaps);
  }

  PoliciesInForce inForce() {
    return PoliciesInForce.NONE.withIdentity(identity).withBoundary(boundary);
  }
}
