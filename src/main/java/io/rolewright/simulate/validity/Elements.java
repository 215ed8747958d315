package io.rolewright.simulate.validity;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.source.Origin;

/**
 * Which elements a statement may and must have (table R1.5, R1.16), as far as the reader of
 * documents leaves it open.
 */
final class Elements {

  private final PolicyKind kind;
  private final Complaints complaints;

  Elements(PolicyKind kind, Complaints complaints) {
    this.kind = kind;
    this.complaints = complaints;
  }

  void check(Statement statement) {
    if (statement.isOpen()) {
      return;
    }
    switch (kind) {
      case SESSION -> principalFree(statement.principal());
      case TRUST -> trust(statement);
      case RESOURCE, ENDPOINT -> resource(statement);
      case RCP -> rcp(statement);
      case IDENTITY, BOUNDARY, SCP -> {
        // the reader of documents checks these in full
      }
    }
  }

  private void principalFree(PrincipalElement principal) {
    String name = principal.match(listed -> "Principal", except -> "NotPrincipal", absent -> "");
    if (!name.isEmpty()) {
      forbidden(principal.origin(), name);
    }
  }

  private void trust(Statement statement) {
    noNotPrincipal(statement.principal());
    ResourceElement resource = statement.resource();
    String name = resource.match(listed -> "Resource", except -> "NotResource", absent -> "");
    if (!name.isEmpty()) {
      forbidden(resource.origin(), name);
    }
  }

  /** NotPrincipal goes with Deny only. */
  private void resource(Statement statement) {
    PrincipalElement principal = statement.principal();
    boolean except = principal.match(listed -> false, e -> true, absent -> false);
    if (except && statement.isAllow()) {
      complaints.add(
          Defect.Kind.FORBIDDEN_ELEMENT,
          principal.origin(),
          "`NotPrincipal` with `Allow` is no longer supported",
          "name with `Principal` who is allowed");
    }
  }

  private void rcp(Statement statement) {
    noNotPrincipal(statement.principal());
    if (statement.isAllow()) {
      complaints.add(
          Defect.Kind.INVALID_EFFECT,
          statement.effectAt(),
          "a resource control policy can only deny",
          "write \"Effect\": \"Deny\"");
    }
    if (statement.action().match(listed -> false, except -> true, absent -> false)) {
      ActionElement action = statement.action();
      forbidden(action.origin(), "NotAction");
    }
    if (statement.resource().match(listed -> false, except -> false, absent -> true)) {
      complaints.add(
          Defect.Kind.MISSING_ELEMENT,
          statement.origin(),
          "the statement has no `Resource`",
          "add `Resource`");
    }
  }

  private void noNotPrincipal(PrincipalElement principal) {
    if (principal.match(listed -> false, except -> true, absent -> false)) {
      forbidden(principal.origin(), "NotPrincipal");
    }
  }

  private void forbidden(Origin at, String element) {
    complaints.add(
        Defect.Kind.FORBIDDEN_ELEMENT,
        at,
        kind.policy() + " may not have `" + element + "`",
        "remove it");
  }
}
