package io.rolewright.rule.session;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.model.Role;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A call by which a session leaves its session policy: credentials that come of it are not bounded
 * by it (R2.21, R6.6).
 *
 * @param answer yes with the requests that the session is allowed, or open; never no
 * @param at the action of the session policy that lets it through
 * @param launch for a passed role, how a service comes to use it
 * @param onward the roles of the input that the session may ask for; only for {@link
 *     Way#ASSUME_ROLE}
 */
public record Escape(
    Way way, Answer answer, Origin at, Optional<EscalationPath> launch, Onward onward) {

  /** What is called. */
  public enum Way {
    /** The session of a role that is assumed carries no session policy of the one before. */
    ASSUME_ROLE,
    /** Code in a service runs under a role that is passed to it. */
    PASS_ROLE,
    /** Credentials or permissions are made that others than this session have. */
    IAM_WRITE
  }

  /**
   * The roles of the input that the session may ask for.
   *
   * @param roles with whether their trust policies let the session in
   * @param all whether all of them were looked at
   */
  public record Onward(List<Target> roles, boolean all) {
    static final Onward NONE = new Onward(List.of(), true);

    public Onward {
      roles = List.copyOf(roles);
    }
  }

  /**
   * A role that the session may ask for.
   *
   * @param letsIn whether session and trust policy together allow it, with a request; open where
   *     the input lacks the trust policy
   */
  public record Target(Role role, Answer letsIn) {}
}
