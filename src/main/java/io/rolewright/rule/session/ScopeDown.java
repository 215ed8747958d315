package io.rolewright.rule.session;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What session policies leave of a role's permissions (R2.12). A session can do what role, boundary
 * and session policies all allow; so a session policy that allows all of it changes nothing, and
 * one that allows none of it leaves nothing.
 *
 * <p>Where policies are missing in the input, an answer is only given if it is right whatever they
 * say; a request that shows something to be taken or left counts as far as the known policies go.
 */
final class ScopeDown {

  private final Means means;
  private final ResourceGrants resources;

  /**
   * @param resources policies of resources that may give a role what its own policies do not
   */
  ScopeDown(Means means, ResourceGrants resources) {
    this.means = means;
    this.resources = resources;
  }

  /** Whether everything that the role can do its sessions can do too. */
  Answer noOp(RoleSessions sessions) {
    Requests requests = sessions.requests();
    boolean sure = sessions.session().isPresent() && areAllKnown(sessions.session().get());
    Outcome most =
        ask(
            requests,
            List.of(sessions.judged(sessions.most())),
            List.of(sessions.judged(sessions.leastInSession(sessions.most()))));
    Answer atMost = Answer.none(most);
    if (sessions.isExact() || (atMost.isYes() && sure)) {
      return atMost;
    }
    Outcome least =
        ask(
            requests,
            List.of(sessions.judged(sessions.least())),
            List.of(sessions.judged(sessions.mostInSession(sessions.least()))));
    Answer atLeast = Answer.none(least);
    return atLeast.isNo() ? atLeast : open(sessions);
  }

  /** A session policy of which only the name is known may deny anything. */
  private static boolean areAllKnown(Bounds session) {
    return session.missing().isEmpty();
  }

  /** Whether the sessions can do nothing. */
  Answer dead(RoleSessions sessions) {
    return dead(sessions, sessions.session().map(Bounds::most), sessions.session());
  }

  /** For each Allow statement of the session policies that the input has, whether it is dead. */
  List<StatementAnswer> deadStatements(RoleSessions sessions) {
    List<StatementAnswer> answers = new ArrayList<>();
    List<NamedPolicy> policies = sessions.session().map(Bounds::least).orElse(List.of());
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        if (statement.isAllow()) {
          List<NamedPolicy> alone = onlyAllowing(statement, policies);
          Answer answer = dead(sessions, Optional.of(alone), Optional.empty());
          answers.add(new StatementAnswer(statement, policy.name(), answer));
        }
      }
    }
    return answers;
  }

  /** All that is denied stays denied. */
  private static List<NamedPolicy> onlyAllowing(Statement only, List<NamedPolicy> policies) {
    List<NamedPolicy> changed = new ArrayList<>();
    for (NamedPolicy policy : policies) {
      PolicyDocument document = policy.document();
      List<Statement> kept =
          document.statements().stream().filter(s -> s == only || !s.isAllow()).toList();
      changed.add(new NamedPolicy(policy.name(), document.with(kept)));
    }
    return changed;
  }

  /**
   * @param session what the session policies allow at most
   * @param bounds of the session policies, where some may be missing
   */
  private Answer dead(
      RoleSessions sessions, Optional<List<NamedPolicy>> session, Optional<Bounds> bounds) {
    Requests requests = sessions.requests();
    PoliciesInForce most = sessions.most().withSession(session);
    Answer atMost = Answer.none(ask(requests, List.of(sessions.judged(most)), List.of()));
    if (atMost.isYes()) {
      return unlessByResource(sessions, session, atMost);
    }
    if (atMost.isOpen()
        || (isExactButSession(sessions) && bounds.stream().allMatch(Bounds::isExact))) {
      return atMost;
    }
    PoliciesInForce least =
        sessions.least().withSession(bounds.map(Bounds::least).or(() -> session));
    Answer atLeast = Answer.none(ask(requests, List.of(sessions.judged(least)), List.of()));
    return atLeast.isNo() ? atLeast : open(sessions);
  }

  private static boolean isExactButSession(RoleSessions sessions) {
    return sessions.identity().isExact() && sessions.boundary().stream().allMatch(Bounds::isExact);
  }

  /** A resource may name the role, which the session policy then bounds as well (R2.11). */
  private Answer unlessByResource(
      RoleSessions sessions, Optional<List<NamedPolicy>> session, Answer dead) {
    Judged alone =
        sessions.judged(
            PoliciesInForce.NONE
                .withIdentity(session.orElse(List.of()))
                .withResourceAccount(Optional.of(sessions.owner())));
    for (NamedPolicy resource : resources.naming(sessions)) {
      PoliciesInForce all =
          sessions.most().withSession(session).withResource(Optional.of(resource));
      Outcome outcome = ask(sessions.requests(), List.of(sessions.judged(all), alone), List.of());
      Answer alive = Answer.exists(outcome);
      if (!alive.isNo()) {
        return alive.reversed();
      }
    }
    return dead;
  }

  private Outcome ask(Requests requests, List<Judged> allowing, List<Judged> refusing) {
    return Question.of(allowing, refusing).ask(List.of(requests), means);
  }

  private static Answer open(RoleSessions sessions) {
    return Answer.cannotTell(sessions.gapsShown());
  }
}
