package io.rolewright.analyze.compare;

import io.rolewright.model.Amount;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.source.Origin;
import java.util.Optional;
import java.util.Set;

/**
 * What holds policies on one side: a role, a user, a group, a place that gives sessions, or a
 * policy by itself.
 *
 * @param noun what it is: {@code role}, {@code identity policy}
 * @param file relative to what was named on the command line; empty if that is the file itself
 * @param world as in {@link io.rolewright.model.Role#world()}
 * @param trust a role's trust policy
 * @param permissions what it may do; none where the input does not say
 * @param roles the roles that it gives sessions of
 * @param duration the longest session in seconds, where the input speaks of sessions
 * @param policy what it says, if it is a policy by itself
 * @param kind what a policy by itself is for
 */
record Holder(
    Type type,
    String noun,
    String name,
    Optional<String> account,
    Optional<String> path,
    boolean nameIsKnown,
    String world,
    String file,
    Origin at,
    Optional<PolicyDocument> trust,
    Optional<Permissions> permissions,
    Set<String> roles,
    Optional<Amount> duration,
    boolean speaksOfSessions,
    Optional<PolicyDocument> policy,
    Optional<PolicyKind> kind) {

  /** The types that are asked about in different ways. */
  enum Type {
    ROLE,
    USER,
    GROUP,
    SESSIONS,
    POLICY
  }

  /** Its logical id, where it is declared by one. */
  Optional<String> logicalId() {
    int length = at.span().end() - at.span().start();
    if (length == 0 || length > 255) {
      return Optional.empty();
    }
    String written = at.written();
    return written.chars().allMatch(Character::isLetterOrDigit)
        ? Optional.of(written)
        : Optional.empty();
  }

  /** A thing is itself only, however much another says the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
