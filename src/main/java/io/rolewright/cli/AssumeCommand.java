package io.rolewright.cli;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.Reasoning;
import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.Scenarios;
import io.rolewright.report.ScenarioReport;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright assume}: simulate STS calls, then ask what the session can do. */
final class AssumeCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("assume");
    spec.usageMessage()
        .header("Simulates calls to AWS STS: accepted or refused and why, and what follows.")
        .customSynopsis("rolewright assume [OPTION...] SCENARIO")
        .description(
            "%nReads a scenario, JSON or YAML: a caller with its policies, the calls it makes,"
                + " the roles it asks for. Tells of each call whether AWS accepts it, by which"
                + " statement, and what session comes out; of a refused one who said no and the"
                + " smallest change that would let it through.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:Every call is accepted and every question allowed, or as the scenario expects.",
                "1:A call is refused, a question denied or not as expected.",
                "2:The job could not be done: wrong usage, or something could not be read."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright assume scenario.yaml",
            "      the calls and questions of a scenario",
            "  rolewright assume scenario.yaml --can s3:GetObject arn:aws:s3:::shop/index.html",
            "      one question more, asked of the last session",
            "  rolewright assume scenario.yaml --trace",
            "      every policy, statement, element and value that was looked at",
            "  rolewright assume scenario.yaml --assume U22=B",
            "      the other reading where AWS's documents leave something open",
            "  rolewright assume scenario.yaml --format json --output text=report.txt",
            "      for a program, and for people beside it");
    AssumeOptions.declare(spec);
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    AssumeOptions options = new AssumeOptions(typed);
    try (Reasoning reasoning = engine.reasoning(CrossChecking.isWanted(typed))) {
      Scenarios scenarios =
          new Scenarios(terminal.directory(), Assuming.of(typed), reasoning.means());
      ScenarioRun run = engine.assume(scenarios, options.scenario(), options.asked());
      Optional<CrossChecked> checked = reasoning.crossChecked();
      int code = report(run, checked, typed, terminal, engine);
      return CrossChecking.exitCode(code, checked, terminal);
    }
  }

  private static int report(
      ScenarioRun run,
      Optional<CrossChecked> checked,
      ParseResult typed,
      Terminal terminal,
      Engine engine)
      throws IOException {
    boolean colour = Typed.colour(typed).isWanted(terminal);
    ScenarioReport.Options plain =
        new ScenarioReport.Options(engine.version(), false, Typed.trace(typed), checked);
    ScenarioReport.Options shown =
        new ScenarioReport.Options(engine.version(), colour, Typed.trace(typed), checked);
    boolean written =
        OutputFile.writeAll(
            Reporting.outputs(typed),
            f -> out -> ScenarioReport.in(f, plain).write(run, out),
            terminal);
    ScenarioReport.in(Reporting.format(typed), shown).write(run, terminal.writer());
    return written ? exitCode(run) : Exit.FAILED;
  }

  private static int exitCode(ScenarioRun run) {
    if (run.hasErrors() || run.scenario().isEmpty()) {
      return Exit.FAILED;
    }
    return run.isAsWished() ? Exit.CLEAN : Exit.FINDINGS;
  }
}
