package io.rolewright.rule.escalation;

import io.rolewright.model.Identity;
import io.rolewright.model.Role;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Administrator;
import io.rolewright.rule.permission.Holder;
import io.rolewright.rule.permission.SharedAnswers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody of one input with what he can do, worked out when first asked for and then kept. One
 * for a run; safe for threads.
 */
public final class Roster {

  private final Estate estate;
  private final SharedAnswers shared = new SharedAnswers();
  private final Map<Object, Abilities> known = new IdentityHashMap<>();
  private final Map<Object, Abilities> asUser = new IdentityHashMap<>();
  private final Map<Role, Map<String, Boolean>> trusting = new IdentityHashMap<>();
  private final Map<Abilities, Routes> routes = new IdentityHashMap<>();
  private final Map<Abilities, Optional<BoundaryEffect>> boundaries = new ConcurrentHashMap<>();
  private List<Role> administrators;
  private Doors doors;
  private List<Identity> administratingUsers;

  /** The one of a run. */
  public static Roster of(Estate estate) {
    return estate.memo().of(Roster.class, () -> new Roster(estate));
  }

  /** Of all roles and users of an input. */
  public Roster(Estate estate) {
    this.estate = estate;
  }

  Estate estate() {
    return estate;
  }

  /** What any session of a role can do. */
  public Abilities of(Role role) {
    synchronized (known) {
      return known.computeIfAbsent(role, r -> Abilities.of(role, shared));
    }
  }

  /** What a user can do; of a group, what it gives. */
  public Abilities of(Identity identity) {
    synchronized (known) {
      return known.computeIfAbsent(identity, i -> Abilities.of(identity, estate, shared));
    }
  }

  /**
   * What a session can do that has just these policies.
   *
   * @param thing that has the policies; it is remembered by
   */
  Abilities ofSession(Object thing, Holder holder) {
    synchronized (known) {
      return known.computeIfAbsent(thing, t -> Abilities.of(holder, shared));
    }
  }

  /** The same of a user. */
  Abilities ofUser(Object thing, Holder holder) {
    synchronized (asUser) {
      return asUser.computeIfAbsent(thing, t -> Abilities.ofUser(holder, shared));
    }
  }

  /** The ways to more rights of somebody with these abilities. */
  public Routes routes(Abilities abilities) {
    synchronized (routes) {
      return routes.computeIfAbsent(abilities, a -> new Routes(a, this));
    }
  }

  /** Whether a role can be used by a service, so that it can be passed to it. */
  boolean trusts(Role role, String service) {
    Map<String, Boolean> ofRole;
    synchronized (trusting) {
      ofRole = trusting.computeIfAbsent(role, r -> new ConcurrentHashMap<>());
    }
    return ofRole.computeIfAbsent(service, s -> ServiceTrust.of(role, s, estate));
  }

  /** What the boundary takes away from somebody with these abilities. */
  public Optional<BoundaryEffect> boundary(Abilities abilities) {
    Optional<BoundaryEffect> known = boundaries.get(abilities);
    if (known == null) {
      known =
          BoundaryEffect.of(abilities); // not while others wait; it is long, and always the same
      boundaries.put(abilities, known);
    }
    return known;
  }

  /** The roles by whom they may let in with {@code sts:AssumeRole}. */
  synchronized Doors doors() {
    if (doors == null) {
      doors = new Doors(estate.inventory().roles(), "sts:AssumeRole");
    }
    return doors;
  }

  /** The roles that are administrators, in the order of reading. */
  public synchronized List<Role> administrators() {
    if (administrators == null) {
      List<Role> found = new ArrayList<>();
      for (Role role : estate.inventory().roles()) {
        if (Administrator.of(of(role)).isPresent()) {
          found.add(role);
        }
      }
      administrators = List.copyOf(found);
    }
    return administrators;
  }

  /** The users who are administrators, in the order of reading. */
  public synchronized List<Identity> administratingUsers() {
    if (administratingUsers == null) {
      List<Identity> found = new ArrayList<>();
      for (Identity identity : estate.inventory().identities()) {
        boolean user = identity.kind() == Identity.Kind.USER;
        if (user && Administrator.of(of(identity)).isPresent()) {
          found.add(identity);
        }
      }
      administratingUsers = List.copyOf(found);
    }
    return administratingUsers;
  }
}
