package io.rolewright.rule.escalation;

import io.rolewright.model.ActionElement;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/** Policies that nobody wrote, for asking what would be if they were there. */
final class Permits {

  private Permits() {}

  /** An identity policy that allows everything. */
  static PolicyDocument all(Origin at) {
    Text all = Text.pattern(at, "*");
    return policy(
        at, new PrincipalElement.Absent(at), new ResourceElement.Listed(at, List.of(all)));
  }

  /** A trust policy that lets everybody in. */
  static PolicyDocument everybody(Origin at) {
    PrincipalPattern everyone = new PrincipalPattern.Everyone(at, false);
    return policy(
        at, new PrincipalElement.Listed(at, List.of(everyone)), new ResourceElement.Absent(at));
  }

  private static PolicyDocument policy(
      Origin at, PrincipalElement principal, ResourceElement resource) {
    Statement statement =
        Statement.allow(
            at, principal, new ActionElement.Listed(at, List.of(Text.pattern(at, "*"))), resource);
    return new PolicyDocument(
        at,
        Version.V2012_10_17,
        Optional.empty(),
        List.of(statement),
        List.of(),
        new PolicyDocument.Size(0, 0, true));
  }
}
