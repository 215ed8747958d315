package io.rolewright.report;

import io.rolewright.analyze.compare.Change;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Difference;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.analyze.compare.Undecided;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;

/**
 * The comparison as a comment on a pull request. What the input wrote stands in code spans, so that
 * nothing of it is taken for markup or a mention.
 */
final class CompareMarkdown implements CompareReport {

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
    text.append(CompareWords.standing(difference, CompareMarkdown::code));
    text.append(difference.world().isEmpty() ? "" : ", " + code(difference.world()));
    text.append("\n\n");
    for (Change change : difference.changes()) {
      boolean more = change.direction() == Direction.NEWLY_ALLOWED;
      text.append(more ? "- ➕ **" : "- ➖ ")
          .append(CompareWords.lead(change.direction(), change.aspect()))
          .append(more ? ":** " : ": ")
          .append(code(CompareWords.of(change)))
          .append(hangsOn(change))
          .append('\n');
      CompareWords.example(change)
          .ifPresent(e -> text.append("  - for example ").append(code(e)).append('\n'));
    }
    for (Undecided undecided : difference.undecided()) {
      text.append("- ❔ undecided: ").append(code(CompareWords.of(undecided))).append('\n');
    }
  }

  private static String hangsOn(Change change) {
    String words = CompareWords.hangsOn(change);
    return words.isEmpty() ? "" : " " + code(words.strip());
  }

  private static void problems(StringBuilder text, Comparison comparison) {
    if (!comparison.problems().isEmpty()) {
      text.append("\n**Problems**\n\n");
    }
    for (Problem problem : comparison.problems()) {
      text.append("- ")
          .append(code(problem.at().toString()))
          .append(": ")
          .append(code(problem.message()))
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
}
