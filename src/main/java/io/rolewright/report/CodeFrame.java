package io.rolewright.report;

import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;

/**
 * The lines around a place, numbered, with carets under what is meant. A place of several lines is
 * bracketed along the margin:
 *
 * <pre>
 *   |
 * 4 | /     {
 * 5 | |       "Effect": "Allow"
 * 6 | |     }
 *   | |_____^
 * </pre>
 */
final class CodeFrame {

  private static final int MOST_LINES = 6;
  private static final int SHOWN_AT_EACH_END = 2;

  private final StringBuilder out;
  private final Palette palette;
  private final Palette.Style style;
  private final SourceFile file;
  private final int start;
  private final int end;
  private final int firstLine;
  private final int lastLine;
  private final int lastShown;
  private final int gutter;

  /** A frame around a place, to be appended to {@code out}. */
  CodeFrame(StringBuilder out, Palette palette, Palette.Style style, Origin at) {
    this.out = out;
    this.palette = palette;
    this.style = style;
    this.file = at.file();
    this.start = at.span().start();
    this.end = at.span().end();
    this.firstLine = at.start().line();
    this.lastLine = file.positionOf(Math.max(start, end - 1)).line();
    this.lastShown = Math.min(lastLine + 1, lastWrittenLine(lastLine));
    this.gutter = Math.max(3, Integer.toString(lastShown).length());
  }

  /** Appends where it is, the frame, and an empty gutter row for notes to stand under. */
  void write() {
    arrow(":" + file.positionOf(start).line() + ":" + file.positionOf(start).column());
    blank();
    if (firstLine > 1) {
      plain(firstLine - 1, margin(" "));
    }
    if (isMultiLine()) {
      bracketed();
    } else {
      marked();
    }
    if (lastShown > lastLine) {
      plain(lastShown, margin(" "));
    }
    blank();
  }

  /** Appends where it is and nothing of the text. */
  void writeNameOnly() {
    arrow("");
  }

  /** Appends a note under the frame: a label and text that is already printable. */
  void note(String label, String text) {
    String bar = palette.paint(Palette.Style.GUTTER, "=");
    String head = " ".repeat(gutter) + " " + bar + " " + palette.paint(Palette.Style.STRONG, label);
    String indent = "\n" + " ".repeat(gutter + 3 + label.length() + 2);
    out.append(head).append(": ").append(text.replace("\n", indent)).append('\n');
  }

  private void arrow(String position) {
    String arrow = palette.paint(Palette.Style.GUTTER, "-->");
    String place = Printable.of(file.name()) + position;
    out.append(" ".repeat(gutter)).append(arrow).append(' ').append(place).append('\n');
  }

  private void marked() {
    FrameLine line = FrameLine.of(file.text(), file.lineStart(firstLine), start, end);
    row(Integer.toString(firstLine), line.shown());
    String carets = "^".repeat(line.to() - line.from());
    row("", " ".repeat(line.from()) + palette.paint(style, carets));
  }

  private void bracketed() {
    int from = file.lineStart(firstLine);
    FrameLine first = FrameLine.of(file.text(), from, start, start + 1);
    boolean opensLine = file.text().substring(from, start).isBlank();
    row(Integer.toString(firstLine), margin(opensLine ? "/" : " ") + first.shown());
    if (!opensLine) {
      row("", palette.paint(style, " " + "_".repeat(first.from() + 1) + "^"));
    }
    between();
    FrameLine last = FrameLine.of(file.text(), file.lineStart(lastLine), end - 1, end);
    row(Integer.toString(lastLine), margin("|") + last.shown());
    row("", palette.paint(style, "|" + "_".repeat(last.from() + 1) + "^"));
  }

  private void between() {
    boolean all = lastLine - firstLine < MOST_LINES;
    for (int line = firstLine + 1; line < lastLine; line++) {
      if (!all && line == firstLine + SHOWN_AT_EACH_END) {
        row("...", margin("|"));
        line = lastLine - SHOWN_AT_EACH_END + 1;
      }
      plain(line, margin("|"));
    }
  }

  private void plain(int line, String margin) {
    int from = file.lineStart(line);
    row(Integer.toString(line), margin + FrameLine.of(file.text(), from, from, from).shown());
  }

  /** The column in which a place of several lines is bracketed; none for a place in one line. */
  private String margin(String bracket) {
    return isMultiLine() ? palette.paint(style, bracket) + " " : "";
  }

  private void blank() {
    row("", "");
  }

  private void row(String number, String content) {
    String left = " ".repeat(gutter - number.length()) + number + " |";
    out.append(palette.paint(Palette.Style.GUTTER, left));
    String right = content.stripTrailing();
    out.append(right.isEmpty() ? "" : " ").append(right).append('\n');
  }

  private boolean isMultiLine() {
    return lastLine > firstLine;
  }

  /** A last line without text, after the final line end, is not worth a row. */
  private int lastWrittenLine(int atLeast) {
    int last = file.lineCount();
    boolean empty = file.lineStart(last) == file.text().length();
    return Math.max(atLeast, empty ? last - 1 : last);
  }
}
