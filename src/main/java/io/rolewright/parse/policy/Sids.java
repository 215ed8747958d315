package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks statement ids (R1.7): letters and digits only in IAM's policies, and unique in each. */
final class Sids {

  private Sids() {}

  static void check(List<Statement> statements, PolicyKind kind, List<Defect> defects) {
    Set<String> seen = new HashSet<>();
    for (Statement statement : statements) {
      statement.sid().ifPresent(sid -> check(sid, kind, seen, defects));
    }
  }

  private static void check(Text sid, PolicyKind kind, Set<String> seen, List<Defect> defects) {
    String text = sid.shown();
    if (sid.hasUnknown() || text.isEmpty()) {
      return;
    }
    boolean free = kind == PolicyKind.RESOURCE || kind == PolicyKind.ENDPOINT;
    if (!free && !text.chars().allMatch(Sids::isLegal)) {
      defects.add(
          new Defect(
              Defect.Kind.INVALID_SID,
              sid.origin(),
              "the Sid `" + text + "` has characters other than letters and digits",
              "use letters and digits only"));
    }
    if (!seen.add(text)) {
      defects.add(
          new Defect(
              Defect.Kind.INVALID_SID,
              sid.origin(),
              "the Sid `" + text + "` is used twice in this policy",
              "give each statement its own Sid, or none"));
    }
  }

  private static boolean isLegal(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
