package io.rolewright.rule.session;

import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Optional;

/** Whether only sessions of roles may assume a role, so that its sessions last an hour at most. */
final class Chaining {

  private static final List<Caller.Kind> OTHERS =
      List.of(Caller.Kind.USER, Caller.Kind.SERVICE, Caller.Kind.WEB_IDENTITY, Caller.Kind.SAML);

  private final Means means;

  Chaining(Means means) {
    this.means = means;
  }

  /** Yes with a session that gets in and proofs that nobody else does. */
  Answer isOnlyWay(Role role) {
    Optional<TrustCalls> trust = TrustCalls.of(role);
    if (trust.isEmpty()) {
      return Answer.cannotTell("the input has no trust policy of the role");
    }
    List<Caller.Kind> sessions = List.of(Caller.Kind.ROLE_SESSION);
    if (namesRolesOnly(trust.get())) {
      Answer some = ask(trust.get(), sessions);
      return some.isYes() ? Answers.all(List.of(some, none(trust.get()))) : some;
    }
    Answer none = none(trust.get());
    return none.isYes() ? Answers.all(List.of(ask(trust.get(), sessions), none)) : none;
  }

  private Answer none(TrustCalls trust) {
    return ask(trust, OTHERS).reversed();
  }

  private Answer ask(TrustCalls trust, List<Caller.Kind> kinds) {
    List<Requests> calls = kinds.stream().map(trust::by).toList();
    return Answer.exists(Question.of(List.of(trust.judged()), List.of()).ask(calls, means));
  }

  /** Whether it may be so by whom the Allows name; a glance that spares most searches. */
  private static boolean namesRolesOnly(TrustCalls trust) {
    return trust.trust().statements().stream()
        .filter(s -> !s.isDeny())
        .allMatch(Chaining::namesRolesOnly);
  }

  private static boolean namesRolesOnly(Statement statement) {
    return statement
        .principal()
        .match(
            (PrincipalElement.Listed listed) ->
                listed.patterns().stream().allMatch(Chaining::mayBeRole),
            except -> true,
            absent -> true);
  }

  private static boolean mayBeRole(PrincipalPattern pattern) {
    return !(pattern instanceof PrincipalPattern.Service)
        && !(pattern instanceof PrincipalPattern.Federated)
        && !(pattern instanceof PrincipalPattern.Identity identity
            && identity.kind() == PrincipalPattern.IdentityKind.USER);
  }
}
