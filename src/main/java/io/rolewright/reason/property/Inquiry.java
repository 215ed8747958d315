package io.rolewright.reason.property;

import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.Proof;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A proposition asked of the callers of one kind. */
final class Inquiry {

  private static final String NOT_CONFIRMED =
      "a request was found with parts that could not be said exactly, and the simulator does not"
          + " confirm it";

  private final Proposition proposition;
  private final Encoding encoding;
  private final Formula asked;
  private final Means means;
  private Optional<ActionSearch> search = Optional.empty();
  private final List<Proof> proofs = new ArrayList<>();
  private Optional<String> undecided = Optional.empty();

  Inquiry(Proposition proposition, Requests requests, Means means) {
    this.proposition = proposition;
    this.means = means;
    this.encoding = Encoding.of(requests, proposition.documents());
    this.asked = proposition.on(encoding);
  }

  List<Proof> proofs() {
    return proofs;
  }

  Optional<String> undecided() {
    return undecided;
  }

  /** What is so of every request is worth telling only where not all is refused anyway. */
  private ActionSearch.Result search(Formula formula) {
    if (formula == encoding.formulas().no()) {
      return ActionSearch.Result.NOTHING;
    }
    if (search.isEmpty()) {
      search = Optional.of(new ActionSearch(encoding.formulas(), encoding.domains(), means));
    }
    return search.get().search(formula);
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
      Optional<Witness> found = search(certain).found().flatMap(this::replayed);
      if (found.filter(Witness::isCertain).isPresent()) {
        return found;
      }
      undecided = Optional.empty(); // what is left open here is asked again below
    }
    ActionSearch.Result result = search(asked);
    proofs.addAll(result.proofs());
    undecided = undecided.or(result::undecided);
    return result.found().flatMap(this::replayed);
  }

  private Optional<Witness> replayed(Assignment assignment) {
    Request request = encoding.request(assignment);
    Proposition.Replay replay = proposition.replay(request);
    if (replay.truth().isNo()) {
      return contradicted(request, replay);
    }
    boolean certain = replay.truth().isYes();
    List<String> unknowns = certain ? List.of() : List.copyOf(encoding.unknowns(asked));
    return Optional.of(
        new Witness(request, replay.allowing(), replay.refusing(), certain, unknowns));
  }

  /** Approximations may have misled the search; without any, one of the judges is wrong. */
  private Optional<Witness> contradicted(Request request, Proposition.Replay replay) {
    if (encoding.isExact(asked)) {
      throw new DisagreementException(request, replay.allowing(), replay.refusing());
    }
    undecided = Optional.of(NOT_CONFIRMED);
    return Optional.empty();
  }
}
