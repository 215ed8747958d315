package io.rolewright.rule.file;

import io.rolewright.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param line where it begins in the page, from 1
 */
public record RuleExample(String title, int line, List<ExampleFile> files) {

  /**
   * One file of an example.
   *
   * @param name the file's name
   * @param attributes {@code kind}, {@code account}, where given
   * @param fence the line of the page, from 1, above the file's first
   * @param text with marks blanked
   * @param marks in order of lines
   */
  public record ExampleFile(
      String name, Map<String, String> attributes, int fence, String text, List<Mark> marks) {}

  /**
   * Where something must be found.
   *
   * @param line from 1
   * @param message a part of the message, or empty
   */
  public record Mark(int line, Optional<Severity> severity, String message) {}

  /** Whether something must be found in it. */
  public boolean isMarked() {
    return files.stream().anyMatch(file -> !file.marks().isEmpty());
  }
}
