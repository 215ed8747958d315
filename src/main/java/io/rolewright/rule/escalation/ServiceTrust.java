package io.rolewright.rule.escalation;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.Estate;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import java.util.List;

/** Whether a role can be used by a service, so that it can be passed to it. */
final class ServiceTrust {

  private ServiceTrust() {}

  /** Whether the trust policy lets the service in, perhaps for some of its resources only. */
  static boolean of(Role role, String service, Estate estate) {
    return role.trust()
        .filter(trust -> trust.statements().stream().anyMatch(s -> names(s, service)))
        .filter(trust -> isPlain(trust) || letsIn(trust, service, role, estate))
        .isPresent();
  }

  /** Whether to be named is enough. */
  private static boolean isPlain(PolicyDocument trust) {
    return trust.statements().stream()
        .allMatch(
            s ->
                s.isAllow()
                    && s.conditions().isEmpty()
                    && s.action().patterns().stream().allMatch(a -> a.is("sts:AssumeRole")));
  }

  private static boolean names(Statement statement, String service) {
    return statement.isAllow()
        && statement.principal().patterns().stream()
            .anyMatch(p -> Principals.service(p).filter(service::equals).isPresent());
  }

  private static boolean letsIn(PolicyDocument trust, String service, Role role, Estate estate) {
    String owner = estate.accountOf(role);
    String arn = RoleNames.shown(role, estate);
    Requests requests =
        Requests.of(Callers.of(Caller.service(service)))
            .on(arn, owner)
            .where(e -> e.action(List.of("sts:AssumeRole")));
    Outcome outcome =
        Question.of(List.of(Judged.policy(trust, PolicyScope.TRUST, owner)), List.of())
            .ask(List.of(requests), Means.ordinary());
    return outcome instanceof Outcome.Possible;
  }
}
