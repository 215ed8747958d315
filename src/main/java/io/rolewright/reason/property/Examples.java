package io.rolewright.reason.property;

import io.rolewright.model.Statement;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a request of a line and has the simulator judge it. */
final class Examples {

  private final Encoding encoding;
  private final Domains domains;
  private final Means means;
  private final Map<PoliciesInForce, Authorization> prepared;

  /**
   * @param prepared the simulator for policies that it was prepared for, by identity
   */
  Examples(
      Encoding encoding,
      Domains domains,
      Means means,
      Map<PoliciesInForce, Authorization> prepared) {
    this.encoding = encoding;
    this.domains = domains;
    this.means = means;
    this.prepared = prepared;
  }

  /**
   * One that all of the first allow and none of the others does.
   *
   * @throws DisagreementException if the simulator says otherwise and nothing excuses it
   */
  Example of(Line<Statement> line, List<PoliciesInForce> allowing, List<PoliciesInForce> refusing) {
    Formula formula = line.formula(encoding.formulas());
    ActionSearch.Result result =
        new ActionSearch(encoding.formulas(), domains, means).search(formula);
    Optional<Assignment> found = result.found();
    return found
        .map(encoding::request)
        .map(
            request ->
                judged(
                    request, formula, decisions(allowing, request), decisions(refusing, request)))
        .orElseGet(() -> Example.none(result.undecided().orElse("no request of it was found")));
  }

  private Example judged(
      Request request, Formula formula, List<Decision> allowed, List<Decision> refused) {
    Truth truth = Truth.YES;
    for (Decision decision : allowed) {
      truth = truth.and(truth(decision));
    }
    for (Decision decision : refused) {
      truth = truth.and(truth(decision).not());
    }
    if (truth.isNo() && encoding.isExact(formula)) {
      throw new DisagreementException(request, allowed, refused);
    }
    if (truth.isNo()) {
      return Example.none("the simulator does not confirm the request that was found");
    }
    List<String> unknowns = truth.isYes() ? List.of() : unknowns(formula);
    return new Example(Optional.of(request), unknowns, Optional.empty());
  }

  private List<String> unknowns(Formula formula) {
    List<String> named = List.copyOf(encoding.unknowns(formula));
    return named.isEmpty() ? List.of("a piece of a policy") : named;
  }

  private List<Decision> decisions(List<PoliciesInForce> policies, Request request) {
    return policies.stream().map(each -> judge(each).decide(request)).toList();
  }

  /** Prepared once for all lines. */
  private Authorization judge(PoliciesInForce policies) {
    return prepared.computeIfAbsent(policies, each -> Authorization.of(each, Assumptions.DEFAULT));
  }

  private static Truth truth(Decision decision) {
    Truth allowed = Truth.of(decision.isAllowed());
    return decision.certain() ? allowed : Truth.UNKNOWN;
  }
}
