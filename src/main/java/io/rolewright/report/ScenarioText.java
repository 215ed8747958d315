package io.rolewright.report;

import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.Swing;
import io.rolewright.report.Palette.Style;
import io.rolewright.simulate.explain.Explainer;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.simulate.sts.Fault;
import io.rolewright.simulate.sts.Outcome;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.source.Problem;
import io.rolewright.source.Problem.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simulated scenario for people: each call, each question, problems, a summary. */
final class ScenarioText implements ScenarioReport {

  private final Options options;
  private final Palette palette;

  ScenarioText(Options options) {
    this.options = options;
    this.palette = new Palette(options.colour());
  }

  @Override
  public void write(ScenarioRun run, Writer out) throws IOException {
    StringBuilder text = new StringBuilder(4096);
    Explainer explainer = new Explainer(run.assumptions());
    run.scenario().ifPresent(s -> text.append(title(s.at().file().name(), s.title())));
    for (Outcome outcome : run.outcomes()) {
      call(text, outcome, explainer);
    }
    for (ScenarioRun.Answer answer : run.answers()) {
      answer(text, answer, explainer);
    }
    run.permissions().ifPresent(some -> SessionList.append(text, palette, some));
    for (Swing swing : run.swings()) {
      text.append(SwingWords.of(swing)).append("\n\n");
    }
    for (Problem problem : run.problems()) {
      ProblemText.append(text, palette, problem);
    }
    summary(text, run);
    out.append(text);
    out.flush();
  }

  private String title(String file, Optional<String> title) {
    String name = title.map(t -> file + ": " + t).orElse(file);
    return palette.paint(Style.STRONG, Printable.of(name)) + "\n\n";
  }

  private void call(StringBuilder text, Outcome outcome, Explainer explainer) {
    String role = outcome.call().text(Parameter.ROLE_ARN).map(r -> " " + r).orElse("");
    String what = outcome.call().operation().shown() + role;
    boolean certain = ScenarioRun.isCertain(outcome);
    String verdict = !certain ? "undecided" : outcome.isAccepted() ? "accepted" : "refused";
    headline(text, outcome.isAccepted() && certain, verdict, what);
    if (!outcome.faults().isEmpty()) {
      outcome.faults().forEach(f -> fault(text, f));
    } else {
      decisions(text, outcome, explainer);
    }
    text.append('\n');
  }

  /** Of a refused call the decision that refuses it, of an accepted one all that it needed. */
  private void decisions(StringBuilder text, Outcome outcome, Explainer explainer) {
    List<Authorized> told = outcome.refusal().map(List::of).orElse(outcome.decisions());
    Style style = outcome.isAccepted() ? Style.MILD : Style.SERIOUS;
    DecisionText decision =
        new DecisionText(text, palette, style, options.trace(), outcome.call().at());
    if (told.isEmpty()) {
      decision.nothingAsked(frame -> outcome.session().ifPresent(s -> SessionNotes.add(frame, s)));
      return;
    }
    decision.write(
        told,
        explainer,
        frame -> outcome.session().ifPresent(session -> SessionNotes.add(frame, session)));
  }

  private void fault(StringBuilder text, Fault fault) {
    CodeFrame frame = new CodeFrame(text, palette, Style.SERIOUS, fault.at());
    frame.write();
    frame.note("why", Printable.of(fault.message()));
    frame.note("fix", Printable.of(fault.fix()));
  }

  private void answer(StringBuilder text, ScenarioRun.Answer answer, Explainer explainer) {
    boolean allowed = answer.isAllowed();
    String verdict = !answer.isCertain() ? "undecided" : allowed ? "allowed" : "denied";
    Optional<Boolean> expected = answer.question().expected();
    if (expected.isPresent()) {
      verdict +=
          answer.isAsExpected()
              ? ", as expected"
              : ", but expected to be " + (expected.get() ? "allowed" : "denied");
    }
    boolean good = expected.isPresent() ? answer.isAsExpected() : allowed;
    String resource = answer.question().request().resource();
    headline(text, good, verdict, answer.question().request().action() + " on " + resource);
    Style style = good ? Style.MILD : Style.SERIOUS;
    new DecisionText(text, palette, style, options.trace(), answer.question().request().at())
        .withFix(!good)
        .write(List.of(answer.authorized()), explainer, frame -> {});
    text.append('\n');
  }

  private void headline(StringBuilder text, boolean good, String verdict, String what) {
    text.append(palette.paint(good ? Style.STRONG : Style.GRAVE, verdict))
        .append(": ")
        .append(Printable.of(what))
        .append('\n');
  }

  private void summary(StringBuilder text, ScenarioRun run) {
    if (run.scenario().isEmpty()) {
      text.append(palette.paint(Style.STRONG, "nothing simulated")).append('\n');
      return;
    }
    ScenarioTally tally = ScenarioTally.of(run);
    List<String> parts = new ArrayList<>();
    if (tally.calls() > 0) {
      parts.add(calls(tally) + undecided(run));
    }
    if (tally.questions() > 0) {
      parts.add(questions(tally, run.answers().size()));
    }
    long problems = run.problems().stream().filter(p -> p.severity() != Severity.NOTE).count();
    if (problems > 0) {
      parts.add(count((int) problems, "problem"));
    }
    text.append(palette.paint(Style.STRONG, String.join("; ", parts))).append('\n');
  }

  private static String calls(ScenarioTally tally) {
    return tally.calls() == tally.accepted()
        ? count(tally.calls(), "call") + " accepted"
        : "call " + (tally.accepted() + 1) + " of " + tally.calls() + " refused";
  }

  private static String undecided(ScenarioRun run) {
    long open = run.outcomes().stream().filter(o -> !ScenarioRun.isCertain(o)).count();
    return open == 0 ? "" : ", of which " + open + " undecided";
  }

  private static String questions(ScenarioTally tally, int answered) {
    String asked = count(tally.questions(), "question");
    if (answered == 0) {
      return asked + " not asked";
    }
    String unexpected =
        tally.unexpected() == 0 ? "" : ", " + tally.unexpected() + " not as expected";
    String undecided = tally.undecided() == 0 ? "" : ", " + tally.undecided() + " undecided";
    return asked
        + ": "
        + tally.allowed()
        + " allowed, "
        + tally.denied()
        + " denied"
        + undecided
        + unexpected;
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
