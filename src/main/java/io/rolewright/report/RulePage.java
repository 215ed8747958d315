package io.rolewright.report;

/** A rule's Markdown page as readers get it: without the front matter that is for the tool. */
public final class RulePage {

  private static final String FENCE = "---\n";
  private static final String FIRST_SECTION = "## What it finds";

  private final String markdown;

  private RulePage(String markdown) {
    this.markdown = markdown;
  }

  /** The page of a rule file's text. */
  public static RulePage of(String file) {
    if (!file.startsWith(FENCE)) {
      return new RulePage(file);
    }
    int end = file.indexOf("\n" + FENCE, FENCE.length() - 1);
    return new RulePage(end < 0 ? file : file.substring(end + 1 + FENCE.length()).stripLeading());
  }

  public String markdown() {
    return markdown;
  }

  /** The first paragraph of <em>What it finds</em> in one line; empty where there is none. */
  String lead() {
    int section = markdown.indexOf(FIRST_SECTION);
    if (section < 0) {
      return "";
    }
    String rest = markdown.substring(section + FIRST_SECTION.length()).strip();
    int end = rest.indexOf("\n\n");
    String paragraph = end < 0 ? rest : rest.substring(0, end);
    return paragraph.startsWith("#") ? "" : paragraph.replace('\n', ' ');
  }
}
