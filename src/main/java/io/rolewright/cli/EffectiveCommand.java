package io.rolewright.cli;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.Reasoning;
import io.rolewright.analyze.effective.EffectiveRun;
import io.rolewright.report.EffectiveReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright effective}: what a role can do. */
final class EffectiveCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("effective");
    spec.usageMessage()
        .header("Lists what a session of a role can do, as few lines as possible.")
        .customSynopsis("rolewright effective [OPTION...] ROLE --in FILE")
        .description(
            "%nPuts all policies of the role and its permissions boundary together: what is"
                + " allowed and not denied, on which resources, under which conditions, by which"
                + " statements. The list is proved to be all, or says why it may not be; of each"
                + " line one request was judged by the simulator.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:The list is all that the role can do.",
                "1:The list is not known to be all.",
                "2:The job could not be done: wrong usage, or the role was not found."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright effective deploy --in account.json",
            "      a role of an account export, by its name",
            "  rolewright effective DeployRole --in template.yaml --account 111122223333",
            "      a role of a template; where it has no name, by what the template calls it",
            "  rolewright effective arn:aws:iam::111122223333:role/ci/deploy --in exports/",
            "      by its ARN, in all files of a folder",
            "  rolewright effective deploy --in account.json --format json",
            "      for a program, with a request for each line");
    declare(spec);
    return spec;
  }

  private static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ROLE")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("The role: its name, its ARN, or what a template calls it.")
            .build());
    spec.addOption(
        Typed.option("--in", "FILE", "The file or folder that has the role, in any format.")
            .required(true)
            .type(Path.class)
            .converters(Typed::path)
            .build());
    spec.addOption(
        Typed.option("--account", "ID", "The role's account, where the input does not say it.")
            .type(String.class)
            .converters(Typed::account)
            .build());
    Reporting.OF_SIMULATIONS.declare(spec);
    spec.addOption(CrossChecking.option());
    spec.addOption(Typed.colour());
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    EffectiveRun.Asked asked =
        new EffectiveRun.Asked(
            typed.matchedPositionalValue(0, ""),
            typed.matchedOptionValue("--in", Path.of("")),
            Optional.ofNullable(typed.matchedOptionValue("--account", null)));
    try (Reasoning reasoning = engine.reasoning(CrossChecking.isWanted(typed))) {
      EffectiveRun run = EffectiveRun.of(asked, terminal.directory(), reasoning.means());
      Optional<CrossChecked> checked = reasoning.crossChecked();
      int code = report(run, checked, typed, terminal, engine);
      return CrossChecking.exitCode(code, checked, terminal);
    }
  }

  private static int report(
      EffectiveRun run,
      Optional<CrossChecked> checked,
      ParseResult typed,
      Terminal terminal,
      Engine engine)
      throws IOException {
    EffectiveReport.Options plain = new EffectiveReport.Options(engine.version(), false, checked);
    boolean written =
        OutputFile.writeAll(
            Reporting.outputs(typed),
            f -> out -> EffectiveReport.in(f, plain).write(run, out),
            terminal);
    boolean colour = Typed.colour(typed).isWanted(terminal);
    EffectiveReport.in(
            Reporting.format(typed), new EffectiveReport.Options(engine.version(), colour, checked))
        .write(run, terminal.writer());
    return written ? exitCode(run) : Exit.FAILED;
  }

  private static int exitCode(EffectiveRun run) {
    if (run.hasErrors() || run.permissions().isEmpty()) {
      return Exit.FAILED;
    }
    return run.permissions().get().isComplete() ? Exit.CLEAN : Exit.FINDINGS;
  }
}
