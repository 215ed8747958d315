package io.rolewright.report;

import io.rolewright.analyze.compare.Change;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Difference;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.analyze.compare.Undecided;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;

/** The comparison as a comment on a pull request. */
final class CompareMarkdown implements CompareReport {

  private static final String SPECIAL = "\\`*_{}[]()<>#+-.!|~&@";

  @Override
  public void write(Comparison comparison, Writer out) throws IOException {
    StringBuilder text = new StringBuilder(1024);
    text.append("### Access in this change\n\n").append(CompareWords.summary(comparison));
    text.append("\n");
    for (Difference difference : comparison.differences()) {
      if (!difference.isSame()) {
        difference(text, difference);
      }
    }
    problems(text, comparison);
    out.append(text);
    out.flush();
  }

  private static void difference(StringBuilder text, Difference difference) {
    text.append("\n**").append(difference.noun()).append("** ").append(code(difference.name()));
    String standing = CompareWords.standing(difference);
    text.append(standing.isEmpty() ? "" : " (" + escaped(standing) + ")");
    text.append(difference.world().isEmpty() ? "" : ", " + escaped(difference.world()));
    text.append("\n\n");
    for (Change change : difference.changes()) {
      boolean more = change.direction() == Direction.NEWLY_ALLOWED;
      text.append(more ? "- ➕ **" : "- ➖ ")
          .append(CompareWords.lead(change.direction(), change.aspect()))
          .append(more ? ":** " : ": ")
          .append(escaped(CompareWords.of(change)))
          .append('\n');
    }
    for (Undecided undecided : difference.undecided()) {
      text.append("- ❔ undecided: ").append(escaped(CompareWords.of(undecided))).append('\n');
    }
  }

  private static void problems(StringBuilder text, Comparison comparison) {
    if (!comparison.problems().isEmpty()) {
      text.append("\n**Problems**\n\n");
    }
    for (Problem problem : comparison.problems()) {
      text.append("- ")
          .append(code(problem.at().toString()))
          .append(": ")
          .append(escaped(Printable.of(problem.message())))
          .append('\n');
    }
  }

  /** A code span, which ends at as many backticks as it began with. */
  private static String code(String text) {
    String shown = Printable.of(text);
    String fence = "`";
    while (shown.contains(fence)) {
      fence += "`";
    }
    boolean single = fence.length() == 1;
    return single ? "`" + shown + "`" : fence + " " + shown + " " + fence;
  }

  /** Text of which nothing is taken for Markdown, HTML or a mention. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
