package io.rolewright.report;

import io.rolewright.analyze.compare.Change;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Difference;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.analyze.compare.Undecided;
import io.rolewright.report.Palette.Style;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;

/** The comparison for people: what changed, thing by thing, then problems, then a summary. */
final class CompareText implements CompareReport {

  private final Palette palette;

  CompareText(Options options) {
    this.palette = new Palette(options.colour());
  }

  @Override
  public void write(Comparison comparison, Writer out) throws IOException {
    StringBuilder text = new StringBuilder(1024);
    for (Difference difference : comparison.differences()) {
      if (!difference.isSame()) {
        difference(text, difference);
      }
    }
    for (Problem problem : comparison.problems()) {
      ProblemText.append(text, palette, problem);
    }
    text.append(palette.paint(Style.STRONG, CompareWords.summary(comparison))).append('\n');
    out.append(text);
    out.flush();
  }

  private void difference(StringBuilder text, Difference difference) {
    String name = difference.noun() + " " + Printable.of(difference.name());
    text.append(palette.paint(Style.STRONG, name));
    text.append(CompareWords.standing(difference, Printable::of));
    text.append(difference.world().isEmpty() ? "" : ", " + Printable.of(difference.world()));
    text.append(palette.paint(Style.QUIET, place(difference))).append('\n');
    difference.changes().forEach(change -> change(text, change));
    difference.undecided().forEach(undecided -> undecided(text, undecided));
    text.append('\n');
  }

  /** Where to look: the new version if there is one. */
  private static String place(Difference difference) {
    Origin at = difference.after().or(difference::before).orElseThrow();
    return "  " + Printable.of(at.toString());
  }

  private void change(StringBuilder text, Change change) {
    boolean more = change.direction() == Direction.NEWLY_ALLOWED;
    String lead = CompareWords.lead(change.direction(), change.aspect()) + ":";
    text.append(palette.paint(more ? Style.SERIOUS : Style.MILD, (more ? "  + " : "  - ") + lead))
        .append(' ')
        .append(CompareWords.of(change))
        .append(CompareWords.hangsOn(change))
        .append('\n');
    CompareWords.example(change)
        .ifPresent(
            e -> text.append(palette.paint(Style.QUIET, "      for example " + e)).append('\n'));
  }

  private void undecided(StringBuilder text, Undecided undecided) {
    text.append(palette.paint(Style.MODERATE, "  ? undecided:"))
        .append(' ')
        .append(CompareWords.of(undecided))
        .append('\n');
  }
}
