package io.rolewright.rule.word;

import static io.rolewright.rule.word.Kinds.GAP;
import static io.rolewright.rule.word.Kinds.GRANT;
import static io.rolewright.rule.word.Kinds.IDENTITY;
import static io.rolewright.rule.word.Kinds.POLICY;
import static io.rolewright.rule.word.Kinds.ROLE;

import io.rolewright.model.Attachment;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.TextPart;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.AwsManaged;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words about what the input leaves out. */
final class GapWords {

  private GapWords() {}

  static void add(Words words) {
    words.kind(GAP);
    words.word(
        "gaps",
        POLICY,
        GAP.list(),
        "The statements of the policy, and their effects, principals, actions and conditions, that"
            + " a template leaves open as a whole.",
        (scope, policy) -> LeftOpen.in(policy.document()));
    words.word(
        "missingPolicies",
        ROLE,
        GAP.list(),
        "The customer's policies on the role, its boundary too, whose text is not in the input.",
        (scope, role) -> missing(role.permissions(), role.boundary()));
    words.word(
        "missingPolicies",
        IDENTITY,
        GAP.list(),
        "The same on a user or group.",
        (scope, identity) -> missing(identity.permissions(), identity.boundary()));
    words.word(
        "missingPolicies",
        GRANT,
        GAP.list(),
        "The same on a place that gives sessions.",
        (scope, grant) -> missing(grant));
  }

  private static List<Problem> missing(SessionGrant grant) {
    String assumed =
        grant.kind() == SessionGrant.Kind.PERMISSION_SET
            ? "taken for one that allows nothing"
            : "taken for one that takes nothing away";
    List<Problem> gaps = new ArrayList<>();
    grant.policies().forEach(p -> missing("policy", p, assumed).ifPresent(gaps::add));
    return gaps;
  }

  private static List<Problem> missing(List<Attachment> policies, Optional<Attachment> boundary) {
    List<Problem> gaps = new ArrayList<>();
    String none = "taken for one that allows nothing";
    policies.forEach(policy -> missing("policy", policy, none).ifPresent(gaps::add));
    String all = "taken for one that takes nothing away";
    boundary.flatMap(limit -> missing("boundary", limit, all)).ifPresent(gaps::add);
    return gaps;
  }

  private static Optional<Problem> missing(String what, Attachment policy, String assumed) {
    String name = policy.name().shown();
    boolean known = !policy.managed() || AwsManaged.document(policy).isPresent();
    if (known || name.contains(":iam::aws:policy/")) {
      return Optional.empty();
    }
    String message =
        "the text of the %s %s is not in the input; %s".formatted(what, shown(policy), assumed);
    return Optional.of(Problem.gap(message, policy.origin()));
  }

  /** Its ARN, or what in the template stands for it. */
  private static String shown(Attachment policy) {
    List<TextPart.Unknown> open = policy.name().unknowns();
    return policy.name().parts().size() == open.size() && !open.isEmpty()
        ? "that is " + open.get(0).name()
        : "`" + policy.name().shown() + "`";
  }
}
