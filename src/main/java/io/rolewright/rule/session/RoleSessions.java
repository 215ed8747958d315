package io.rolewright.rule.session;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Grant;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sessions of a role, and what bounds them: identity policies, boundary and session policies,
 * of which some may be missing in the input (R2.12).
 *
 * @param session absent where no session policy applies
 */
record RoleSessions(
    Role role,
    String owner,
    String partition,
    Bounds identity,
    Optional<Bounds> boundary,
    Optional<Bounds> session) {

  private static final NamedPolicy NOTHING = new NamedPolicy("nothing", Bounds.nothing());

  /** The sessions of a role under the session policies of a grant. */
  static RoleSessions of(Granted granted) {
    return of(granted.role(), granted.sessionPolicies());
  }

  /** The sessions of a role without session policies. */
  static RoleSessions of(Role role) {
    return of(role, List.of());
  }

  private static RoleSessions of(Role role, List<Attachment> sessionPolicies) {
    String partition = TemplateNames.partition(role, sessionPolicies);
    return new RoleSessions(
        role,
        role.account().orElse(Estate.UNNAMED_ACCOUNT),
        partition,
        Bounds.of(role.permissions(), role.complete(), "policy", partition),
        role.boundary().map(b -> Bounds.of(List.of(b), true, "boundary", partition)),
        sessionPolicies.isEmpty()
            ? Optional.empty()
            : Optional.of(Bounds.of(sessionPolicies, true, "session policy", partition)));
  }

  /** What bounds the sessions at least so far: with what is missing left out. */
  PoliciesInForce least() {
    return own(identity.least(), boundary.map(b -> first(b.least())));
  }

  /** The same with everything in place of what is missing. */
  PoliciesInForce most() {
    Optional<NamedPolicy> limit = boundary.filter(Bounds::isExact).map(b -> first(b.least()));
    return own(identity.most(), limit);
  }

  private PoliciesInForce own(List<NamedPolicy> policies, Optional<NamedPolicy> limit) {
    return PoliciesInForce.NONE
        .withIdentity(policies)
        .withBoundary(limit)
        .withResourceAccount(Optional.of(owner));
  }

  /** Of a boundary that is not in the input, not known to leave anything. */
  private static NamedPolicy first(List<NamedPolicy> boundary) {
    return boundary.isEmpty() ? NOTHING : boundary.get(0);
  }

  /** Policies under the session policies that are known. */
  PoliciesInForce leastInSession(PoliciesInForce policies) {
    return policies.withSession(session.map(Bounds::least));
  }

  /** Policies under all that the session policies may allow. */
  PoliciesInForce mostInSession(PoliciesInForce policies) {
    return policies.withSession(session.map(Bounds::most));
  }

  /** What of the session policies lets the request of an answer through; all of them at worst. */
  Origin letThrough(Answer answer) {
    List<PolicyDocument> policies =
        session.stream().flatMap(s -> s.least().stream()).map(NamedPolicy::document).toList();
    return answer
        .witness()
        .flatMap(w -> Grant.of(policies, w.request(), owner))
        .map(Grant::action)
        .or(() -> policies.stream().map(PolicyDocument::origin).findFirst())
        .orElse(role.origin());
  }

  Judged judged(PoliciesInForce policies) {
    return Judged.inForce(policies, owner);
  }

  /** What the input lacks of all this, a part of a sentence each. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>(identity.gaps());
    boundary.ifPresent(b -> gaps.addAll(b.gaps()));
    session.ifPresent(s -> gaps.addAll(s.gaps()));
    return gaps;
  }

  /** Whether nothing is missing. */
  boolean isExact() {
    return gaps().isEmpty();
  }

  /** All requests of sessions of the role for what is in its account and partition. */
  Requests requests() {
    return Requests.of(callers()).inAccount(owner).inOwnPartition();
  }

  /** The role's sessions, of any name. */
  Callers callers() {
    Callers all = Callers.all(Caller.Kind.ROLE_SESSION, partition).ofAccount(owner);
    return new Callers(
        all.kind(),
        all.partition(),
        all.account(),
        path().map(Compound::of).or(all::name),
        all.session(),
        all.issuer(),
        all.principal());
  }

  /** Path and name; nothing where a template leaves them open. */
  Optional<String> path() {
    String path = role.path().orElse("/");
    return role.name().plain().filter(n -> path.startsWith("/")).map(n -> path.substring(1) + n);
  }

  /** The role's ARN; nothing where a template leaves its name open. */
  Optional<String> arn() {
    return path().map(p -> "arn:" + partition + ":iam::" + owner + ":role/" + p);
  }

  /**
   * Whether the sessions are allowed one of some requests, whatever policies are missing.
   *
   * @param change what else is in force
   */
  Answer allowed(Requests requests, UnaryOperator<PoliciesInForce> change, Means means) {
    Answer atLeast = allowed(requests, change.apply(leastInSession(least())), means);
    if (isExact() || atLeast.isYes()) {
      return atLeast;
    }
    Answer atMost = allowed(requests, change.apply(mostInSession(most())), means);
    Optional<Witness> perhaps = atMost.witness().filter(Witness::isCertain);
    return atMost.isNo() ? atMost : new Answer.CannotTell(gapsShown(), perhaps);
  }

  private Answer allowed(Requests requests, PoliciesInForce policies, Means means) {
    return Answer.exists(
        Question.of(List.of(judged(policies)), List.of()).ask(List.of(requests), means));
  }

  /** What the input lacks, a part of a sentence. */
  String gapsShown() {
    return String.join(", and ", gaps());
  }
}
