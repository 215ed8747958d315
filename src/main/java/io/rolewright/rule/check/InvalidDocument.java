package io.rolewright.rule.check;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.OrganizationGrammar;
import java.util.Set;

/** GR001: a policy breaks the grammar, so that AWS refuses it. */
public final class InvalidDocument implements Checker {

  /** A Sid that is not as it should be is a matter of style; templates fill in their own braces. */
  private static final Set<Defect.Kind> LEFT_OUT =
      Set.of(
          Defect.Kind.INVALID_SID, Defect.Kind.MALFORMED_VARIABLE, Defect.Kind.ILLEGAL_CHARACTER);

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    for (Defect defect : policy.document().defects()) {
      if (isMine(defect, policy.kind())) {
        findings.shape(Severity.ERROR, defect.at(), defect.message(), defect.fix());
      }
    }
  }

  /** What session policies and policies of organisations may not have is SS007's and PM009's. */
  private static boolean isMine(Defect defect, PolicyKind kind) {
    return !LEFT_OUT.contains(defect.kind())
        && !(kind == PolicyKind.SESSION && SessionPolicyInvalid.owns(defect))
        && !OrganizationGrammar.owns(defect, kind);
  }
}
