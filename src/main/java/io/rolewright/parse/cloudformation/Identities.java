package io.rolewright.parse.cloudformation;

import io.rolewright.model.Identity;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** IAM roles, users and groups. */
final class Identities {

  private Identities() {}

  static void role(Reading reading, Resource resource, Harvest harvest) {
    Attachments attachments = new Attachments(reading);
    attachments.ofIdentity(resource);
    harvest.add(
        new Role(
            resource.at(),
            reading.name(resource, "RoleName"),
            reading.account(),
            reading.text(resource, "Path").flatMap(Text::plain),
            reading.document(resource, "AssumeRolePolicyDocument", PolicyKind.TRUST),
            attachments.all(),
            attachments.isComplete(),
            attachments.boundary(resource),
            reading.amount(resource, "MaxSessionDuration"),
            reading.tags(resource),
            ""));
  }

  static void user(Reading reading, Resource resource, Harvest harvest) {
    identity(reading, resource, Identity.Kind.USER, harvest);
  }

  static void group(Reading reading, Resource resource, Harvest harvest) {
    identity(reading, resource, Identity.Kind.GROUP, harvest);
  }

  private static void identity(
      Reading reading, Resource resource, Identity.Kind kind, Harvest harvest) {
    Attachments attachments = new Attachments(reading);
    attachments.ofIdentity(resource);
    boolean user = kind == Identity.Kind.USER;
    harvest.add(
        new Identity(
            resource.at(),
            kind,
            reading.name(resource, user ? "UserName" : "GroupName"),
            reading.account(),
            reading.text(resource, "Path").flatMap(Text::plain),
            attachments.all(),
            attachments.boundary(resource),
            user ? groups(reading, resource) : List.of(),
            user ? reading.tags(resource) : Map.of(),
            ""));
  }

  /** The names of the groups of a user; those of the template under the name they have here. */
  private static List<String> groups(Reading reading, Resource user) {
    List<String> groups = new ArrayList<>();
    for (Node group : reading.items(user, "Groups")) {
      groups.add(
          reading
              .denoted(group)
              .map(g -> reading.name(g, "GroupName").shown())
              .orElseGet(() -> Pieces.shown(group)));
    }
    return groups;
  }
}
