package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A place that asks for sessions or sets their bounds: a permission set, a Roles Anywhere profile,
 * a Transfer Family user, a Pod Identity association, a call of STS (section 7 of the semantics).
 *
 * @param roles the roles it gives sessions of, as written; none for a permission set
 * @param policies session policies; for a permission set its inline and managed policies, which are
 *     the role's own permissions and no session policy (R3.26)
 * @param duration in seconds, where set
 * @param world as in {@link Role#world()}
 */
public record SessionGrant(
    Origin origin,
    Kind kind,
    Text name,
    List<Text> roles,
    List<Attachment> policies,
    Optional<Amount> duration,
    String world) {

  /** What kind of place it is. */
  public enum Kind {
    PERMISSION_SET("permission set"),
    ROLES_ANYWHERE_PROFILE("Roles Anywhere profile"),
    TRANSFER_USER("Transfer Family user"),
    POD_IDENTITY_ASSOCIATION("Pod Identity association"),
    /** A call of STS in a scenario. */
    CALL("STS call"),
    /** The same, made with the session of a role: it lasts an hour at most. */
    CHAINED_CALL("chained STS call");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    /** The name in messages. */
    public String shown() {
      return shown;
    }
  }

  public SessionGrant {
    roles = List.copyOf(roles);
    policies = List.copyOf(policies);
  }
}
