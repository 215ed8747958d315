package io.rolewright.rule.permission;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the solver said about holders whose policies say the same of an action. Holders differ in
 * their name only, which has no say unless policies read it; another's request, with the name put
 * in, is shown to the simulator before it is anybody's own.
 *
 * <p>One for a run. Safe for threads.
 */
public final class SharedAnswers {

  /** What policies read a caller's name from. */
  private static final Set<String> NAMES = Set.of("aws:principalarn", "aws:userid", "aws:username");

  private final Map<List<Object>, Outcome> known = new ConcurrentHashMap<>();

  /**
   * A question as it is for all holders of whom it is the same.
   *
   * @param key equal for questions with equal answers
   */
  record Shape(List<Object> key) {

    /** Of a question to these policies; empty where the answer is for this holder only. */
    static Optional<Shape> of(
        Bearer bearer, Ask ask, List<NamedPolicy> identity, Optional<NamedPolicy> boundary) {
      List<PolicyDocument> trust = ask.other().map(Ask.Other::trust).stream().toList();
      Optional<PolicyContent> own = PolicyContent.of(documents(identity));
      Optional<PolicyContent> limit = PolicyContent.of(documents(boundary.stream().toList()));
      Optional<PolicyContent> others = PolicyContent.of(trust);
      if (own.isEmpty() || limit.isEmpty() || others.isEmpty()) {
        return Optional.empty();
      }
      Set<String> keys = new TreeSet<>(own.get().keys());
      keys.addAll(limit.get().keys());
      keys.addAll(others.get().keys());
      if (keys.stream().anyMatch(NAMES::contains)) {
        return Optional.empty();
      }
      List<Object> key = new ArrayList<>(List.of(own.get().said(), limit.get().said()));
      key.addAll(List.of(boundary.isPresent(), others.get().said()));
      key.addAll(List.of(ask.action(), ask.targets(), ask.given()));
      key.add(ask.other().map(Ask.Other::account));
      key.addAll(List.of(bearer.kind(), bearer.partition(), bearer.account()));
      key.add(bearer.pathAndName().isPresent());
      keys.forEach(each -> key.add(bearer.given(each)));
      return Optional.of(new Shape(key));
    }

    private static List<PolicyDocument> documents(List<NamedPolicy> policies) {
      return policies.stream().map(NamedPolicy::document).toList();
    }
  }

  /** What was answered, told of this holder; empty if nobody has asked. */
  Optional<Outcome> of(Shape shape, Bearer bearer, Function<Request, Decision> simulator) {
    return Optional.ofNullable(known.get(shape.key()))
        .flatMap(
            outcome ->
                outcome.match(
                    new Outcome.Cases<>(
                        possible -> retold(possible.witness(), bearer, simulator),
                        Optional::of,
                        Optional::of)));
  }

  private static Optional<Outcome> retold(
      Witness witness, Bearer bearer, Function<Request, Decision> simulator) {
    Request told = witness.request();
    Caller caller = bearer.like(told.principal());
    Request own = new Request(caller, told.action(), told.resource(), told.context());
    Decision decision = simulator.apply(own);
    return decision.isAllowed() && decision.certain() == witness.isCertain()
        ? Optional.of(
            new Outcome.Possible(
                new Witness(
                    own, List.of(decision), List.of(), witness.isCertain(), witness.unknowns())))
        : Optional.empty();
  }

  /** Keeps an answer. */
  void add(Shape shape, Outcome outcome) {
    known.put(
        shape.key(),
        outcome instanceof Outcome.Impossible ? new Outcome.Impossible(List.of()) : outcome);
  }
}
