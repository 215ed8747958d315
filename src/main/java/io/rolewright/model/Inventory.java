package io.rolewright.model;

import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was found in one file, or in all files of a run. Lists are in the order of reading.
 *
 * <p>Documents inside roles, identities and session grants are not repeated under {@code policies}.
 */
public record Inventory(
    List<Role> roles,
    List<Identity> identities,
    List<SessionGrant> sessions,
    List<StandalonePolicy> policies,
    List<Suppression> suppressions,
    List<Problem> problems) {

  public static final Inventory EMPTY =
      new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Inventory {
    roles = List.copyOf(roles);
    identities = List.copyOf(identities);
    sessions = List.copyOf(sessions);
    policies = List.copyOf(policies);
    suppressions = List.copyOf(suppressions);
    problems = List.copyOf(problems);
  }

  /** Nothing but problems. */
  public static Inventory of(List<Problem> problems) {
    return new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(), problems);
  }

  /** This inventory followed by the other. */
  public Inventory plus(Inventory other) {
    return new Inventory(
        joined(roles, other.roles),
        joined(identities, other.identities),
        joined(sessions, other.sessions),
        joined(policies, other.policies),
        joined(suppressions, other.suppressions),
        joined(problems, other.problems));
  }

  /** Whether nothing was found, problems aside. */
  public boolean isEmpty() {
    return roles.isEmpty() && identities.isEmpty() && sessions.isEmpty() && policies.isEmpty();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
