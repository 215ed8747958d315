package io.rolewright.rule.session;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds resource policies that pass session policies and boundaries by. */
final class Bypasses {

  private final Means means;
  private final ResourceGrants resources;

  Bypasses(Means means, ResourceGrants resources) {
    this.means = means;
    this.resources = resources;
  }

  /** All statements that do or may, for the session policies first. */
  List<Bypass> of(RoleSessions sessions) {
    List<Bypass> found = new ArrayList<>();
    if (sessions.session().isEmpty() && sessions.boundary().isEmpty()) {
      return found;
    }
    for (NamedPolicy policy : resources.passingBy(sessions)) {
      for (Statement statement : policy.document().statements()) {
        if (statement.isAllow()) {
          NamedPolicy alone = alone(policy, statement);
          sessions
              .session()
              .flatMap(b -> past(sessions, alone, b, Bypass.PassedBy.SESSION_POLICY))
              .or(
                  () ->
                      sessions
                          .boundary()
                          .flatMap(b -> past(sessions, alone, b, Bypass.PassedBy.BOUNDARY)))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static NamedPolicy alone(NamedPolicy policy, Statement only) {
    PolicyDocument document = policy.document();
    List<Statement> kept =
        document.statements().stream().filter(s -> s == only || !s.isAllow()).toList();
    return new NamedPolicy(policy.name(), document.with(kept));
  }

  /** A request that is allowed although a layer does not allow it. */
  private Optional<Bypass> past(
      RoleSessions sessions, NamedPolicy resource, Bounds layer, Bypass.PassedBy which) {
    PoliciesInForce all =
        sessions.leastInSession(sessions.least()).withResource(Optional.of(resource));
    Judged layerAlone =
        sessions.judged(
            PoliciesInForce.NONE
                .withIdentity(layer.most())
                .withResourceAccount(Optional.of(sessions.owner())));
    Outcome outcome =
        Question.of(List.of(sessions.judged(all)), List.of(layerAlone))
            .ask(List.of(sessions.requests()), means);
    Answer answer = Answer.exists(outcome);
    Statement statement =
        resource.document().statements().stream().filter(Statement::isAllow).findFirst().get();
    return answer.isNo()
        ? Optional.empty()
        : ResourceGrants.form(statement, sessions)
            .map(form -> new Bypass(statement, resource.name(), form, which, answer));
  }
}
