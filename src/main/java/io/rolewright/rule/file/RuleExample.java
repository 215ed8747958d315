package io.rolewright.rule.file;

import io.rolewright.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of a rule file: one or more files as the user would have them, with marks on the lines
 * where the rule must find something.
 *
 * <p>A fence is {@code ```json}, {@code ```yaml} and so on, optionally followed by {@code
 * file=name}, {@code kind=session} or {@code account=111111111111}. A file {@code rolewright.yaml}
 * is the configuration. A mark is a comment at the end of a line: {@code // finding} (in YAML
 * {@code # finding}), {@code // finding medium}, {@code // finding: words of the message}. Marks
 * are blanked before the file is read, so that columns hold.
 *
 * @param title the third-level heading above it
 */
public record RuleExample(String title, List<ExampleFile> files) {

  private static final Pattern MARK =
      Pattern.compile(
          "[ \\t]*(?://|#) finding(?: (error|critical|high|medium|low|info))?(?:: (.*))?$");

  /**
   * One file of an example.
   *
   * @param name the file's name
   * @param attributes {@code kind}, {@code account}, where given
   * @param text with marks blanked
   * @param marks in order of lines
   */
  public record ExampleFile(
      String name, Map<String, String> attributes, String text, List<Mark> marks) {}

  /**
   * Where something must be found.
   *
   * @param line from 1
   * @param message a part of the message, or empty
   */
  public record Mark(int line, Optional<Severity> severity, String message) {}

  static List<RuleExample> of(String page, MarkdownSection section) {
    List<RuleExample> examples = new ArrayList<>();
    String title = section.title();
    List<ExampleFile> files = new ArrayList<>();
    String[] lines = section.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith("### ")) {
        add(examples, title, files);
        title = lines[i].substring(4).strip();
      } else if (lines[i].startsWith("```")) {
        int close = i + 1;
        while (close < lines.length && !lines[close].startsWith("```")) {
          close++;
        }
        if (close == lines.length) {
          throw new RuleFileException(page, "has a code fence that is not closed");
        }
        files.add(file(lines[i].substring(3), List.of(lines).subList(i + 1, close), files.size()));
        i = close;
      }
    }
    add(examples, title, files);
    return examples;
  }

  private static void add(List<RuleExample> examples, String title, List<ExampleFile> files) {
    if (!files.isEmpty()) {
      examples.add(new RuleExample(title, List.copyOf(files)));
      files.clear();
    }
  }

  private static ExampleFile file(String info, List<String> lines, int index) {
    String[] words = info.strip().split("\\s+");
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      attributes.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      String line = lines.get(i);
      if (mark.find()) {
        Optional<Severity> severity = Optional.ofNullable(mark.group(1)).flatMap(Severity::named);
        marks.add(new Mark(i + 1, severity, Optional.ofNullable(mark.group(2)).orElse("")));
        line = line.substring(0, mark.start());
      }
      text.append(line).append('\n');
    }
    String name = attributes.getOrDefault("file", "example" + index + "." + words[0]);
    return new ExampleFile(name, attributes, text.toString(), marks);
  }
}
