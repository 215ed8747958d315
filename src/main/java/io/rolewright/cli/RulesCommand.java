package io.rolewright.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright rules}: what Rolewright looks for. */
final class RulesCommand implements Command {

  private final Command list = new RulesListCommand();

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("rules");
    spec.usageMessage()
        .header("Lists the rules, and shows the page of one.")
        .customSynopsis("rolewright rules [list | show ID]")
        .footerHeading("%nExamples:%n")
        .footer("  rolewright rules list", "  rolewright rules show TP001");
    Commands.add(spec, list);
    Commands.add(spec, new RulesShowCommand());
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    return list.run(typed, terminal, engine);
  }
}
