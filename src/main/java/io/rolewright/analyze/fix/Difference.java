package io.rolewright.analyze.fix;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.rule.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What differs in two readings of a file, one beside the other: rules say the same of the rest. It
 * is what is said that counts, not where it stands, since all origins are equal.
 */
record Difference(Inventory before, Inventory after) {

  /**
   * What differs, and what is about a subject whether it differs or not; nothing where the two do
   * not hold the same things.
   */
  static Optional<Difference> of(Inventory before, Inventory after, String subject) {
    Sides<Role> roles = sides(before.roles(), after.roles(), Subjects::of, subject);
    Sides<Identity> identities =
        sides(before.identities(), after.identities(), Subjects::of, subject);
    Sides<SessionGrant> sessions =
        sides(before.sessions(), after.sessions(), Subjects::of, subject);
    Sides<StandalonePolicy> policies =
        sides(before.policies(), after.policies(), Subjects::of, subject);
    if (!roles.same || !identities.same || !sessions.same || !policies.same) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            new Inventory(
                roles.old,
                identities.old,
                sessions.old,
                policies.old,
                before.suppressions(),
                before.problems()),
            new Inventory(
                roles.fresh,
                identities.fresh,
                sessions.fresh,
                policies.fresh,
                after.suppressions(),
                after.problems())));
  }

  /** What differs of one kind of things. */
  private record Sides<T>(boolean same, List<T> old, List<T> fresh) {}

  private static <T> Sides<T> sides(
      List<T> before, List<T> after, Function<T, String> name, String subject) {
    boolean same = before.size() == after.size();
    List<T> old = new ArrayList<>();
    List<T> fresh = new ArrayList<>();
    for (int i = 0; same && i < before.size(); i++) {
      T one = before.get(i);
      T other = after.get(i);
      same = name.apply(one).equals(name.apply(other));
      if (!one.equals(other) || name.apply(one).equals(subject)) {
        old.add(one);
        fresh.add(other);
      }
    }
    return new Sides<>(same, old, fresh);
  }
}
