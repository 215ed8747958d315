package io.rolewright.analyze.compare;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The managed policies that somebody has: what they allow is told with whom they are attached to,
 * and one that is merely attached to nobody any more, or not yet, gives and takes nothing.
 */
final class Attached {

  private Attached() {}

  /** The names, without paths, of the managed policies of roles, users and groups. */
  static Set<String> in(Inventory inventory) {
    List<Attachment> all = new ArrayList<>();
    for (Role role : inventory.roles()) {
      all.addAll(role.permissions());
      role.boundary().ifPresent(all::add);
    }
    for (Identity identity : inventory.identities()) {
      all.addAll(identity.permissions());
      identity.boundary().ifPresent(all::add);
    }
    Set<String> names = new TreeSet<>();
    for (Attachment attachment : all) {
      if (attachment.managed()) {
        String name = attachment.name().shown();
        names.add(name.substring(name.lastIndexOf('/') + 1));
      }
    }
    return names;
  }

  /** Whether a policy is by itself on one side only because it is attached on the other. */
  static boolean explains(Couple couple, Snapshot before, Snapshot after) {
    Holder holder = couple.shown();
    boolean policy = holder.type() == Holder.Type.POLICY;
    boolean detached = couple.before().isEmpty() && before.attached().contains(holder.name());
    boolean attached = couple.after().isEmpty() && after.attached().contains(holder.name());
    return policy && (detached || attached);
  }
}
