package io.rolewright.rule.file;

import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample.ExampleFile;
import io.rolewright.rule.file.RuleExample.Mark;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the examples of one section of a rule file; what is wrong with one is a problem. */
final class ExampleReader {

  private static final Pattern MARK =
      Pattern.compile("(?://|#) finding(?: (error|critical|high|medium|low|info))?(?:: (.*))?$");
  private static final Pattern ALMOST_MARK = Pattern.compile("(?://|#)\\s*finding\\b.*$");
  private static final List<String> ATTRIBUTES = List.of("file", "kind", "account");

  private final MarkdownSection section;
  private final Consumer<Problem> problems;
  private final List<RuleExample> examples = new ArrayList<>();
  private List<ExampleFile> files = new ArrayList<>();
  private String title;
  private int begin;

  private ExampleReader(MarkdownSection section, Consumer<Problem> problems) {
    this.section = section;
    this.problems = problems;
    this.title = section.title();
    this.begin = section.heading();
  }

  static List<RuleExample> read(MarkdownSection section, Consumer<Problem> problems) {
    ExampleReader reader = new ExampleReader(section, problems);
    reader.read();
    return reader.examples;
  }

  private void read() {
    for (int line = section.heading() + 1; line < section.end(); line++) {
      String text = section.file().line(line);
      if (text.startsWith("### ")) {
        finish();
        title = text.substring(4).strip();
        begin = line;
      } else if (text.startsWith(MarkdownSection.FENCE)) {
        int close = section.close(line);
        if (close == 0) {
          problem("this code fence is not closed", section.at(line));
          break;
        }
        files.add(file(line, close));
        line = close;
      }
    }
    finish();
  }

  private void finish() {
    if (!files.isEmpty()) {
      examples.add(new RuleExample(title, begin, List.copyOf(files)));
      files = new ArrayList<>();
    }
  }

  private ExampleFile file(int fence, int close) {
    String info = section.file().line(fence).substring(MarkdownSection.FENCE.length()).strip();
    Map<String, String> attributes = attributes(info, section.at(fence));
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    for (int line = fence + 1; line < close; line++) {
      text.append(unmarked(line, line - fence, marks)).append('\n');
    }
    int space = info.indexOf(' ');
    String language = space < 0 ? info : info.substring(0, space);
    String name = attributes.getOrDefault("file", "example" + files.size() + "." + language);
    if (files.stream().anyMatch(f -> f.name().equals(name))) {
      problem("the example has two files `" + name + "`", section.at(fence));
    }
    return new ExampleFile(name, attributes, fence, text.toString(), List.copyOf(marks));
  }

  private String unmarked(int line, int lineOfFile, List<Mark> marks) {
    String text = section.file().line(line);
    Matcher mark = MARK.matcher(text);
    if (mark.find()) {
      Optional<Severity> severity = Optional.ofNullable(mark.group(1)).flatMap(Severity::named);
      String message = Optional.ofNullable(mark.group(2)).orElse("");
      marks.add(new Mark(lineOfFile, severity, message));
      return text.substring(0, mark.start()).stripTrailing();
    }
    Matcher almost = ALMOST_MARK.matcher(text);
    if (almost.find()) {
      int start = section.file().lineStart(line);
      Origin at = section.file().at(start + almost.start(), start + almost.end());
      problem("a mark reads `// finding`, `// finding high` or `// finding high: words`", at);
    }
    return text;
  }

  private Map<String, String> attributes(String info, Origin at) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String[] words = info.split("\\s+");
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String name = equals < 0 ? words[i] : words[i].substring(0, equals);
      if (equals < 0 || !ATTRIBUTES.contains(name)) {
        String known = "; an example takes file=, kind= and account=";
        problem("`" + words[i] + "` says nothing of an example" + hint(name, known), at);
      } else {
        attributes.put(name, words[i].substring(equals + 1));
      }
    }
    return attributes;
  }

  private static String hint(String name, String otherwise) {
    String hint = Closest.hint(name, ATTRIBUTES);
    return hint.isEmpty() ? otherwise : hint;
  }

  private void problem(String message, Origin at) {
    problems.accept(Problem.error(message, at));
  }
}
