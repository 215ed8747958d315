package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a rule file apart. Never throws for what is in it: that is a problem with its place.
 *
 * <p>A private rule needs its front matter and a section {@code Rule}; a shipped one has all the
 * sections in their order.
 */
public final class RuleReader {

  /**
   * What came of a file.
   *
   * @param rule empty if anything is wrong
   * @param metadata the front matter, where that much is right
   * @param problems all errors
   */
  public record Reading(
      Optional<RuleFile> rule, Optional<RuleMetadata> metadata, List<Problem> problems) {}

  private static final Pattern CHECKER = Pattern.compile("checker: ([A-Z][A-Za-z0-9]*)\\s*");

  private final SourceFile file;
  private final List<Problem> problems = new ArrayList<>();

  private RuleReader(SourceFile file) {
    this.file = file;
  }

  /**
   * Reads a rule file that comes with Rolewright.
   *
   * @param page its path below {@code rules/}, with forward slashes
   */
  public static Reading shipped(SourceFile file, String page) {
    return new RuleReader(file).read(page, true);
  }

  /** Reads a rule file of the user's own; it is known by the file's name. */
  public static Reading own(SourceFile file) {
    return new RuleReader(file).read(file.name(), false);
  }

  private Reading read(String page, boolean shipped) {
    int end = endOfFrontMatter();
    if (end == 0) {
      problem("a rule file begins with front matter between two lines of `---`", file.at(0, 3));
      return new Reading(Optional.empty(), Optional.empty(), problems);
    }
    Optional<RuleMetadata> metadata = FrontMatter.read(file, page, shipped, end, problems::add);
    Map<String, MarkdownSection> sections = sections(end + 1, shipped);
    Optional<MarkdownSection> logic = Optional.ofNullable(sections.get("Rule"));
    Optional<Origin> block = logic.flatMap(this::block);
    Optional<String> checker = logic.flatMap(RuleReader::checker);
    logic.ifPresent(section -> checkLogic(section, block, checker));
    List<RuleExample> noncompliant = examples(sections, "Noncompliant", true);
    List<RuleExample> compliant = examples(sections, "Compliant", false);
    if (!problems.isEmpty() || metadata.isEmpty()) {
      return new Reading(Optional.empty(), metadata, problems);
    }
    return new Reading(
        Optional.of(new RuleFile(file, metadata.get(), checker, block, noncompliant, compliant)),
        metadata,
        problems);
  }

  /** The line of the second {@code ---}, from 1; 0 if there is no front matter. */
  private int endOfFrontMatter() {
    if (!file.line(1).equals("---")) {
      return 0;
    }
    for (int line = 2; line <= file.lineCount(); line++) {
      if (file.line(line).equals("---")) {
        return line;
      }
    }
    return 0;
  }

  private Map<String, MarkdownSection> sections(int from, boolean shipped) {
    List<MarkdownSection> all = MarkdownSection.of(file, from);
    Map<String, MarkdownSection> byTitle = new HashMap<>();
    for (MarkdownSection section : all) {
      String title = section.title();
      String hint = Closest.hint(title, RuleFile.SECTIONS);
      if (!RuleFile.SECTIONS.contains(title) && !hint.isEmpty()) {
        problem("a rule file has no section `" + title + "`" + hint, section.at());
      } else if (byTitle.putIfAbsent(title, section) != null) {
        problem("there are two sections `" + title + "`", section.at());
      }
    }
    if (!byTitle.containsKey("Rule")) {
      problem("there is no section `## Rule`", file.at(0, 3));
    }
    List<String> titles = all.stream().map(MarkdownSection::title).toList();
    if (shipped && problems.isEmpty() && !titles.equals(RuleFile.SECTIONS)) {
      problem("must have the sections " + RuleFile.SECTIONS + ", not " + titles, file.at(0, 3));
    }
    return byTitle;
  }

  private Optional<Origin> block(MarkdownSection section) {
    Optional<Origin> block = Optional.empty();
    for (int line = section.heading() + 1; line < section.end(); line++) {
      String text = file.line(line);
      if (text.startsWith(MarkdownSection.FENCE)) {
        int close = section.close(line);
        if (close == 0) {
          problem("this code fence is not closed", section.at(line));
          return block;
        }
        if (text.strip().equals("```rule")) {
          if (block.isPresent()) {
            problem("a rule file has one rule, and this is the second", section.at(line));
          }
          block = Optional.of(file.at(file.lineStart(line + 1), file.lineStart(close)));
        }
        line = close;
      }
    }
    return block;
  }

  private static Optional<String> checker(MarkdownSection section) {
    for (int line = section.heading() + 1; line < section.end(); line++) {
      Matcher checker = CHECKER.matcher(section.file().line(line));
      if (checker.matches()) {
        return Optional.of(checker.group(1));
      }
    }
    return Optional.empty();
  }

  private void checkLogic(
      MarkdownSection section, Optional<Origin> block, Optional<String> checker) {
    if (block.isEmpty() && checker.isEmpty()) {
      problem("the section has no rule: a fence of its own that begins with ```rule", section.at());
    } else if (block.isPresent() && checker.isPresent()) {
      problem("the section has both a rule and a checker", section.at());
    }
  }

  private List<RuleExample> examples(
      Map<String, MarkdownSection> sections, String title, boolean marked) {
    if (!sections.containsKey(title)) {
      return List.of();
    }
    MarkdownSection section = sections.get(title);
    int before = problems.size();
    List<RuleExample> examples = ExampleReader.read(section, problems::add);
    if (problems.size() > before) {
      return examples; // a mark that cannot be read is no missing mark
    }
    for (RuleExample example : examples) {
      if (example.isMarked() != marked) {
        problem(
            marked
                ? "a noncompliant example marks at least one line with `// finding`"
                : "a compliant example marks nothing",
            section.at(example.line()));
      }
    }
    return examples;
  }

  private void problem(String message, Origin at) {
    problems.add(Problem.error(message, at));
  }
}
