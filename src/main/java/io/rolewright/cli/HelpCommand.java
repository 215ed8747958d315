package io.rolewright.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code rolewright help}: the same pages as {@code --help}. */
final class HelpCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("help");
    spec.usageMessage()
        .header("Prints the help of a command.")
        .customSynopsis("rolewright help [COMMAND...]");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("COMMAND")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Such as check, or rules show.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    CommandLine at = typed.commandSpec().parent().commandLine();
    List<String> names = typed.matchedPositionalValue(0, List.of());
    for (String name : names) {
      CommandLine next = at.getSubcommands().get(name);
      if (next == null) {
        List<String> known = List.copyOf(at.getSubcommands().keySet());
        throw new ParameterException(
            typed.commandSpec().commandLine(),
            "unknown command `" + name + "`" + Choice.suggestion(name, known));
      }
      at = next;
    }
    Commands.printUsage(at, terminal);
    return Exit.CLEAN;
  }
}
