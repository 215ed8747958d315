package io.rolewright.rule.session;

import io.rolewright.model.Attachment;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import java.util.List;

/**
 * A session grant together with one role of the input that it gives sessions of.
 *
 * @param bound whether the grant's session policies apply to sessions of this role: of an EKS Pod
 *     Identity association with a target role they do not bind the first role (R3.25), and those of
 *     a permission set bind none, being permissions (R3.26)
 */
public record Granted(SessionGrant grant, Role role, boolean bound) {

  /** The session policies of the role's sessions; none where none apply. */
  public List<Attachment> sessionPolicies() {
    return bound ? grant.policies() : List.of();
  }

  /** Whether any session policy bounds the sessions. */
  public boolean isScopedDown() {
    return !sessionPolicies().isEmpty();
  }
}
