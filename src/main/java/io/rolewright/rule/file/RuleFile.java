package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule file taken apart.
 *
 * @param metadata the front matter
 * @param checker the simple name of the class in {@code io.rolewright.rule.check} that decides it
 * @param noncompliant examples in which the rule finds exactly what is marked
 * @param compliant examples in which it finds nothing
 */
public record RuleFile(
    RuleMetadata metadata,
    String checker,
    List<RuleExample> noncompliant,
    List<RuleExample> compliant) {

  /** The sections of every rule file, in this order. */
  public static final List<String> SECTIONS =
      List.of(
          "What it finds",
          "Why it matters",
          "How to fix",
          "Rule",
          "Noncompliant",
          "Compliant",
          "Known limits",
          "References");

  private static final Pattern CHECKER = Pattern.compile("(?m)^checker: ([A-Z][A-Za-z0-9]*)$");

  /**
   * Reads a rule file.
   *
   * @param page its path below {@code rules/}, with forward slashes
   * @param text its whole text
   * @throws RuleFileException where it is not as a rule file must be
   */
  public static RuleFile read(String page, String text) {
    String body = text.replace("\r\n", "\n");
    int end = body.indexOf("\n---\n", 3);
    if (!body.startsWith("---\n") || end < 0) {
      throw new RuleFileException(page, "must begin with front matter between two lines of ---");
    }
    RuleMetadata metadata = FrontMatter.read(page, body.substring(4, end + 1));
    List<MarkdownSection> sections = MarkdownSection.of(body.substring(end + 5));
    List<String> titles = sections.stream().map(MarkdownSection::title).toList();
    if (!titles.equals(SECTIONS)) {
      throw new RuleFileException(page, "must have the sections " + SECTIONS + ", not " + titles);
    }
    Matcher checker = CHECKER.matcher(sections.get(3).text());
    if (!checker.find()) {
      throw new RuleFileException(page, "must name its checker under ## Rule");
    }
    return new RuleFile(
        metadata,
        checker.group(1),
        RuleExample.of(page, sections.get(4)),
        RuleExample.of(page, sections.get(5)));
  }
}
