package io.rolewright.report;

import io.rolewright.analyze.cases.CasesRun;
import io.rolewright.analyze.cases.Ruling;
import io.rolewright.analyze.cases.Ruling.Answer;
import io.rolewright.report.Palette.Style;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.explain.Explainer;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * The answers to a table of cases for people: a line for each that is not as expected, or of which
 * nothing is expected or a trace was asked for, then a summary.
 */
final class CasesText implements CasesReport {

  private static final int TRACE_DEPTH = 1;

  private final Palette palette;

  CasesText(Options options) {
    this.palette = new Palette(options.colour());
  }

  @Override
  public void write(CasesRun run, Writer out) throws IOException {
    Explainer explainer = new Explainer(run.assumptions());
    for (Ruling ruling : run.rulings()) {
      StringBuilder text = new StringBuilder(256);
      ruling(text, ruling, explainer);
      out.append(text);
    }
    StringBuilder end = new StringBuilder();
    for (Problem problem : run.problems()) {
      ProblemText.append(end, palette, problem);
    }
    out.append(end).append(palette.paint(Style.STRONG, summary(run))).append('\n');
    out.flush();
  }

  private void ruling(StringBuilder text, Ruling ruling, Explainer explainer) {
    boolean agrees = ruling.agrees().orElse(false);
    Optional<ReasonCode> other = ruling.otherReason();
    boolean traced = ruling.authorized().filter(a -> a.decision().trace().isPresent()).isPresent();
    if (agrees && other.isEmpty() && !traced) {
      return;
    }
    text.append(Printable.of(ruling.asked().at().toString())).append(' ').append(name(ruling));
    text.append(agrees ? asExpected(ruling) : answer(ruling, explainer)).append('\n');
    ruling
        .authorized()
        .flatMap(a -> a.decision().trace())
        .ifPresent(trace -> new TraceText(text, palette).write(trace, TRACE_DEPTH));
  }

  private String name(Ruling ruling) {
    String id = palette.paint(Style.STRONG, Printable.of(ruling.asked().id()));
    return id + ruling.asked().title().map(t -> " (" + Printable.of(t) + ")").orElse("") + ": ";
  }

  private String asExpected(Ruling ruling) {
    String answer = ruling.answer().shown() + " as expected";
    return ruling
        .otherReason()
        .map(code -> "note: " + answer + ", but for " + ruling.reason() + " and not " + code)
        .orElse(answer + ", " + ruling.reason());
  }

  private String answer(Ruling ruling, Explainer explainer) {
    String got = ruling.answer().shown() + ", " + ruling.reason();
    String verdict =
        ruling
            .expected()
            .map(allowed -> (allowed ? Answer.ALLOW : Answer.DENY).shown())
            .map(e -> palette.paint(Style.SERIOUS, "expected " + e + ", got " + got))
            .orElse(got);
    String why = Printable.of(why(ruling, explainer));
    return verdict + (why.isEmpty() ? "" : ": " + why) + hangsOn(ruling);
  }

  private static String why(Ruling ruling, Explainer explainer) {
    Optional<Authorized> authorized = ruling.authorized();
    return authorized.isEmpty() ? ruling.why() : explainer.explain(authorized.get()).text();
  }

  private static String hangsOn(Ruling ruling) {
    return ruling.hangsOn().isEmpty()
        ? ""
        : " [hangs on "
            + String.join(", ", ruling.hangsOn().stream().map(Enum::name).toList())
            + "]";
  }

  private static String summary(CasesRun run) {
    int cases = run.rulings().size();
    int problems = run.problems().size();
    return cases
        + (cases == 1 ? " case: " : " cases: ")
        + run.agreeing()
        + " agree, "
        + run.disagreeing()
        + " disagree"
        + (problems == 0 ? "" : ", " + problems + (problems == 1 ? " problem" : " problems"));
  }
}
