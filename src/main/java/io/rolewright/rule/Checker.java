package io.rolewright.rule;

import io.rolewright.model.Identity;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.source.Problem;

/**
 * Decides one rule: the code that a rule file names. Stateless; one instance looks at everything,
 * from several threads.
 *
 * <p>A checker overrides the methods for what it judges and leaves the others alone.
 */
public interface Checker {

  /** Looks at the whole input, once a run. */
  default void check(Estate estate, Findings findings) {}

  /** Looks at a role: its trust, permissions and settings. */
  default void check(Role role, Estate estate, Findings findings) {}

  /** Looks at a place that gives sessions. */
  default void check(SessionGrant grant, Estate estate, Findings findings) {}

  /** Looks at a user or group. */
  default void check(Identity identity, Estate estate, Findings findings) {}

  /** Looks at a policy document, wherever it stands; called for each document of the input. */
  default void check(PolicyInPlace policy, Estate estate, Findings findings) {}

  /** Whether it looks at open questions; else they are told as problems. */
  default boolean takesGaps() {
    return false;
  }

  /** Looks at a question that the input or another rule left open; called after all others. */
  default void check(Problem gap, Estate estate, Findings findings) {}
}
