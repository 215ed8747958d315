package io.rolewright.catalog;

import java.util.List;
import java.util.Set;

/**
 * A way from some rights to more rights, as it is known from published attacks (section 6 of the
 * semantics).
 *
 * @param id of the public list, such as {@code lambda-001}; {@code own-…} where that list lacks it
 * @param name what is done, in a few words, lower case
 * @param actions all that the caller must be allowed, the deciding one first
 * @param target what the deciding action is done to
 * @param trustedServices of which the role must trust one; empty where no service matters
 * @param trustsCaller whether the role must trust the caller beforehand
 * @param gain whose rights the caller has afterwards
 * @param source where this was read
 * @see <a href="https://pathfinding.cloud">pathfinding.cloud</a>
 */
public record EscalationPath(
    String id,
    String name,
    Kind kind,
    List<String> actions,
    Target target,
    Set<String> trustedServices,
    boolean trustsCaller,
    Gain gain,
    String source) {

  /** How the rights are got. */
  public enum Kind {
    /** The caller writes rights to himself, or lifts what caps his rights. */
    SELF,
    /** He gets something to sign in with as another user. */
    CREDENTIALS,
    /** He gets into another role, as it is or after rewriting it. */
    TAKEOVER,
    /** He passes a role to something new that then acts for him. */
    PASS,
    /** He uses something that runs under a role already. */
    COMPUTE
  }

  /** What the deciding action is done to. */
  public enum Target {
    OWN_USER,
    OWN_ROLE,
    /** A group that the caller is in. */
    OWN_GROUP,
    /** A customer managed policy that the caller has. */
    OWN_POLICY,
    USER,
    GROUP,
    ROLE,
    /** A customer managed policy that another role has. */
    POLICY,
    SAML_PROVIDER,
    /** A function, instance or the like that has a role. */
    RESOURCE
  }

  /** Whose rights the caller has afterwards. */
  public enum Gain {
    /** Those he writes himself. */
    ANY,
    /** Those of the target, or of the target's role. */
    TARGET
  }

  public EscalationPath {
    actions = List.copyOf(actions);
    trustedServices = Set.copyOf(trustedServices);
  }

  /** The action that is done to the target; {@code iam:PassRole} where a role is passed. */
  public String decidingAction() {
    return actions.get(0);
  }

  /** Whether the caller passes a role, so that {@code iam:PassedToService} can stop him. */
  public boolean passesRole() {
    return kind == Kind.PASS;
  }
}
