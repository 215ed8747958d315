package io.rolewright.analyze.effective;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.EffectiveAccess;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a session of a role can do at most: any session, of any name, with any tags that it may
 * carry; as far as the role's own policies say it, on resources of its own account.
 *
 * @param account the role's; absent where neither the input nor the user says it
 * @param list all that is allowed
 * @param gaps what the input does not say, so that the list may be wrong; a sentence each
 * @param notes what was not looked at
 */
public record RolePermissions(
    Role role,
    Optional<String> account,
    PermissionList list,
    List<String> gaps,
    List<String> notes) {

  public RolePermissions {
    gaps = List.copyOf(gaps);
    notes = List.copyOf(notes);
  }

  /** Whether the list is proved to be all, and the input says all that it depends on. */
  public boolean isComplete() {
    return gaps.isEmpty() && list.isComplete();
  }

  /**
   * The permissions of a role.
   *
   * @param partition of its ARN
   */
  public static RolePermissions of(Role role, String partition, Means means) {
    HeldPolicies held = HeldPolicies.of(role);
    String owner = role.account().orElse(Estate.UNNAMED_ACCOUNT);
    PoliciesInForce policies = held.policies().withResourceAccount(Optional.of(owner));
    Requests requests =
        Requests.of(callers(role, owner, partition)).inAccount(owner).inOwnPartition();
    EffectiveAccess access = EffectiveAccess.of(requests, policies, owner, means);
    List<PolicyDocument> documents = Judged.inForce(policies, owner).documents();
    PermissionList list =
        new Wording(documents, access.domains())
            .list(access.allowed(), access.unknowns(), access::example);
    return new RolePermissions(role, role.account(), list, held.gaps(), notes(role));
  }

  private static Callers callers(Role role, String owner, String partition) {
    Callers all = Callers.all(Caller.Kind.ROLE_SESSION, partition).ofAccount(owner);
    Optional<Compound> name =
        role.name()
            .plain()
            .filter(n -> isKnown(role))
            .map(n -> Compound.of(role.path().orElse("/").substring(1) + n));
    return new Callers(
        all.kind(),
        all.partition(),
        all.account(),
        name.or(all::name),
        all.session(),
        all.issuer(),
        all.principal());
  }

  private static boolean isKnown(Role role) {
    return !role.name().hasUnknown() && role.path().map(p -> p.startsWith("/")).orElse(true);
  }

  private static List<String> notes(Role role) {
    List<String> notes = new ArrayList<>();
    if (role.account().isEmpty()) {
      notes.add("the role's account is not known; `--account` says it");
    }
    notes.add(
        "policies of resources are not looked at: they may allow more, and roles, KMS keys and"
            + " resources of other accounts must allow it too");
    notes.add("service control policies are not looked at; they may take some of it away");
    notes.add("a session policy, if one is passed, takes some of it away");
    return notes;
  }
}
