package io.rolewright.cli;

import io.rolewright.analyze.cases.CaseTable;
import io.rolewright.analyze.cases.CasesRun;
import io.rolewright.report.CasesReport;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright simulate}: answer a table of cases. */
final class SimulateCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("simulate");
    spec.usageMessage()
        .header("Answers a table of requests, and compares with the answers they should get.")
        .customSynopsis("rolewright simulate [OPTION...] CASES...")
        .description(
            "%nA case is a request with all policies that speak to it, a call to AWS STS, or a"
                + " policy that AWS would store or refuse; docs/cases.md has the format. Nothing"
                + " is filled in: a condition key that a case does not list is absent.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:Every answer is as expected, or nothing was expected.",
                "1:Some answer is not as expected.",
                "2:The job could not be done: wrong usage, or a case could not be read."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright simulate cases.yaml",
            "      the cases that come out otherwise than expected",
            "  rolewright simulate cases.yaml --trace",
            "      every policy, statement, element and value that was looked at",
            "  rolewright simulate vectors.json --assume U5=B",
            "      the other reading where AWS's documents leave something open",
            "  rolewright simulate cases.json --format json --output text=report.txt",
            "      for a program, and for people beside it");
    SimulateOptions.declare(spec);
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    SimulateOptions options = new SimulateOptions(typed);
    CaseTable table = new CaseTable(terminal.directory(), Assuming.of(typed), Typed.trace(typed));
    CasesRun run = table.run(options.cases());
    CasesReport.Options plain = new CasesReport.Options(engine.version(), false);
    boolean written =
        OutputFile.writeAll(
            Reporting.outputs(typed),
            f -> out -> CasesReport.in(f, plain).write(run, out),
            terminal);
    boolean colour = Typed.colour(typed).isWanted(terminal);
    CasesReport.in(Reporting.format(typed), new CasesReport.Options(engine.version(), colour))
        .write(run, terminal.writer());
    return written ? exitCode(run) : Exit.FAILED;
  }

  private static int exitCode(CasesRun run) {
    if (run.hasErrors()) {
      return Exit.FAILED;
    }
    return run.disagreeing() > 0 ? Exit.FINDINGS : Exit.CLEAN;
  }
}
