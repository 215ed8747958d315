package io.rolewright.parse.cloudformation;

import io.rolewright.model.PolicyKind;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import java.util.List;
import java.util.Optional;

/** Resources that are a policy: attached ones, those of resources, and an organization's. */
final class Policies {

  private Policies() {}

  /** Whether the resource is an identity policy that may be attached to others. */
  static boolean isAttachable(Resource resource) {
    return switch (resource.type()) {
      case "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::UserPolicy",
          "AWS::IAM::GroupPolicy" ->
          true;
      default -> false;
    };
  }

  /** Whether the policy names the role, user or group as one it is attached to. */
  static boolean isAttached(Reading reading, Resource policy, Resource holder) {
    return targets(holder).stream()
        .flatMap(property -> reading.items(policy, property).stream())
        .anyMatch(target -> reading.means(target, holder));
  }

  static Text name(Reading reading, Resource policy) {
    boolean managed = policy.is(ResourceNames.MANAGED_POLICY);
    return reading.name(policy, managed ? "ManagedPolicyName" : "PolicyName");
  }

  /** An identity policy that nobody in the template holds stands on its own. */
  static void attachable(Reading reading, Resource policy, Harvest harvest) {
    if (!isHeld(reading, policy)) {
      standalone(reading, policy, PolicyKind.IDENTITY, "PolicyDocument", harvest);
    }
  }

  /** A property that is a resource's policy. */
  static ResourceReader ofResource(String property) {
    return (reading, resource, harvest) -> {
      Text name = Text.literal(resource.at(), resource.id());
      reading
          .document(resource, property, PolicyKind.RESOURCE)
          .map(d -> new StandalonePolicy(PolicyKind.RESOURCE, name, reading.account(), d, ""))
          .ifPresent(harvest::add);
    };
  }

  /** {@code AWS::Organizations::Policy}; only those that bound permissions are read. */
  static void ofOrganization(Reading reading, Resource resource, Harvest harvest) {
    Optional<Text> type = reading.text(resource, "Type");
    switch (type.flatMap(Text::plain).orElse("")) {
      case "SERVICE_CONTROL_POLICY" ->
          standalone(reading, resource, PolicyKind.SCP, "Content", harvest);
      case "RESOURCE_CONTROL_POLICY" ->
          standalone(reading, resource, PolicyKind.RCP, "Content", harvest);
      default -> {
        if (type.isEmpty() || type.get().hasUnknown()) {
          reading
              .problems()
              .warn(
                  "the type of policy `" + resource.id() + "` is not known, so it was not read",
                  resource.at());
        }
      }
    }
  }

  private static void standalone(
      Reading reading, Resource policy, PolicyKind kind, String property, Harvest harvest) {
    Text name = kind == PolicyKind.IDENTITY ? name(reading, policy) : reading.name(policy, "Name");
    reading
        .document(policy, property, kind)
        .map(d -> new StandalonePolicy(kind, name, reading.account(), d, ""))
        .ifPresent(harvest::add);
  }

  private static List<String> targets(Resource holder) {
    return switch (holder.type()) {
      case ResourceNames.ROLE -> List.of("Roles", "RoleName");
      case ResourceNames.USER -> List.of("Users", "UserName");
      default -> List.of("Groups", "GroupName");
    };
  }

  private static boolean isHeld(Reading reading, Resource policy) {
    boolean attached =
        reading.links().holdersFor(policy).stream()
            .anyMatch(h -> reading.exists(h) && isAttached(reading, policy, h));
    return attached || (policy.is(ResourceNames.MANAGED_POLICY) && isReferredTo(reading, policy));
  }

  private static boolean isReferredTo(Reading reading, Resource policy) {
    for (Resource user : reading.links().usersOf(policy)) {
      if (reading.exists(user)) {
        for (String property : Links.managedIn(user)) {
          for (Node item : reading.items(user, property)) {
            if (reading.means(item, policy)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }
}
