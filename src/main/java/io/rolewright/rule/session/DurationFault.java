package io.rolewright.rule.session;

import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import java.util.Optional;

/**
 * A session duration that AWS refuses. Where a template's default decides, it is so as long as
 * nobody changes that ({@link Durations#isByDefault}); a duration that nothing says is no fault.
 *
 * @param amount the duration, where it is written
 * @param seconds what it comes to; 0 where it is no duration
 * @param least the shortest that AWS takes here, in seconds
 * @param most the longest
 * @param role the one whose maximum it exceeds
 */
public record DurationFault(
    Kind kind, Amount amount, long seconds, long least, long most, Optional<Role> role) {

  /** What is wrong. */
  public enum Kind {
    /** The text is no number of seconds; of a permission set no ISO 8601 duration. */
    UNREADABLE,
    /** Outside of what AWS takes of any such setting (R7.1). */
    OUT_OF_RANGE,
    /** Longer than the role's maximum session duration. */
    OVER_ROLE_MAXIMUM,
    /** Longer than the hour that a session asked for by a role session lasts at most. */
    OVER_CHAINING_CAP
  }
}
