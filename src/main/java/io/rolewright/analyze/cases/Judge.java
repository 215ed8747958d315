package io.rolewright.analyze.cases;

import io.rolewright.model.Defect;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.Validity;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.simulate.sts.Fault;
import io.rolewright.simulate.sts.Sts;
import io.rolewright.simulate.sts.Surroundings;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers cases. */
final class Judge {

  /** Limits of calls do not depend on the time or the way a call comes. */
  private static final Surroundings NOWHERE =
      new Surroundings(Map.of(), Instant.EPOCH, Context.EMPTY, Optional.empty());

  private final Assumptions assumptions;
  private final boolean traced;

  Judge(Assumptions assumptions, boolean traced) {
    this.assumptions = assumptions;
    this.traced = traced;
  }

  /** An answer without what was expected. */
  private record Finding(ReasonCode reason, String why, Optional<Authorized> authorized) {

    static Finding of(Authorized authorized) {
      return new Finding(authorized.decision().reason(), "", Optional.of(authorized));
    }

    boolean isCertain() {
      return authorized
          .flatMap(a -> a.decision().otherwise())
          .filter(other -> other.isAllow() != reason.isAllow())
          .isEmpty();
    }

    Ruling.Answer answer() {
      if (!isCertain()) {
        return Ruling.Answer.UNDECIDED;
      }
      return reason.isAllow() ? Ruling.Answer.ALLOW : Ruling.Answer.DENY;
    }
  }

  Ruling rule(Case asked) {
    Finding found = find(asked, assumptions, traced);
    Set<Uncertainty> hangsOn = hangsOn(asked, found);
    return new Ruling(
        asked,
        found.answer(),
        found.reason(),
        found.why(),
        asked.expectation().under(assumptions),
        asked.expectation().reasonUnder(assumptions),
        hangsOn,
        found
            .authorized()
            .map(a -> new Authorized(a.request(), a.policies(), a.decision(), hangsOn)));
  }

  private Set<Uncertainty> hangsOn(Case asked, Finding found) {
    Set<Uncertainty> items = EnumSet.noneOf(Uncertainty.class);
    for (Uncertainty item : Uncertainty.values()) {
      if (find(asked, assumptions.flipped(item), false).answer() != found.answer()) {
        items.add(item);
      }
    }
    return items;
  }

  private static Finding find(Case asked, Assumptions taken, boolean traced) {
    Question question =
        asked.ifLastCounts().filter(q -> taken.isB(Uncertainty.U1)).orElse(asked.question());
    return question.match(
        requests -> requests(requests, taken, traced),
        document -> document(document, taken),
        call -> call(call, taken));
  }

  private static Finding requests(Question.Requests asked, Assumptions taken, boolean traced) {
    for (Question.Document document : asked.all()) {
      Optional<Defect> defect = Unreadable.in(document, taken);
      if (defect.isPresent()) {
        return refused(ReasonCode.POLICY_INVALID, defect.get());
      }
    }
    Authorization authorization = Authorization.of(asked.policies(), taken);
    Optional<Finding> first = Optional.empty();
    for (Request request : asked.requests()) {
      Decision decision =
          Sts.decidedByCredentials(CallerCredentials.of(request.principal()), request.action())
              .orElseGet(
                  () -> traced ? authorization.explain(request) : authorization.decide(request));
      Finding found = Finding.of(new Authorized(request, asked.policies(), decision, Set.of()));
      if (found.answer() == Ruling.Answer.DENY) {
        return found;
      }
      if (first.isEmpty() || (first.get().isCertain() && !found.isCertain())) {
        first = Optional.of(found);
      }
    }
    return first.orElseThrow();
  }

  private static Finding refused(ReasonCode reason, Defect defect) {
    return new Finding(
        reason, defect.message() + " (line " + defect.at().start().line() + ")", Optional.empty());
  }

  private static Finding document(Question.Document asked, Assumptions taken) {
    List<Defect> defects = Validity.defects(asked.policy(), asked.kind(), taken);
    return defects.isEmpty()
        ? new Finding(ReasonCode.ALLOW_IDENTITY, "AWS takes this policy", Optional.empty())
        : refused(ReasonCode.POLICY_INVALID, defects.get(0));
  }

  private static Finding call(Question.Call asked, Assumptions taken) {
    List<Fault> faults =
        new Sts(NOWHERE, taken)
            .faults(asked.call(), asked.credentials(), Optional.of(asked.maxSessionDuration()));
    return faults.isEmpty()
        ? new Finding(ReasonCode.ALLOW_IDENTITY, "STS takes this call", Optional.empty())
        : new Finding(ReasonCode.CALL_INVALID, faults.get(0).message(), Optional.empty());
  }
}
