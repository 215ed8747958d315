package io.rolewright.simulate;

import io.rolewright.model.PolicyDocument;
import java.util.List;
import java.util.Optional;

/**
 * What one policy says by itself: allowed where some Allow statement applies and no Deny does
 * (R2.1, R2.2). Whatever else a request needs is not looked at. Immutable and safe for threads.
 */
public final class SinglePolicy {

  private final LayerTest policy;
  private final PolicyScope scope;
  private final String owner;

  private SinglePolicy(LayerTest policy, PolicyScope scope, String owner) {
    this.policy = policy;
    this.scope = scope;
    this.owner = owner;
  }

  /**
   * A policy, ready to be asked many times.
   *
   * @param owner the account that owns the policy
   */
  public static SinglePolicy prepared(PolicyDocument document, PolicyScope scope, String owner) {
    List<NamedPolicy> policies = List.of(new NamedPolicy("policy", document));
    return new SinglePolicy(LayerTest.of(List.of(policies), Assumptions.DEFAULT), scope, owner);
  }

  /** Its decision; uncertain where an unknown piece of the policy decides. */
  public Decision decide(Request request) {
    return of(policy.say(Facts.of(request, owner, false), scope, Trail.NONE));
  }

  /** The decision if no other layer has a say. */
  static Decision of(LayerTest.Said said) {
    Truth allowed = said.allows.and(said.denies.not());
    ReasonCode denial =
        said.denies.isNo() ? ReasonCode.IMPLICIT_DENY_RESOURCE : ReasonCode.EXPLICIT_DENY_RESOURCE;
    if (!allowed.isNo()) {
      Optional<ReasonCode> otherwise = allowed.isYes() ? Optional.empty() : Optional.of(denial);
      return new Decision(ReasonCode.ALLOW_RESOURCE, otherwise, said.allowing, Optional.empty());
    }
    boolean explicit = said.denies.isYes();
    return new Decision(
        explicit ? denial : ReasonCode.IMPLICIT_DENY_RESOURCE,
        Optional.empty(),
        explicit ? said.denying : List.of(),
        Optional.empty());
  }
}
