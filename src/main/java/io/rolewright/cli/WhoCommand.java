package io.rolewright.cli;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.Reasoning;
import io.rolewright.analyze.who.WhoCan;
import io.rolewright.analyze.who.WhoRun;
import io.rolewright.report.WhoReport;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright who}: who can assume a role, or do something. */
final class WhoCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("who");
    spec.usageMessage()
        .header("Tells who can assume a role, directly and through other roles.")
        .customSynopsis(
            "rolewright who [OPTION...] ROLE --in FILE",
            "rolewright who [OPTION...] --action ACTION --resource ARN --in FILE")
        .description(
            "%nFirst everybody whom the role's trust policy lets in, whoever they are, with the"
                + " conditions. Then, if the file has users and roles, those of them that can"
                + " assume it when their own policies are looked at too, each with a shortest way."
                + " A session of a role has no MFA, and a principal brings about what else the"
                + " conditions ask for if anybody can.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:The question is answered, whatever the answer is.",
                "2:The job could not be done: wrong usage, a file that cannot be read, no such"
                    + " role."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright who Deploy --in account.json",
            "      an export: aws iam get-account-authorization-details > account.json",
            "  rolewright who arn:aws:iam::111122223333:role/Deploy --in template.yaml",
            "      the roles and users of a template",
            "  rolewright who --action s3:GetObject --resource arn:aws:s3:::pay/slips/* \\",
            "      --in account.json",
            "      who can read the pay slips",
            "  rolewright who Deploy --in account.json --format json",
            "      for a program");
    WhoOptions.declare(spec);
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    WhoOptions options = new WhoOptions(typed);
    Optional<String> fault = options.fault();
    if (fault.isPresent()) {
      terminal.say("error: " + fault.get());
      terminal.say("try `rolewright who --help`");
      return Exit.FAILED;
    }
    try (Reasoning reasoning = engine.reasoning(CrossChecking.isWanted(typed))) {
      WhoRun run = WhoCan.ask(options.question(), terminal.directory(), reasoning.means());
      Optional<CrossChecked> checked = reasoning.crossChecked();
      int code = report(run, checked, typed, terminal, engine);
      return CrossChecking.exitCode(code, checked, terminal);
    }
  }

  private static int report(
      WhoRun run,
      Optional<CrossChecked> checked,
      ParseResult typed,
      Terminal terminal,
      Engine engine)
      throws IOException {
    WhoReport.Options plain = new WhoReport.Options(engine.version(), false, checked);
    boolean written =
        OutputFile.writeAll(
            Reporting.outputs(typed), f -> out -> WhoReport.in(f, plain).write(run, out), terminal);
    boolean colour = Typed.colour(typed).isWanted(terminal);
    WhoReport.in(Reporting.format(typed), new WhoReport.Options(engine.version(), colour, checked))
        .write(run, terminal.writer());
    return written && !run.hasErrors() ? Exit.CLEAN : Exit.FAILED;
  }
}
