package io.rolewright.report;

import io.rolewright.analyze.examples.ExampleResult;
import io.rolewright.analyze.examples.Fault;
import io.rolewright.analyze.examples.RuleTestRun;
import io.rolewright.report.Palette.Style;
import io.rolewright.rule.file.RuleFile;
import java.io.IOException;
import java.io.Writer;

/** The tests of rule files for people: a line for each example, and what is wrong with it. */
public final class RuleTestReport {

  private final Palette palette;

  /**
   * @param colour whether to carry colours
   */
  public RuleTestReport(boolean colour) {
    this.palette = new Palette(colour);
  }

  /** Writes and flushes; closing is the caller's. */
  public void write(RuleTestRun run, Writer out) throws IOException {
    StringBuilder text = new StringBuilder();
    run.results().forEach(result -> example(text, result));
    run.rules().forEach(rule -> untested(text, rule));
    if (!run.problems().isEmpty()) {
      text.append('\n');
      run.problems().forEach(problem -> ProblemText.append(text, palette, problem));
    }
    text.append(summary(run)).append('\n');
    out.write(text.toString());
    out.flush();
  }

  private void example(StringBuilder text, ExampleResult result) {
    String mark = result.passed() ? "ok  " : palette.paint(Style.GRAVE, "FAIL");
    boolean finds = result.example().isMarked();
    text.append(mark)
        .append("  ")
        .append(result.rule().metadata().id())
        .append(finds ? " finds: " : " is silent on: ")
        .append(Printable.of(result.example().title()))
        .append('\n');
    for (Fault fault : result.faults()) {
      String place = result.rule().source().name() + ":" + fault.line() + ": ";
      text.append("      ").append(Printable.of(place + fault.message())).append('\n');
    }
  }

  /** No examples are no mistake, but nobody should take silence for success. */
  private static void untested(StringBuilder text, RuleFile rule) {
    if (rule.noncompliant().isEmpty()) {
      text.append("none  ")
          .append(rule.metadata().id())
          .append(" has no noncompliant example: nothing shows that it finds anything\n");
    }
  }

  private static String summary(RuleTestRun run) {
    int examples = run.results().size();
    return counted(examples, "example")
        + " of "
        + counted(run.rules().size(), "rule")
        + ": "
        + (examples - run.failed())
        + " passed, "
        + run.failed()
        + " failed";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
