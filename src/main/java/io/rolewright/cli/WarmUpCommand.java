package io.rolewright.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Does what people usually ask for and throws the output away, so that the virtual machine can
 * archive the classes that takes. Run by the launcher, hidden from help.
 */
final class WarmUpCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("warm-up");
    spec.usageMessage().hidden(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    List<String> paths = typed.matchedPositionalValue(0, List.of());
    Terminal nowhere =
        new Terminal(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            terminal.outIsTerminal(),
            terminal.errIsTerminal(),
            terminal.variables(),
            terminal.directory());
    run(engine, nowhere, paths, "check", "--color", "always");
    run(engine, nowhere, paths, "check", "--format", "json");
    run(engine, nowhere, paths, "check", "--format", "sarif");
    for (String path : paths) {
      assume(engine, nowhere, path + "/saml-attributes/wrong-mapping.yaml"); // refused
      assume(engine, nowhere, path + "/deploy-with-mfa/deploy.yaml"); // accepted
      effective(engine, nowhere, path + "/account-export/account.json");
      List<String> export = List.of(path + "/who-gets-in/account.json");
      run(engine, nowhere, export, "who", "payroll-reader", "--color", "always", "--in");
      String change = path + "/pull-request/";
      run(engine, nowhere, List.of(change + "before", change + "after"), "compare");
    }
    run(engine, nowhere, List.of(), "--version");
    run(engine, nowhere, List.of(), "--help");
    return Exit.CLEAN;
  }

  private static void assume(Engine engine, Terminal nowhere, String story) {
    run(engine, nowhere, List.of(story), "assume", "--color", "always");
    run(engine, nowhere, List.of(story), "assume", "--format", "json");
  }

  private static void effective(Engine engine, Terminal nowhere, String export) {
    run(engine, nowhere, List.of(export), "effective", "app-orders", "--in");
    run(engine, nowhere, List.of(export), "effective", "app-orders", "--format", "json", "--in");
  }

  private static void run(Engine engine, Terminal nowhere, List<String> paths, String... command) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command));
    arguments.addAll(paths);
    Main.run(arguments.toArray(String[]::new), nowhere, engine);
  }
}
