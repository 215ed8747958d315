package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a principal can do something by one request, under conditions that he or AWS may bring
 * about. Most policies read little, and a few contexts show all; the solver takes the rest. What it
 * finds is allowed by the simulator; where it finds nothing, nothing is allowed.
 */
final class Crossing {

  private final Principal principal;
  private final Target target;
  private final Reading reading;
  private final FixedKeys fixed;
  private final Means means;

  /**
   * @param side what the principal's policies say about the action
   */
  Crossing(Principal principal, Side side, Target target, Means means) {
    this.principal = principal;
    this.target = target;
    this.reading = Reading.of(policies(side));
    this.fixed = new FixedKeys(principal, target);
    this.means = means;
  }

  private PoliciesInForce policies(Side side) {
    PoliciesInForce policies = side.with(target.named(), target.isAssumption());
    return target.owner().isPresent() ? policies.withResourceAccount(target.owner()) : policies;
  }

  /** A request that is allowed; one that certainly is, if there is one. */
  Optional<Passage> find() {
    Optional<List<Universe.Choice>> few = Universe.of(principal, fixed, reading);
    if (few.isEmpty() && !isHopeless()) {
      return solved();
    }
    Optional<Passage> found = few.flatMap(this::among);
    if (found.isEmpty() && means.review().isThorough()) {
      lookAgain();
    }
    return found;
  }

  /** Where a few contexts were to show that nothing is allowed: whether the solver says so too. */
  private void lookAgain() {
    Optional<Passage> other = solved().filter(Passage::isCertain);
    other.ifPresent(
        passage ->
            means
                .review()
                .differs(
                    "by the contexts that were tried `"
                        + principal.arn()
                        + "` cannot do it, but this request is allowed: "
                        + passage.request()));
  }

  private Optional<Passage> among(List<Universe.Choice> choices) {
    Authorization authorization = authorization(reading.policies());
    Optional<Passage> possible = Optional.empty();
    for (Universe.Choice choice : choices) {
      Request request = request(choice.session(), choice.all());
      Decision decision = authorization.decide(request);
      if (decision.isAllowed() && decision.certain()) {
        return Optional.of(new Passage(request, choice.chosen(), List.of(), Optional.empty()));
      }
      if (decision.isAllowed() && possible.isEmpty()) {
        possible =
            Optional.of(
                new Passage(request, choice.chosen(), reading.unknowns(), Optional.empty()));
      }
    }
    return possible;
  }

  private static Authorization authorization(PoliciesInForce policies) {
    return Authorization.of(policies, Assumptions.DEFAULT);
  }

  private Request request(String session, Context context) {
    return new Request(principal.caller(session), target.action(), target.resource(), context);
  }

  /** Whether even without any condition the request is refused. */
  private boolean isHopeless() {
    if (!reading.variables().isEmpty()
        || !reading.sessions().isEmpty()
        || reading.hasOpenSession()) {
      return false;
    }
    Request plain = request(Principal.SESSION, Context.EMPTY);
    return !authorization(reading.widened()).decide(plain).isAllowed();
  }

  private Optional<Passage> solved() {
    Judged judged = Judged.inForce(reading.policies(), principal.account());
    Outcome outcome = Question.of(List.of(judged), List.of()).ask(List.of(requests()), means);
    return outcome.match(
        new Outcome.Cases<>(
            possible -> Optional.of(passage(possible.witness())),
            impossible -> Optional.empty(),
            undecided -> Optional.of(doubtful(undecided.reason()))));
  }

  private Passage passage(Witness witness) {
    Context chosen = Context.EMPTY;
    Context all = witness.request().context();
    for (Map.Entry<String, List<String>> key : all.asMap().entrySet()) {
      String name = key.getKey().toLowerCase(Locale.ROOT);
      if (!fixed.has(name)) {
        chosen =
            all.isList(key.getKey())
                ? chosen.withList(key.getKey(), key.getValue())
                : chosen.with(key.getKey(), key.getValue());
      }
    }
    List<String> unknowns = witness.isCertain() ? List.of() : witness.unknowns();
    return new Passage(witness.request(), chosen, unknowns, passing(witness.request(), chosen));
  }

  /** R2.20: what is passed to a session takes permissions of its own, on both sides. */
  private Optional<String> passing(Request call, Context chosen) {
    Set<String> actions = new TreeSet<>();
    for (String key : chosen.asMap().keySet()) {
      String name = key.toLowerCase(Locale.ROOT);
      if (name.startsWith("aws:requesttag/") || name.equals("aws:tagkeys")) {
        actions.add("sts:TagSession");
      } else if (name.equals("sts:sourceidentity")) {
        actions.add("sts:SetSourceIdentity");
      }
    }
    actions.removeIf(action -> !target.isAssumption() || isAllowed(action, call));
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of("the call as it stands would need " + String.join(" and ", actions) + " too");
  }

  /** An external ID is part of the call for a session alone (R3.29). */
  private boolean isAllowed(String action, Request call) {
    Relevant relevant = new Relevant(action);
    Optional<PolicyDocument> trust = target.role().flatMap(Principal::trust).map(relevant::of);
    Side side = Side.of(principal, relevant);
    Context context = call.context().with("sts:ExternalId", List.of());
    Request passing = new Request(call.principal(), action, call.resource(), context);
    Decision decision = authorization(side.with(target.with(trust).named(), true)).decide(passing);
    return decision.isAllowed() && decision.certain();
  }

  private Passage doubtful(String reason) {
    Request plain = request(Principal.SESSION, Context.EMPTY);
    return new Passage(plain, Context.EMPTY, List.of(), Optional.of(reason));
  }

  private Requests requests() {
    Requests requests = Requests.of(callers());
    requests =
        target
            .owner()
            .map(owner -> Requests.of(callers()).on(target.resource(), owner))
            .orElse(requests.on(target.resource()))
            .where(encoding -> encoding.action(List.of(target.action())));
    for (String key : reading.keys()) {
      boolean tag = key.startsWith("aws:principaltag/") || key.startsWith("aws:resourcetag/");
      if (tag && fixed.has(key)) {
        requests = requests.where(is(key, fixed.of(key)));
      }
    }
    return requests;
  }

  private static KeyTest is(String key, Optional<String> value) {
    return value
        .map(text -> KeyTest.oneOf(key, List.of(text)))
        .orElseGet(() -> KeyTest.present(key).negated());
  }

  private Callers callers() {
    boolean role = principal.isRole();
    return new Callers(
        principal.kind(),
        principal.partition(),
        Optional.of(Compound.of(principal.account())),
        Optional.of(Compound.of(principal.pathAndName())),
        role ? Optional.of(Compound.of(Callers.SESSION)) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
