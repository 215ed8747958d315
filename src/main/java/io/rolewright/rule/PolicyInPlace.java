package io.rolewright.rule;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy document with the use that is made of it.
 *
 * @param subject what holds it, for messages: {@code role vendor}
 * @param account the owner, where the input says it
 * @param boundary the permissions boundary of its holder, if it has a known one
 * @param inline whether the document is written inside its holder, so that the holder's quotas
 *     count
 * @param standalone whether it is attached to nothing that the input shows
 * @param world as in {@link Role#world()}
 */
public record PolicyInPlace(
    PolicyKind kind,
    PolicyDocument document,
    String subject,
    Optional<String> account,
    Optional<PolicyDocument> boundary,
    boolean inline,
    boolean standalone,
    String world) {

  /** Every document of an inventory, once for each use. */
  public static List<PolicyInPlace> of(Inventory inventory) {
    List<PolicyInPlace> all = new ArrayList<>();
    inventory.roles().forEach(role -> addRole(role, all));
    inventory.identities().forEach(identity -> addIdentity(identity, all));
    inventory.sessions().forEach(grant -> addGrant(grant, all));
    inventory.policies().forEach(policy -> addStandalone(policy, all));
    return all;
  }

  private static void addRole(Role role, List<PolicyInPlace> all) {
    String subject = Subjects.of(role);
    role.trust()
        .ifPresent(
            trust ->
                all.add(
                    new PolicyInPlace(
                        PolicyKind.TRUST,
                        trust,
                        subject,
                        role.account(),
                        Optional.empty(),
                        true,
                        false,
                        role.world())));
    addAttached(role.permissions(), role.boundary(), subject, role.account(), role.world(), all);
  }

  private static void addIdentity(Identity identity, List<PolicyInPlace> all) {
    addAttached(
        identity.permissions(),
        identity.boundary(),
        Subjects.of(identity),
        identity.account(),
        identity.world(),
        all);
  }

  private static void addAttached(
      List<Attachment> attachments,
      Optional<Attachment> boundary,
      String subject,
      Optional<String> account,
      String world,
      List<PolicyInPlace> all) {
    Optional<PolicyDocument> limit = boundary.flatMap(Attachment::document);
    limit.ifPresent(
        document ->
            all.add(
                new PolicyInPlace(
                    PolicyKind.BOUNDARY,
                    document,
                    subject,
                    account,
                    Optional.empty(),
                    false,
                    false,
                    world)));
    for (Attachment attachment : attachments) {
      attachment
          .document()
          .ifPresent(
              document ->
                  all.add(
                      new PolicyInPlace(
                          PolicyKind.IDENTITY,
                          document,
                          subject,
                          account,
                          limit,
                          !attachment.managed(),
                          false,
                          world)));
    }
  }

  private static void addGrant(SessionGrant grant, List<PolicyInPlace> all) {
    PolicyKind kind =
        grant.kind() == SessionGrant.Kind.PERMISSION_SET ? PolicyKind.IDENTITY : PolicyKind.SESSION;
    for (Attachment attachment : grant.policies()) {
      attachment
          .document()
          .ifPresent(
              document ->
                  all.add(
                      new PolicyInPlace(
                          kind,
                          document,
                          Subjects.of(grant),
                          Optional.empty(),
                          Optional.empty(),
                          !attachment.managed(),
                          false,
                          grant.world())));
    }
  }

  private static void addStandalone(StandalonePolicy policy, List<PolicyInPlace> all) {
    all.add(
        new PolicyInPlace(
            policy.kind(),
            policy.document(),
            Subjects.of(policy),
            policy.account(),
            Optional.empty(),
            false,
            true,
            policy.world()));
  }
}
