package io.rolewright.rule.check;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;

/** GR001: a policy breaks the grammar, so that AWS refuses it. */
public final class InvalidDocument implements Checker {

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    for (Defect defect : policy.document().defects()) {
      if (isMine(defect, policy.kind())) {
        findings.shape(Severity.ERROR, defect.at(), defect.message(), defect.fix());
      }
    }
  }

  /** A Sid that is not as it should be is a matter of style; session grammar is SS007's. */
  private static boolean isMine(Defect defect, PolicyKind kind) {
    return defect.kind() != Defect.Kind.INVALID_SID
        && !(kind == PolicyKind.SESSION && SessionPolicyInvalid.owns(defect));
  }
}
