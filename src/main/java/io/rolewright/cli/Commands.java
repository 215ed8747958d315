package io.rolewright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The tree of all commands. */
final class Commands {

  private static final int HELP_WIDTH = 96;

  private static final String HELP = "help";

  /** In the order of the help page. */
  private static final List<String> COMMANDS =
      List.of(
          "check", "compare", "assume", "effective", "simulate", "who", "rules", HELP, "warm-up");

  private Commands() {}

  private static Command command(String name) {
    return switch (name) {
      case "check" -> new CheckCommand();
      case "compare" -> new CompareCommand();
      case "assume" -> new AssumeCommand();
      case "effective" -> new EffectiveCommand();
      case "simulate" -> new SimulateCommand();
      case "who" -> new WhoCommand();
      case "rules" -> new RulesCommand();
      case HELP -> new HelpCommand();
      case "warm-up" -> new WarmUpCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * The commands that the arguments can be about: all of them, which takes some time to declare, or
   * the one they begin with.
   */
  static CommandLine tree(String... args) {
    return tree(
        Arrays.stream(args)
            .limit(1)
            .filter(COMMANDS::contains)
            .findFirst()
            .filter(n -> !n.equals(HELP)));
  }

  private static CommandLine tree(Optional<String> typed) {
    CommandSpec root = CommandSpec.create().name("rolewright");
    root.usageMessage()
        .header("Finds what is wrong with AWS role trust policies and session policies.")
        .customSynopsis("rolewright COMMAND [OPTION...]")
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright check                  check everything below this folder",
            "  rolewright check --help           all options, with examples",
            "  rolewright compare old new        what the new version allows that the old does not",
            "  rolewright assume scenario.yaml   may this caller assume that role, and then what",
            "  rolewright effective deploy --in account.json    what that role can do",
            "  rolewright simulate cases.yaml    a table of requests with the answers they should get",
            "  rolewright who Deploy --in account.json",
            "                                    who can assume a role, directly or through others",
            "  rolewright rules show TP001       what a rule finds and how to fix it");
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .arity("0")
            .type(boolean.class)
            .description("Print the version.")
            .build());
    root.addOption(
        OptionSpec.builder("--debug")
            .arity("0")
            .type(boolean.class)
            .scopeType(ScopeType.INHERIT)
            .hidden(true)
            .build());
    help(root);
    typed.map(List::of).orElse(COMMANDS).forEach(name -> add(root, command(name)));
    return new CommandLine(root)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setUsageHelpWidth(HELP_WIDTH);
  }

  /** Adds a command below another. */
  static void add(CommandSpec parent, Command command) {
    CommandSpec spec = command.spec();
    help(spec);
    parent.addSubcommand(spec.name(), spec);
  }

  private static void help(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .arity("0")
            .type(boolean.class)
            .description("Print this help.")
            .build());
    spec.usageMessage()
        .sortOptions(false)
        .synopsisHeading("%nUsage: ")
        .parameterListHeading("%nArguments:%n")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n");
  }

  /** Prints the help of a command on standard output. */
  static void printUsage(CommandLine command, Terminal terminal) throws IOException {
    terminal.out().write(usage(command).getBytes(StandardCharsets.UTF_8));
  }

  static String usage(CommandLine command) {
    return command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n");
  }
}
