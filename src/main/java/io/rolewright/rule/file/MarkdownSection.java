package io.rolewright.rule.file;

import java.util.ArrayList;
import java.util.List;

/**
 * The text under a second-level heading.
 *
 * @param title the heading's text
 * @param text all lines up to the next such heading; headings inside code fences do not count
 */
record MarkdownSection(String title, String text) {

  static List<MarkdownSection> of(String markdown) {
    List<MarkdownSection> sections = new ArrayList<>();
    String title = "";
    StringBuilder text = new StringBuilder();
    boolean fenced = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      }
      if (!fenced && line.startsWith("## ")) {
        add(sections, title, text);
        title = line.substring(3).strip();
      } else {
        text.append(line).append('\n');
      }
    }
    add(sections, title, text);
    return sections;
  }

  /** What stands before the first heading is the page's own title, no section. */
  private static void add(List<MarkdownSection> sections, String title, StringBuilder text) {
    if (!title.isEmpty()) {
      sections.add(new MarkdownSection(title, text.toString()));
    }
    text.setLength(0);
  }
}
