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
        .header("Lists the rules, shows the page of one; begins and tests rules of your own.")
        .customSynopsis("rolewright rules [list | show ID | test [PATH...] | new GROUP NAME]")
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright rules list",
            "  rolewright rules show TP001",
            "  rolewright rules new trust only-ci-may-deploy",
            "  rolewright rules test");
    Commands.add(spec, list);
    Commands.add(spec, new RulesShowCommand());
    Commands.add(spec, new RulesTestCommand());
    Commands.add(spec, new RulesNewCommand());
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    return list.run(typed, terminal, engine);
  }
}
