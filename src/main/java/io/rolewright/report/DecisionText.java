package io.rolewright.report;

import io.rolewright.simulate.Layer;
import io.rolewright.simulate.Verdict;
import io.rolewright.simulate.explain.Cited;
import io.rolewright.simulate.explain.Doubt;
import io.rolewright.simulate.explain.Explainer;
import io.rolewright.simulate.explain.Explanation;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.source.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Decisions for people: the statement that decided, why, and what would change it. */
final class DecisionText {

  private static final int TRACE_DEPTH = 3;

  private final StringBuilder out;
  private final Palette palette;
  private final Palette.Style style;
  private final boolean trace;
  private final Origin asked;
  private boolean fix = true;

  /**
   * @param asked the place of the call or question, shown where no statement can be
   */
  DecisionText(
      StringBuilder out, Palette palette, Palette.Style style, boolean trace, Origin asked) {
    this.out = out;
    this.palette = palette;
    this.style = style;
    this.trace = trace;
    this.asked = asked;
  }

  /** Whether to tell what would let a refused request through; nobody asks of what he expects. */
  DecisionText withFix(boolean wanted) {
    this.fix = wanted;
    return this;
  }

  /** An accepted call that no policy is asked about. */
  void nothingAsked(Consumer<CodeFrame> more) {
    CodeFrame frame = new CodeFrame(out, palette, style, asked);
    frame.write();
    frame.note("why", "AWS asks no policy about this call");
    more.accept(frame);
  }

  /** Appends decisions that belong together under the frame of the first. */
  void write(List<Authorized> decisions, Explainer explainer, Consumer<CodeFrame> more) {
    List<Explanation> explanations = decisions.stream().map(explainer::explain).toList();
    CodeFrame frame = new CodeFrame(out, palette, style, place(explanations.get(0)));
    frame.write();
    Set<String> why = new LinkedHashSet<>();
    explanations.forEach(e -> why.addAll(e.sentences().subList(1, e.sentences().size())));
    if (!why.isEmpty()) {
      frame.note("why", String.join("\n", why.stream().map(Printable::of).toList()));
    }
    more.accept(frame);
    Set<String> unsure = new LinkedHashSet<>();
    explanations.forEach(e -> notes(frame, e, unsure));
    unsure.forEach(u -> frame.note("unsure", u));
    if (trace) {
      decisions.forEach(this::trace);
    }
  }

  private void notes(CodeFrame frame, Explanation explanation, Set<String> unsure) {
    if (fix && explanation.verdict() != Verdict.ALLOWED) {
      String words = explanation.remedy().map(r -> r.words()).orElse("no small change was found");
      frame.note("fix", Printable.of(words));
    }
    for (Doubt doubt : explanation.doubts()) {
      unsure.add(Printable.of(doubt.words()));
    }
  }

  /** The deciding statement, the element of a near miss that failed, or what was asked. */
  private Origin place(Explanation explanation) {
    List<Cited> deciding =
        explanation.deciding().stream().filter(c -> !c.at().file().isUnread()).toList();
    Optional<Cited> resource =
        deciding.stream().filter(c -> c.layer() == Layer.RESOURCE).findFirst();
    return resource
        .or(() -> deciding.stream().findFirst())
        .map(Cited::at)
        .or(() -> explanation.nearestMiss().map(m -> m.failures().get(0).step().at()))
        .orElse(asked);
  }

  private void trace(Authorized decision) {
    if (decision.decision().trace().isPresent()) {
      String action = Printable.of(decision.request().action());
      out.append("    trace of ").append(action).append(":\n");
      new TraceText(out, palette).write(decision.decision().trace().get(), TRACE_DEPTH);
    }
  }
}
