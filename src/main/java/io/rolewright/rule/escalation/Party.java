package io.rolewright.rule.escalation;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Estate;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Holder;
import io.rolewright.source.Origin;
import java.util.Optional;

/**
 * Who holds permissions: a role, user, group or permission set, or whoever is given a policy that
 * stands by itself.
 *
 * @param shown as messages name it: {@code role `vendor`}
 * @param at where it was written
 * @param boundary what it is bounded by
 * @param abilities what it can do; of a policy a session that has it
 * @param asUser what a user can do who is given the policy, if it is one
 */
public record Party(
    String shown,
    Origin at,
    Optional<Attachment> boundary,
    Abilities abilities,
    Optional<Abilities> asUser) {

  public static Party of(Role role, Estate estate) {
    Holder holder = Holder.of(role);
    Abilities abilities = Roster.of(estate).of(role);
    return new Party(holder.shown(), role.origin(), role.boundary(), abilities, Optional.empty());
  }

  public static Party of(Identity identity, Estate estate) {
    return new Party(
        Holder.of(identity).shown(),
        identity.origin(),
        identity.boundary(),
        Roster.of(estate).of(identity),
        Optional.empty());
  }

  /** A permission set; other grants give no permissions. */
  public static Optional<Party> of(SessionGrant grant, Estate estate) {
    return grant.kind() == SessionGrant.Kind.PERMISSION_SET
        ? Optional.of(of(grant, Holder.of(grant), grant.origin(), false, estate))
        : Optional.empty();
  }

  /** Whoever is given a policy; of one that bounds, or that somebody has, nobody. */
  public static Optional<Party> of(PolicyInPlace policy, Estate estate) {
    PolicyDocument document = policy.document();
    return Holder.of(policy)
        .filter(holder -> !holder.session())
        .map(holder -> of(document, holder, document.origin(), true, estate));
  }

  /** Whoever has a session under a session policy, of a role that may do anything. */
  public static Optional<Party> inSession(PolicyInPlace policy, Estate estate) {
    return Holder.of(policy)
        .filter(Holder::session)
        .map(holder -> of(policy.document(), holder, policy.document().origin(), false, estate));
  }

  /** The same of the session policies of a grant. */
  public static Party inSession(SessionGrant grant, Estate estate) {
    return of(grant, Holder.of(grant), grant.origin(), false, estate);
  }

  private static Party of(Object thing, Holder holder, Origin at, boolean users, Estate estate) {
    Roster roster = Roster.of(estate);
    return new Party(
        holder.shown(),
        at,
        Optional.empty(),
        roster.ofSession(thing, holder),
        users ? Optional.of(roster.ofUser(thing, holder)) : Optional.empty());
  }
}
