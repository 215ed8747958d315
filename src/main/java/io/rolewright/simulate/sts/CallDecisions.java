package io.rolewright.simulate.sts;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides the actions that a call needs, one after the other (R2.20, R3.3 to R3.16). */
final class CallDecisions {

  /** The items that change what a call carries rather than how a policy reads. */
  private static final Set<Uncertainty> OF_CONTEXT = EnumSet.of(Uncertainty.U23, Uncertainty.U24);

  private final StsCall call;
  private final Credentials credentials;
  private final Optional<TargetRole> role;
  private final Surroundings surroundings;
  private final Assumptions assumptions;

  CallDecisions(
      StsCall call,
      Credentials credentials,
      Optional<TargetRole> role,
      Surroundings surroundings,
      Assumptions assumptions) {
    this.call = call;
    this.credentials = credentials;
    this.role = role;
    this.surroundings = surroundings;
    this.assumptions = assumptions;
  }

  /** Up to the first that is refused. */
  List<Authorized> decide() {
    List<Authorized> decisions = new ArrayList<>();
    PoliciesInForce policies = policies();
    Authorization authorization = Authorization.of(policies, assumptions);
    Context keys = keys(assumptions);
    for (String action : actions()) {
      Request request = request(action, keys);
      Decision decision = authorization.explain(request);
      decisions.add(new Authorized(request, policies, decision, hangsOn(request, decision)));
      if (!decision.isAllowed()) {
        return decisions;
      }
    }
    return decisions;
  }

  private Set<Uncertainty> hangsOn(Request request, Decision decision) {
    PoliciesInForce policies = policies();
    Set<Uncertainty> items = EnumSet.noneOf(Uncertainty.class);
    items.addAll(Authorization.hangsOn(policies, assumptions, request));
    for (Uncertainty item : OF_CONTEXT) {
      Assumptions other = assumptions.flipped(item);
      Request otherwise = request(request.action(), keys(other));
      boolean same =
          otherwise.context().equals(request.context())
              || Authorization.of(policies, other).decide(otherwise).verdict()
                  == decision.verdict();
      if (!same) {
        items.add(item);
      }
    }
    if (isTakenOnlyHere()) {
      items.add(Uncertainty.U26);
    }
    return items;
  }

  /** Whether AWS would not even take the call under the other option of U26. */
  private boolean isTakenOnlyHere() {
    return !TagFaults.of(call, credentials, assumptions.flipped(Uncertainty.U26)).isEmpty();
  }

  /** What must be allowed. GetSessionToken needs nothing, and nothing can forbid it (R3.14). */
  List<String> actions() {
    List<String> actions = new ArrayList<>();
    if (call.operation() == Operation.GET_SESSION_TOKEN) {
      return actions;
    }
    actions.add(call.operation().action());
    boolean assumes = call.operation().assumesRole();
    if (!call.tags().isEmpty() || (assumes && !credentials.transitiveTags().isEmpty())) {
      actions.add("sts:TagSession");
    }
    boolean sourceIdentity =
        call.one(Parameter.SOURCE_IDENTITY).isPresent() || credentials.sourceIdentity().isPresent();
    if (assumes && sourceIdentity) {
      actions.add("sts:SetSourceIdentity");
    }
    if (!call.all(Parameter.PROVIDED_CONTEXTS).isEmpty()) {
      actions.add("sts:SetContext");
    }
    return actions;
  }

  private Request request(String action, Context keys) {
    return new Request(credentials.caller(), action, resource(), CallKeys.seenBy(action, keys));
  }

  private Context keys(Assumptions under) {
    return CallKeys.of(call, credentials, role, surroundings, under);
  }

  private String resource() {
    return switch (call.operation()) {
      case GET_FEDERATION_TOKEN -> Sessions.federatedUserArn(call, credentials);
      case ASSUME_ROOT -> Sessions.rootArn(call, credentials);
      case GET_SESSION_TOKEN -> "*";
      default -> role.orElseThrow().arn();
    };
  }

  /**
   * A member account's root user has no policy that could let the caller in: the organisation does,
   * and what remains is the caller's own side (R3.16).
   */
  private PoliciesInForce policies() {
    CallPolicies policies = new CallPolicies(credentials, surroundings);
    return role.filter(r -> call.operation().assumesRole())
        .map(policies::on)
        .orElseGet(() -> policies.on(credentials.caller().account()));
  }
}
