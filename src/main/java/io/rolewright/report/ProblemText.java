package io.rolewright.report;

import io.rolewright.report.Palette.Style;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.List;

/** A problem for people: what and where. */
public final class ProblemText {

  private ProblemText() {}

  /** Some problems, each with the lines it is about and an empty line after it. */
  public static String of(List<Problem> problems, boolean colour) {
    StringBuilder text = new StringBuilder();
    problems.forEach(problem -> append(text, new Palette(colour), problem));
    return text.toString();
  }

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
