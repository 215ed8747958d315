package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.Proof;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one combinator: is there a request that all of {@code allowing} allow and none of {@code
 * refusing} does, and of which the restrictions hold? Every property is a line over this. A request
 * found is replayed by the simulator before anybody sees it.
 */
public final class Question {

  private static final String NOT_CONFIRMED =
      "a request was found with parts that could not be said exactly, and the simulator does not"
          + " confirm it";

  private final List<Judged> allowing;
  private final List<Judged> refusing;

  private Question(List<Judged> allowing, List<Judged> refusing) {
    this.allowing = List.copyOf(allowing);
    this.refusing = List.copyOf(refusing);
  }

  /** Whether all of the first allow a request that none of the others does. */
  public static Question of(List<Judged> allowing, List<Judged> refusing) {
    return new Question(allowing, refusing);
  }

  /** Asks about the requests of each of some kinds of callers, until one is found. */
  public Outcome ask(List<Requests> among, Means means) {
    List<Proof> proofs = new ArrayList<>();
    Optional<Witness> uncertain = Optional.empty();
    Optional<String> undecided = Optional.empty();
    for (Requests requests : among) {
      Inquiry inquiry = new Inquiry(requests, means);
      Optional<Witness> found = inquiry.witness();
      if (found.filter(Witness::isCertain).isPresent()) {
        return new Outcome.Possible(found.get());
      }
      if (found.isEmpty() && inquiry.undecided.isEmpty()) {
        inquiry.lookAgain();
      }
      uncertain = uncertain.or(() -> found);
      proofs.addAll(inquiry.proofs);
      undecided = undecided.or(() -> inquiry.undecided);
    }
    Optional<String> open = undecided;
    return uncertain
        .<Outcome>map(Outcome.Possible::new)
        .or(() -> open.map(Outcome.Undecided::new))
        .orElseGet(() -> new Outcome.Impossible(proofs));
  }

  private List<PolicyDocument> documents() {
    List<PolicyDocument> all = new ArrayList<>();
    allowing.forEach(judged -> all.addAll(judged.documents()));
    refusing.forEach(judged -> all.addAll(judged.documents()));
    return all;
  }

  /** The question to the callers of one kind. */
  private final class Inquiry {

    private final Encoding encoding;
    private final Formula asked;
    private final Means means;
    private final ActionSearch search;
    private final List<Proof> proofs = new ArrayList<>();
    private Optional<String> undecided = Optional.empty();

    Inquiry(Requests requests, Means means) {
      this.means = means;
      this.encoding = Encoding.of(requests, documents());
      List<Formula> all = new ArrayList<>();
      allowing.forEach(judged -> all.add(judged.allows().apply(encoding)));
      refusing.forEach(judged -> all.add(encoding.formulas().not(judged.allows().apply(encoding))));
      this.asked = encoding.formulas().and(all);
      Domains domains = encoding.domains();
      this.search = new ActionSearch(encoding.formulas(), domains, means);
    }

    /** Not class by class: that there is no request. */
    void lookAgain() {
      if (means.review().isThorough()) {
        new SecondLook(encoding.formulas(), encoding.domains(), means).atNone(asked);
      }
    }

    /** One that holds whatever is unknown, else one that may. */
    Optional<Witness> witness() {
      Formula certain = encoding.whateverIsUnknown(asked);
      if (certain != asked) {
        Optional<Witness> found = search.search(certain).found().flatMap(this::replayed);
        if (found.filter(Witness::isCertain).isPresent()) {
          return found;
        }
        undecided = Optional.empty(); // what is left open here is asked again below
      }
      ActionSearch.Result result = search.search(asked);
      proofs.addAll(result.proofs());
      undecided = undecided.or(result::undecided);
      return result.found().flatMap(this::replayed);
    }

    private Optional<Witness> replayed(Assignment assignment) {
      Request request = encoding.request(assignment);
      List<Decision> allowed = decisions(allowing, request);
      List<Decision> refused = decisions(refusing, request);
      Truth truth = Truth.YES;
      for (Decision decision : allowed) {
        truth = truth.and(truth(decision));
      }
      for (Decision decision : refused) {
        truth = truth.and(truth(decision).not());
      }
      if (truth.isNo()) {
        return contradicted(request, allowed, refused);
      }
      List<String> unknowns = truth.isYes() ? List.of() : List.copyOf(encoding.unknowns(asked));
      return Optional.of(new Witness(request, allowed, refused, truth.isYes(), unknowns));
    }

    /** Approximations may have misled the search; without any, one of the judges is wrong. */
    private Optional<Witness> contradicted(
        Request request, List<Decision> allowed, List<Decision> refused) {
      if (encoding.isExact(asked)) {
        throw new DisagreementException(request, allowed, refused);
      }
      undecided = Optional.of(NOT_CONFIRMED);
      return Optional.empty();
    }
  }

  private static List<Decision> decisions(List<Judged> judges, Request request) {
    return judges.stream().map(judged -> judged.decides().apply(request)).toList();
  }

  private static Truth truth(Decision decision) {
    Truth allowed = Truth.of(decision.isAllowed());
    return decision.certain() ? allowed : Truth.UNKNOWN;
  }
}
