package io.rolewright.report;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Result;
import io.rolewright.report.Palette.Style;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The report for people: findings by file with code frames, then problems, then a summary. */
final class TextReport implements Report {

  private final Palette palette;

  TextReport(ReportOptions options) {
    this.palette = new Palette(options.colour());
  }

  @Override
  public void write(Analysis analysis, Writer out) throws IOException {
    StringBuilder text = new StringBuilder(4096);
    String file = "";
    for (Result result : analysis.results()) {
      if (result.suppressed().isEmpty()) {
        String in = result.finding().at().file().name();
        if (!in.equals(file)) {
          text.append(palette.paint(Style.STRONG, Printable.of(in))).append("\n\n");
          file = in;
        }
        finding(text, result.finding());
        drain(text, out);
      }
    }
    for (Problem problem : analysis.problems()) {
      ProblemText.append(text, palette, problem);
      drain(text, out);
    }
    summary(text, analysis);
    drain(text, out);
    out.flush();
  }

  private static void drain(StringBuilder text, Writer out) throws IOException {
    out.append(text);
    text.setLength(0);
  }

  private void finding(StringBuilder text, Finding finding) {
    Style style = Palette.of(finding.severity());
    text.append(palette.paint(style, finding.severity().shown() + "[" + finding.rule().id() + "]"))
        .append(' ')
        .append(palette.paint(Style.STRONG, finding.rule().name()))
        .append(": ")
        .append(Printable.of(finding.message()))
        .append('\n');
    CodeFrame frame = new CodeFrame(text, palette, style, finding.at());
    frame.write();
    finding.evidence().witness().ifPresent(q -> frame.note("allowed", RequestWords.of(q)));
    for (Finding.Related related : finding.related()) {
      String place = " (" + Printable.of(related.at().toString()) + ")";
      frame.note("note", Printable.of(related.message()) + place);
    }
    if (!finding.advice().isEmpty()) {
      frame.note("fix", Printable.of(finding.advice()));
    }
    frame.note("see", Printable.of(finding.rule().place()));
    text.append('\n');
  }

  private void summary(StringBuilder text, Analysis analysis) {
    Tally tally = Tally.of(analysis);
    text.append(found(tally)).append('\n').append(checked(analysis, tally)).append('\n');
  }

  private String found(Tally tally) {
    if (tally.total() == 0) {
      return palette.paint(Style.STRONG, "no findings");
    }
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (tally.of(severity) > 0) {
        String part = tally.of(severity) + " " + severity.shown();
        parts.add(palette.paint(Palette.of(severity), part));
      }
    }
    String total = palette.paint(Style.STRONG, count(tally.total(), "finding"));
    return total + ": " + String.join(", ", parts);
  }

  private String checked(Analysis analysis, Tally tally) {
    StringBuilder line = new StringBuilder("checked ");
    line.append(analysis.policies() == 1 ? "1 policy in " : analysis.policies() + " policies in ");
    line.append(count(analysis.files(), "file"));
    if (tally.suppressed() > 0) {
      line.append(", ").append(tally.suppressed()).append(" suppressed");
    }
    if (analysis.undecided() > 0) {
      line.append(", ").append(analysis.undecided()).append(" undecided");
    }
    if (!analysis.problems().isEmpty()) {
      line.append(", ").append(count(analysis.problems().size(), "problem"));
    }
    return palette.paint(Style.QUIET, line.toString());
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
