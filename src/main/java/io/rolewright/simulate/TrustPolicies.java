package io.rolewright.simulate;

import io.rolewright.model.PolicyDocument;
import java.util.List;

/**
 * What a trust policy says to a caller: allowed where some Allow statement matches and no Deny does
 * (R2.2, R2.16). The caller's own side is not looked at: an outsider grants himself what he needs.
 */
public final class TrustPolicies {

  private final LayerTest policy;
  private final String ownAccount;

  private TrustPolicies(LayerTest policy, String ownAccount) {
    this.policy = policy;
    this.ownAccount = ownAccount;
  }

  /**
   * A trust policy, ready to be asked many times.
   *
   * @param ownAccount the account of the role
   */
  public static TrustPolicies prepared(PolicyDocument trust, String ownAccount) {
    List<NamedPolicy> policies = List.of(new NamedPolicy("trust policy", trust));
    return new TrustPolicies(LayerTest.of(List.of(policies), Assumptions.DEFAULT), ownAccount);
  }

  /**
   * The trust policy's decision.
   *
   * @param ownAccount the account of the role
   * @return uncertain where an unknown piece of the policy decides
   */
  public static Decision decide(PolicyDocument trust, Request request, String ownAccount) {
    return prepared(trust, ownAccount).decide(request);
  }

  /** The trust policy's decision; uncertain where an unknown piece of the policy decides. */
  public Decision decide(Request request) {
    return SinglePolicy.of(
        policy.say(Facts.of(request, ownAccount), PolicyScope.TRUST, Trail.NONE));
  }
}
