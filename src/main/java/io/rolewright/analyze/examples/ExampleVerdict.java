package io.rolewright.analyze.examples;

import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleExample.ExampleFile;
import io.rolewright.rule.file.RuleExample.Mark;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares what a rule finds in an example with the marks in it: each mark is on a line with a
 * finding of its severity and one whose message has its words, and there are no findings elsewhere.
 */
final class ExampleVerdict {

  private final RuleExample example;
  private final List<Finding> found;
  private final List<Fault> faults = new ArrayList<>();

  private ExampleVerdict(RuleExample example, List<Finding> found) {
    this.example = example;
    this.found = found;
  }

  /** What is wrong, by line of the page; nothing if the rule does as the example says. */
  static List<Fault> of(RuleExample example, String rule, ExampleRun run) {
    ExampleVerdict verdict = new ExampleVerdict(example, run.findings(rule));
    run.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .forEach(verdict::unreadable);
    for (ExampleFile file : example.files()) {
      file.marks().forEach(mark -> verdict.compare(file, mark));
    }
    verdict.found.stream().filter(f -> !verdict.isMarked(f)).forEach(verdict::unexpected);
    verdict.faults.sort(Comparator.comparingInt(Fault::line));
    return List.copyOf(verdict.faults);
  }

  private void unreadable(Problem problem) {
    fault(lineOf(problem.at()), "the example cannot be judged: " + problem.message());
  }

  private void compare(ExampleFile file, Mark mark) {
    int line = file.fence() + mark.line();
    List<Finding> here = found.stream().filter(f -> lineOf(f.at()) == line).toList();
    if (here.isEmpty()) {
      fault(line, "expected a finding" + words(mark) + ", found none");
      return;
    }
    Optional<Severity> severity = mark.severity();
    if (severity.isPresent() && here.stream().noneMatch(f -> f.severity() == severity.get())) {
      fault(line, "expected severity " + severity.get().shown() + ", found " + shown(here));
    }
    if (here.stream().noneMatch(f -> f.message().contains(mark.message()))) {
      fault(line, "expected a message with `" + mark.message() + "`, found " + shown(here));
    }
  }

  private static String words(Mark mark) {
    String severity = mark.severity().map(s -> " " + s.shown()).orElse("");
    return severity + (mark.message().isEmpty() ? "" : " with `" + mark.message() + "`");
  }

  private boolean isMarked(Finding finding) {
    int line = lineOf(finding.at());
    return example.files().stream()
        .anyMatch(file -> file.marks().stream().anyMatch(m -> file.fence() + m.line() == line));
  }

  private void unexpected(Finding finding) {
    fault(lineOf(finding.at()), "expected nothing, found " + shown(List.of(finding)));
  }

  private static String shown(List<Finding> findings) {
    return String.join(
        " and ", findings.stream().map(f -> f.severity().shown() + ": " + f.message()).toList());
  }

  /** The line of the page at which a place of the example stands. */
  private int lineOf(Origin at) {
    for (ExampleFile file : example.files()) {
      if (file.name().equals(at.file().name())) {
        return file.fence() + at.start().line();
      }
    }
    return example.line();
  }

  private void fault(int line, String message) {
    faults.add(new Fault(line, message));
  }
}
