package io.rolewright.parse.cloudformation;

import io.rolewright.model.Amount;
import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.SessionGrant.Kind;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Resources that bound sessions: durations and session policies (R3.22, R3.23, R3.26, R7.1). */
final class Sessions {

  private Sessions() {}

  /** {@code AWS::SSO::PermissionSet}: its policies become those of a role (R3.26). */
  static void permissionSet(Reading reading, Resource resource, Harvest harvest) {
    Attachments attachments = new Attachments(reading);
    attachments.document(resource, "InlinePolicy", PolicyKind.IDENTITY);
    reading.items(resource, "ManagedPolicies").forEach(attachments::managed);
    for (Node item : reading.items(resource, "CustomerManagedPolicyReferences")) {
      item.asObject()
          .flatMap(o -> o.get("Name"))
          .flatMap(n -> reading.text(n, "Name"))
          .map(name -> new Attachment(item.origin(), name, true, Optional.empty()))
          .ifPresent(attachments::add);
    }
    Optional<Amount> duration = reading.amount(resource, "SessionDuration", Sessions::isoSeconds);
    harvest.add(
        new SessionGrant(
            resource.at(),
            Kind.PERMISSION_SET,
            reading.name(resource, "Name"),
            List.of(),
            attachments.all(),
            duration,
            ""));
  }

  static void rolesAnywhereProfile(Reading reading, Resource resource, Harvest harvest) {
    Attachments attachments = new Attachments(reading);
    attachments.document(resource, "SessionPolicy", PolicyKind.SESSION);
    reading.items(resource, "ManagedPolicyArns").forEach(attachments::managed);
    harvest.add(
        new SessionGrant(
            resource.at(),
            Kind.ROLES_ANYWHERE_PROFILE,
            reading.name(resource, "Name"),
            roles(reading, resource, "RoleArns"),
            attachments.all(),
            reading.amount(resource, "DurationSeconds"),
            ""));
  }

  static void transferUser(Reading reading, Resource resource, Harvest harvest) {
    Text name = reading.name(resource, "UserName");
    harvest.add(simple(reading, resource, Kind.TRANSFER_USER, name, List.of("Role")));
  }

  static void podIdentityAssociation(Reading reading, Resource resource, Harvest harvest) {
    Text name = Text.literal(resource.at(), resource.id());
    List<String> roles = List.of("RoleArn", "TargetRoleArn");
    harvest.add(simple(reading, resource, Kind.POD_IDENTITY_ASSOCIATION, name, roles));
  }

  private static SessionGrant simple(
      Reading reading, Resource resource, Kind kind, Text name, List<String> roleProperties) {
    Attachments attachments = new Attachments(reading);
    attachments.document(resource, "Policy", PolicyKind.SESSION);
    List<Text> roles = new ArrayList<>();
    roleProperties.forEach(p -> roles.addAll(roles(reading, resource, p)));
    return new SessionGrant(
        resource.at(), kind, name, roles, attachments.all(), Optional.empty(), "");
  }

  private static List<Text> roles(Reading reading, Resource resource, String property) {
    List<Text> roles = new ArrayList<>();
    reading.items(resource, property).forEach(n -> reading.text(n, property).ifPresent(roles::add));
    return roles;
  }

  /** Seconds of an ISO 8601 duration such as {@code PT8H}. */
  private static OptionalLong isoSeconds(String text) {
    try {
      return OptionalLong.of(Duration.parse(text).toSeconds());
    } catch (DateTimeParseException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
