package io.rolewright.rule.check;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Exports;
import io.rolewright.rule.trust.Trust;
import io.rolewright.source.SourceFile;

/** TP007: a principal that was deleted: IAM shows its id, or the account's export lacks it. */
public final class DanglingPrincipalId implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.statements().forEach(s -> check(s, estate, findings)));
  }

  private static void check(Statement statement, Estate estate, Findings findings) {
    for (PrincipalPattern pattern : statement.principal().patterns()) {
      if (pattern instanceof PrincipalPattern.UniqueId id) {
        findings.shape(
            Severity.MEDIUM,
            id.origin(),
            "`" + id.id() + "` is the id of " + noun(id.id()) + " that no longer exists");
      } else if (pattern instanceof PrincipalPattern.Identity identity) {
        absent(identity, estate, findings);
      }
    }
  }

  /** R1.13. */
  private static String noun(String id) {
    return switch (id.substring(0, 4)) {
      case "AROA" -> "a role";
      case "AIDA" -> "a user";
      case "AGPA" -> "a user group";
      case "AIPA" -> "an instance profile";
      default -> "a managed policy";
    };
  }

  private static void absent(PrincipalPattern.Identity identity, Estate estate, Findings findings) {
    boolean known = identity.account().plain().isPresent() && identity.path().plain().isPresent();
    if (!known) {
      return;
    }
    String account = identity.account().plain().orElseThrow();
    String path = identity.path().plain().orElseThrow();
    Exports exports = new Exports(estate.inventory(), account, identity.kind());
    if (!exports.has(path.substring(path.lastIndexOf('/') + 1))) {
      exports.complete().ifPresent(file -> report(identity, account, file, findings));
    }
  }

  private static void report(
      PrincipalPattern.Identity identity, String account, SourceFile file, Findings findings) {
    boolean user = identity.kind() == PrincipalPattern.IdentityKind.USER;
    findings.shape(
        Severity.MEDIUM,
        identity.origin(),
        "`"
            + identity.shown()
            + "` does not exist: the export of account `"
            + account
            + "` in `"
            + file.name()
            + "` has no such "
            + (user ? "user" : "role"));
  }
}
