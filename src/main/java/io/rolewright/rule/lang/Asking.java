package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Target;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Proposition;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.SinglePolicy;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code possible request q from ACTOR where CONDITION}: asks the reasoner. */
final class Asking extends Node {

  private final int slot;
  private final Node actor;
  private final Node condition;
  private final boolean possible;
  private final Syntax written;

  /**
   * @param slot the variable of the request
   * @param possible whether it holds if there is such a request; else if there is none
   */
  Asking(int slot, Node actor, Node condition, boolean possible, Syntax written) {
    super(Type.TRUTH, false);
    this.slot = slot;
    this.actor = actor;
    this.condition = condition;
    this.possible = possible;
    this.written = written;
  }

  boolean isPossible() {
    return possible;
  }

  /** As an expression: found surely, found perhaps, or not. */
  @Override
  Object value(Env env) {
    Truth found =
        outcome(env)
            .match(
                new Outcome.Cases<>(
                    some -> some.witness().isCertain() ? Truth.YES : Truth.UNKNOWN,
                    none -> Truth.NO,
                    open -> undecided(env)));
    return possible ? found : found.not();
  }

  private Truth undecided(Env env) {
    env.undecided();
    return Truth.UNKNOWN;
  }

  /** The variable that holds the request which was found. */
  int slot() {
    return slot;
  }

  Syntax written() {
    return written;
  }

  Outcome outcome(Env env) {
    if (!(actor.value(env) instanceof Actor who)) {
      return new Outcome.Impossible(List.of());
    }
    List<PolicyDocument> documents = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    condition.reads(env, documents, keys);
    Target target = target(env, documents);
    Requests.Restriction reading = reading(keys);
    List<Requests> among =
        who.requests(target).stream().map(requests -> requests.where(reading)).toList();
    return new Asked(env, documents).ask(among, Means.ordinary());
  }

  /**
   * Whom the role's own policy names is known, also where only a part of it is asked about; and so
   * is whom a changed policy names that is asked about, such as the default of a parameter.
   */
  private static Target target(Env env, List<PolicyDocument> documents) {
    List<PolicyDocument> naming = new ArrayList<>();
    env.scope().role().flatMap(Role::trust).ifPresent(naming::add);
    naming.addAll(documents);
    return env.scope().target(naming);
  }

  private static Requests.Restriction reading(Set<String> keys) {
    return new Requests.Restriction() {
      @Override
      public Formula on(Encoding encoding) {
        return encoding.formulas().yes();
      }

      @Override
      public Set<String> keys() {
        return keys;
      }
    };
  }

  /** The condition, with the request as what is looked for. */
  private final class Asked implements Proposition {

    private final Env env;
    private final List<PolicyDocument> documents;

    Asked(Env env, List<PolicyDocument> documents) {
      this.env = env;
      this.documents = documents;
    }

    @Override
    public List<PolicyDocument> documents() {
      return documents;
    }

    @Override
    public Formula on(Encoding encoding) {
      return condition.formula(env, encoding);
    }

    @Override
    public Replay replay(Request request) {
      env.set(slot, request);
      Truth truth = condition.truth(env);
      return new Replay(truth, decisions(request), List.of());
    }

    private List<Decision> decisions(Request request) {
      return documents.stream()
          .limit(1)
          .map(d -> SinglePolicy.prepared(d, PolicyScope.TRUST, env.scope().owner()))
          .map(policy -> policy.decide(request))
          .toList();
    }
  }
}
