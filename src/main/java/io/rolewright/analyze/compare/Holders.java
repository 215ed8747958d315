package io.rolewright.analyze.compare;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an inventory holds, as things to compare. */
final class Holders {

  private final Inventory inventory;
  private final String file;

  /**
   * @param file what the inventory was read from, relative to what was named
   */
  Holders(Inventory inventory, String file) {
    this.inventory = inventory;
    this.file = file;
  }

  List<Holder> all() {
    List<Holder> all = new ArrayList<>();
    inventory.roles().forEach(role -> all.add(of(role)));
    inventory.identities().forEach(identity -> all.add(of(identity)));
    inventory.sessions().forEach(grant -> all.add(of(grant)));
    inventory.policies().forEach(policy -> all.add(of(policy)));
    return all;
  }

  private Holder of(Role role) {
    boolean bare = isBare(role);
    boolean told = role.complete() || !role.permissions().isEmpty() || role.boundary().isPresent();
    return new Holder(
        Holder.Type.ROLE,
        "role",
        role.name().shown(),
        role.account(),
        role.path(),
        !role.name().hasUnknown(),
        role.world(),
        file,
        role.origin(),
        role.trust(),
        told
            ? Optional.of(Permissions.of(role.permissions(), role.complete(), role.boundary()))
            : Optional.empty(),
        Set.of(),
        role.maxSessionDuration(),
        !bare,
        Optional.empty(),
        Optional.empty());
  }

  /** A trust policy in a file of its own: of its role nothing else is known. */
  private static boolean isBare(Role role) {
    return !role.complete()
        && role.permissions().isEmpty()
        && role.boundary().isEmpty()
        && role.maxSessionDuration().isEmpty()
        && role.path().isEmpty()
        && role.tags().isEmpty();
  }

  private Holder of(Identity identity) {
    boolean user = identity.kind() == Identity.Kind.USER;
    List<Attachment> held = new ArrayList<>(identity.permissions());
    identity.groups().forEach(group -> held.addAll(ofGroup(group, identity)));
    return new Holder(
        user ? Holder.Type.USER : Holder.Type.GROUP,
        identity.kind().name().toLowerCase(Locale.ROOT),
        identity.name().shown(),
        identity.account(),
        Optional.empty(),
        !identity.name().hasUnknown(),
        identity.world(),
        file,
        identity.origin(),
        Optional.empty(),
        Optional.of(Permissions.of(held, true, identity.boundary())),
        Set.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** A group that the file does not hold is like a policy that it does not hold. */
  private List<Attachment> ofGroup(String name, Identity user) {
    List<Attachment> held = new ArrayList<>();
    boolean found = false;
    for (Identity group : inventory.identities()) {
      boolean meant =
          group.kind() == Identity.Kind.GROUP
              && group.name().shown().equals(name)
              && group.account().equals(user.account())
              && (group.world().isEmpty() || group.world().equals(user.world()));
      if (meant) {
        found = true;
        held.addAll(group.permissions());
      }
    }
    if (!found) {
      Text shown = Text.literal(user.origin(), "group " + name);
      held.add(new Attachment(user.origin(), shown, true, Optional.empty()));
    }
    return held;
  }

  private Holder of(SessionGrant grant) {
    return new Holder(
        Holder.Type.SESSIONS,
        grant.kind().shown(),
        grant.name().shown(),
        Optional.empty(),
        Optional.empty(),
        false,
        grant.world(),
        file,
        grant.origin(),
        Optional.empty(),
        Optional.of(permissions(grant)),
        new TreeSet<>(grant.roles().stream().map(Text::shown).toList()),
        grant.duration(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Without session policies a session may do all that its role may (R2.6). */
  private static Permissions permissions(SessionGrant grant) {
    boolean free = grant.policies().isEmpty() && grant.kind() != SessionGrant.Kind.PERMISSION_SET;
    Permissions held = Permissions.of(grant.policies(), true, Optional.empty());
    return free ? Judges.withEverything(held, grant.origin()) : held;
  }

  private Holder of(StandalonePolicy policy) {
    PolicyKind kind = policy.kind();
    return new Holder(
        Holder.Type.POLICY,
        kind.shown() + " policy",
        policy.name().shown(),
        policy.account(),
        Optional.empty(),
        !policy.name().hasUnknown(),
        policy.world(),
        file,
        policy.document().origin(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        false,
        Optional.of(policy.document()),
        Optional.of(kind));
  }
}
