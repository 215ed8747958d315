package io.rolewright.rule.file;

import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines under a second-level heading of a page.
 *
 * @param title the heading's text
 * @param file the page
 * @param heading the heading's line, from 1
 * @param end the line after the section's last; headings inside code fences do not end it
 */
record MarkdownSection(String title, SourceFile file, int heading, int end) {

  static final String FENCE = "```";

  /** The sections of a page from a line (from 1) on; what stands before the first is in none. */
  static List<MarkdownSection> of(SourceFile page, int from) {
    List<MarkdownSection> sections = new ArrayList<>();
    boolean fenced = false;
    int heading = 0;
    for (int line = from; line <= page.lineCount(); line++) {
      String text = page.line(line);
      if (text.startsWith(FENCE)) {
        fenced = !fenced;
      } else if (!fenced && text.startsWith("## ")) {
        add(sections, page, heading, line);
        heading = line;
      }
    }
    add(sections, page, heading, page.lineCount() + 1);
    return sections;
  }

  private static void add(List<MarkdownSection> sections, SourceFile page, int heading, int end) {
    if (heading > 0) {
      String title = page.line(heading).substring(3).strip();
      sections.add(new MarkdownSection(title, page, heading, end));
    }
  }

  /** The heading as a place. */
  Origin at() {
    return at(heading);
  }

  /** A line (from 1) as a place. */
  Origin at(int line) {
    int start = file.lineStart(line);
    return file.at(start, start + file.line(line).length());
  }

  /** The line, from 1, of the fence that closes the one in a line; 0 if none does. */
  int close(int fence) {
    for (int line = fence + 1; line < end; line++) {
      if (file.line(line).startsWith(FENCE)) {
        return line;
      }
    }
    return 0;
  }

  /** The text, with line feeds. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int line = heading + 1; line < end; line++) {
      text.append(file.line(line)).append('\n');
    }
    return text.toString();
  }
}
