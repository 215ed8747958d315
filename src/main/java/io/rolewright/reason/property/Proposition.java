package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.Proof;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may hold of a request, told to both judges: as a formula, and as a test of one request. The
 * two agree on every request that the formula knows all of. A request found for the formula is
 * tested before anybody sees it.
 */
public interface Proposition {

  /** All policies that have a say. */
  List<PolicyDocument> documents();

  /** That it holds. */
  Formula on(Encoding encoding);

  /** Whether it holds of one request. */
  Replay replay(Request request);

  /**
   * What the simulator said.
   *
   * @param truth whether the proposition holds
   * @param allowing the decisions of those that had to allow the request
   * @param refusing the decisions of those that had to refuse it
   */
  record Replay(Truth truth, List<Decision> allowing, List<Decision> refusing) {}

  /** Asks about the requests of each of some kinds of callers, until one is found. */
  default Outcome ask(List<Requests> among, Means means) {
    List<Proof> proofs = new ArrayList<>();
    Optional<Witness> uncertain = Optional.empty();
    Optional<String> undecided = Optional.empty();
    for (Requests requests : among) {
      Inquiry inquiry = new Inquiry(this, requests, means);
      Optional<Witness> found = inquiry.witness();
      if (found.filter(Witness::isCertain).isPresent()) {
        return new Outcome.Possible(found.get());
      }
      if (found.isEmpty() && inquiry.undecided().isEmpty()) {
        inquiry.lookAgain();
      }
      uncertain = uncertain.or(() -> found);
      proofs.addAll(inquiry.proofs());
      undecided = undecided.or(inquiry::undecided);
    }
    Optional<String> open = undecided;
    return uncertain
        .<Outcome>map(Outcome.Possible::new)
        .or(() -> open.map(Outcome.Undecided::new))
        .orElseGet(() -> new Outcome.Impossible(proofs));
  }
}
