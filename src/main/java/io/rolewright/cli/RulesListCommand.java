package io.rolewright.cli;

import io.rolewright.rule.RuleMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright rules list}: one line for each rule. */
final class RulesListCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("list");
    spec.usageMessage()
        .header("Lists the rules: id, severity, name, what each finds.")
        .customSynopsis("rolewright rules list");
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    List<RuleMetadata> rules = engine.rules();
    int widest = rules.stream().mapToInt(r -> r.name().length()).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    for (RuleMetadata rule : rules) {
      lines
          .append(padded(rule.id(), 7))
          .append(padded(rule.severity().shown(), 10))
          .append(padded(rule.name(), widest + 2))
          .append(rule.title())
          .append('\n');
    }
    terminal.out().write(lines.toString().getBytes(StandardCharsets.UTF_8));
    return Exit.CLEAN;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
