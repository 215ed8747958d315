package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Baseline;
import io.rolewright.analyze.Progress;
import io.rolewright.analyze.fix.Fixed;
import io.rolewright.report.Report;
import io.rolewright.report.ReportOptions;
import io.rolewright.report.TimeTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright check}: find policies, run the rules, report. */
final class CheckCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("check");
    spec.usageMessage()
        .header("Finds policies in files and folders, and reports what is wrong with them.")
        .customSynopsis("rolewright check [OPTION...] [PATH...]")
        .description(
            "%nReads trust, session and other IAM policies from raw JSON and YAML,"
                + " CloudFormation and SAM templates, and account exports. What is in"
                + " .gitignore is passed over.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:No finding at or above --fail-on.",
                "1:Findings at or above --fail-on.",
                "2:The job could not be done: wrong usage, or something could not be read; or"
                    + " decided, with --fail-on-incomplete."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright check",
            "      everything below this folder",
            "  rolewright check template.yaml --fail-on medium",
            "      one template, more strictly",
            "  rolewright check infra --output sarif=rolewright.sarif --fail-on never",
            "      a file for code scanning, beside the report for people",
            "  rolewright check policy.json --kind session --format json",
            "      a raw policy that does not show what it is for",
            "  rolewright check --rules ../our-rules",
            "      with rules of your own, beside those in .rolewright/rules",
            "  rolewright check --fix --dry-run",
            "      show as a diff what --fix would change",
            "  rolewright check --write-baseline baseline.json",
            "  rolewright check --baseline baseline.json",
            "      accept today's findings, then hear of new ones only");
    CheckOptions.declare(spec);
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    CheckOptions options = new CheckOptions(typed);
    if (options.fixes()) {
      Fixed fixed = analyze(options, terminal, engine::fix);
      boolean made = new Fixing(terminal, options).make(fixed);
      int code = report(fixed.left(), !options.triesOut(), options, terminal, engine);
      return made ? code : Exit.FAILED;
    }
    Function<AnalysisRequest, Analysis> judging =
        options.tellsFixes() ? engine::analyzeWithFixes : engine::analyze;
    return report(analyze(options, terminal, judging), true, options, terminal, engine);
  }

  /**
   * Writes the reports.
   *
   * @param printed whether one goes to standard output
   */
  private static int report(
      Analysis analysis, boolean printed, CheckOptions options, Terminal terminal, Engine engine)
      throws IOException {
    boolean written = writeFiles(analysis, options, terminal, engine);
    if (printed && !options.isQuiet()) {
      boolean colour = options.colour().isWanted(terminal);
      Report report = Report.in(options.format(), reportOptions(engine, colour));
      report.write(analysis, terminal.writer());
    }
    if (options.showsTimes()) {
      terminal.print(TimeTable.of(analysis.times()));
    }
    return written && isComplete(analysis, options, terminal)
        ? exitCode(analysis, options)
        : Exit.FAILED;
  }

  /** Whether all was decided that has to be. */
  private static boolean isComplete(Analysis analysis, CheckOptions options, Terminal terminal) {
    boolean complete = !options.failsOnIncomplete() || analysis.leftOpen() == 0;
    if (!complete) {
      int open = analysis.leftOpen();
      terminal.say(
          "error: --fail-on-incomplete does not let pass that "
              + (open == 1 ? "a question stayed open" : open + " questions stayed open"));
    }
    return complete;
  }

  private static <T> T analyze(
      CheckOptions options, Terminal terminal, Function<AnalysisRequest, T> judging) {
    if (!options.showsProgress(terminal)) {
      return judging.apply(options.request(terminal.directory(), Progress.SILENT));
    }
    ProgressLine line = new ProgressLine(terminal, () -> System.nanoTime() / 1_000_000);
    try {
      return judging.apply(options.request(terminal.directory(), line));
    } finally {
      line.clear();
    }
  }

  private static boolean writeFiles(
      Analysis analysis, CheckOptions options, Terminal terminal, Engine engine) {
    ReportOptions plain = reportOptions(engine, false);
    boolean written =
        OutputFile.writeAll(
            options.outputs(), f -> out -> Report.in(f, plain).write(analysis, out), terminal);
    if (options.newBaseline().isPresent()) {
      Path path = options.newBaseline().get();
      written &= OutputFile.write(path, out -> Baseline.write(analysis, out), terminal);
    }
    return written;
  }

  private static ReportOptions reportOptions(Engine engine, boolean colour) {
    return new ReportOptions(engine.version(), colour, engine::page);
  }

  /** A run that writes a baseline accepts what it finds. */
  private static int exitCode(Analysis analysis, CheckOptions options) {
    if (analysis.incomplete()) {
      return Exit.FAILED;
    }
    boolean reached = !options.threshold(analysis).failing(analysis).isEmpty();
    return reached && options.newBaseline().isEmpty() ? Exit.FINDINGS : Exit.CLEAN;
  }
}
