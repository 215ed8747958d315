package io.rolewright.rule.check;

import io.rolewright.catalog.Quota;
import io.rolewright.model.Attachment;
import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Statement;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SS007: a session policy that STS refuses. */
public final class SessionPolicyInvalid implements Checker {

  /**
   * Defects that show a policy of another kind; {@link InvalidDocument} leaves them to this rule.
   */
  private static final Set<Defect.Kind> FOREIGN_GRAMMAR =
      Set.of(Defect.Kind.MISSING_ELEMENT, Defect.Kind.FORBIDDEN_ELEMENT);

  static boolean owns(Defect defect) {
    return FOREIGN_GRAMMAR.contains(defect.kind());
  }

  @Override
  public void check(SessionGrant grant, Estate estate, Findings findings) {
    if (grant.kind() == SessionGrant.Kind.PERMISSION_SET) {
      return;
    }
    List<Attachment> managed = grant.policies().stream().filter(Attachment::managed).toList();
    int most = Quota.SESSION_MANAGED_POLICIES.most();
    if (managed.size() > most) {
      findings.shape(
          Severity.ERROR,
          managed.get(most).origin(),
          managed.size() + " managed policies as session policies; STS takes " + most);
    }
    grant.policies().stream()
        .filter(a -> !a.managed())
        .map(Attachment::document)
        .flatMap(Optional::stream)
        .forEach(document -> size(document, findings));
  }

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    if (policy.kind() != PolicyKind.SESSION) {
      return;
    }
    PolicyDocument document = policy.document();
    document.statements().forEach(statement -> principal(statement, findings));
    document.defects().stream()
        .filter(SessionPolicyInvalid::owns)
        .forEach(
            defect -> findings.shape(Severity.ERROR, defect.at(), defect.message(), defect.fix()));
    if (policy.standalone()) {
      size(document, findings);
    }
  }

  private static void principal(Statement statement, Findings findings) {
    PrincipalElement element = statement.principal();
    String name = element.match(listed -> "Principal", except -> "NotPrincipal", absent -> "");
    boolean unknownAsAWhole = statement.origin().isSamePlace(element.origin());
    if (!name.isEmpty() && !unknownAsAWhole) {
      findings.shape(
          Severity.ERROR,
          element.origin(),
          "a session policy has `"
              + name
              + "`, but applies to whoever holds the session and may not name anyone");
    }
  }

  private static void size(PolicyDocument document, Findings findings) {
    int most = Quota.SESSION_POLICY_LENGTH.most();
    int written = document.size().written();
    if (written > most) {
      findings.shape(
          Severity.ERROR,
          document.origin(),
          "the session policy has "
              + Sizes.characters(written, document.size().exact())
              + "; STS takes "
              + Sizes.shown(most));
    }
  }
}
