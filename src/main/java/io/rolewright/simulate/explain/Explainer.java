package io.rolewright.simulate.explain;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Trace;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.Verdict;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.simulate.sts.Sts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains decisions. What it proposes it has tried out. */
public final class Explainer {

  private final Assumptions assumptions;

  /**
   * @param assumptions under which the decisions were made
   */
  public Explainer(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** Why the request was decided so, and what would change it. */
  public Explanation explain(Authorized authorized) {
    String action = authorized.request().action();
    if (authorized.decision().isAllowed() && Sts.needsNoPermission(action)) {
      return free(action);
    }
    Trial trial = new Trial(authorized.request(), authorized.policies());
    Subject subject = subject(trial, authorized.decision());
    List<String> open = subject.decision().certain() ? List.of() : OpenPieces.of(subject);
    return subject.decision().isAllowed()
        ? allowed(subject, open, doubts(authorized))
        : denied(subject, open, doubts(authorized));
  }

  private static Explanation free(String action) {
    return new Explanation(
        Verdict.ALLOWED,
        Optional.empty(),
        List.of("Allowed.", "`" + action + "` needs no permission, and no policy can forbid it."),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** An explanation needs the steps, which not every decision comes with. */
  private Subject subject(Trial trial, Decision decision) {
    if (decision.trace().isPresent() || decision.reason() == ReasonCode.CALL_INVALID) {
      return new Subject(trial, decision, decision.trace().orElseGet(() -> new Trace(List.of())));
    }
    Decision traced = Authorization.of(trial.policies(), assumptions).explain(trial.request());
    return new Subject(trial, traced, traced.trace().orElseThrow());
  }

  private static Explanation allowed(Subject subject, List<String> open, List<Doubt> doubts) {
    List<String> sentences = new ArrayList<>(new Sentences(subject).allowed());
    undecided(subject, open).ifPresent(sentences::add);
    return new Explanation(
        Verdict.ALLOWED,
        Optional.empty(),
        sentences,
        subject.deciding(),
        Optional.empty(),
        Optional.empty(),
        open,
        doubts);
  }

  private Explanation denied(Subject subject, List<String> open, List<Doubt> doubts) {
    Decision decision = subject.decision();
    Optional<Layer> layer = decision.reason().layer();
    Optional<NearMiss> miss =
        decision.reason().isExplicitDeny()
            ? Optional.empty()
            : layer.flatMap(l -> NearMisses.of(subject, l).stream().findFirst());
    List<String> sentences = new ArrayList<>(new Sentences(subject).denied(miss));
    undecided(subject, open).ifPresent(sentences::add);
    Optional<Remedy> remedy =
        layer.isEmpty() || isTask(subject)
            ? Optional.empty()
            : new RemedySearch(subject, assumptions).find();
    return new Explanation(
        decision.verdict(),
        Optional.of(layer.map(Side::of).orElse(Side.AWS)),
        sentences,
        subject.deciding(),
        miss,
        remedy,
        open,
        doubts);
  }

  /** Nobody can change the task policies of root sessions (R3.16). */
  private static boolean isTask(Subject subject) {
    return subject.request().principal().kind() == Caller.Kind.ASSUMED_ROOT
        && subject.deciding().stream().anyMatch(c -> c.layer() == Layer.SESSION);
  }

  private static Optional<String> undecided(Subject subject, List<String> open) {
    return subject
        .decision()
        .otherwise()
        .map(
            other ->
                "Undecided because of "
                    + (open.isEmpty() ? "pieces that are not known" : Demand.quoted(open))
                    + ": it may also be "
                    + (other.isAllow() ? "allowed" : "denied")
                    + ".");
  }

  private List<Doubt> doubts(Authorized authorized) {
    List<Doubt> doubts = new ArrayList<>();
    for (Uncertainty item : Uncertainty.values()) {
      if (authorized.hangsOn().contains(item)) {
        Verdict otherwise =
            Authorization.of(authorized.policies(), assumptions.flipped(item))
                .decide(authorized.request())
                .verdict();
        doubts.add(new Doubt(item, assumptions.isB(item), otherwise));
      }
    }
    return doubts;
  }
}
