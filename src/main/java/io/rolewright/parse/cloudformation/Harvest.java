package io.rolewright.parse.cloudformation;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Suppression;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** What one resource gives in one world; worlds are named afterwards. */
final class Harvest {

  private final List<Role> roles = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();
  private final List<SessionGrant> sessions = new ArrayList<>();
  private final List<StandalonePolicy> policies = new ArrayList<>();

  void add(Role role) {
    roles.add(role);
  }

  void add(Identity identity) {
    identities.add(identity);
  }

  void add(SessionGrant session) {
    sessions.add(session);
  }

  void add(StandalonePolicy policy) {
    policies.add(policy);
  }

  Inventory inventory() {
    return new Inventory(roles, identities, sessions, policies, List.of(), List.of());
  }

  /** The records of a whole template, gathered without copying them again and again. */
  static final class Records {

    private final Harvest all = new Harvest();

    void add(Inventory some) {
      all.roles.addAll(some.roles());
      all.identities.addAll(some.identities());
      all.sessions.addAll(some.sessions());
      all.policies.addAll(some.policies());
    }

    Inventory with(List<Suppression> suppressions, List<Problem> problems) {
      return new Inventory(
          all.roles, all.identities, all.sessions, all.policies, suppressions, problems);
    }
  }

  /** The same records, said to hold in {@code world}. */
  static Inventory in(String world, Inventory found) {
    return new Inventory(
        found.roles().stream().map(r -> in(world, r)).toList(),
        found.identities().stream().map(i -> in(world, i)).toList(),
        found.sessions().stream().map(s -> in(world, s)).toList(),
        found.policies().stream().map(p -> in(world, p)).toList(),
        found.suppressions(),
        found.problems());
  }

  private static Role in(String world, Role r) {
    return new Role(
        r.origin(),
        r.name(),
        r.account(),
        r.path(),
        r.trust(),
        r.permissions(),
        r.complete(),
        r.boundary(),
        r.maxSessionDuration(),
        r.tags(),
        world);
  }

  private static Identity in(String world, Identity i) {
    return new Identity(
        i.origin(),
        i.kind(),
        i.name(),
        i.account(),
        i.path(),
        i.permissions(),
        i.boundary(),
        i.groups(),
        i.tags(),
        world);
  }

  private static SessionGrant in(String world, SessionGrant s) {
    return new SessionGrant(
        s.origin(), s.kind(), s.name(), s.roles(), s.policies(), s.duration(), world);
  }

  private static StandalonePolicy in(String world, StandalonePolicy p) {
    return new StandalonePolicy(p.kind(), p.name(), p.account(), p.document(), world);
  }
}
