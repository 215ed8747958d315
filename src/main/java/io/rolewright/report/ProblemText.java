package io.rolewright.report;

import io.rolewright.report.Palette.Style;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;

/** A problem for people: what and where. */
final class ProblemText {

  private ProblemText() {}

  static void append(StringBuilder text, Palette palette, Problem problem) {
    Style style = Palette.of(problem.severity());
    text.append(palette.paint(style, problem.severity().shown()))
        .append(": ")
        .append(Printable.of(problem.message()))
        .append('\n');
    CodeFrame frame = new CodeFrame(text, palette, style, problem.at());
    if (isWholeFile(problem.at())) {
      frame.writeNameOnly();
    } else {
      frame.write();
    }
    text.append('\n');
  }

  private static boolean isWholeFile(Origin at) {
    return at.isSamePlace(at.file().whole());
  }
}
