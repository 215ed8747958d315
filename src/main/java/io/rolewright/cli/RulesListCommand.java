package io.rolewright.cli;

import io.rolewright.report.ProblemText;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleLoader;
import io.rolewright.source.Problem;
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
        .customSynopsis("rolewright rules list [OPTION...]");
    RulesOptions.declare(spec);
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    RuleLoader own = RulesOptions.load(typed, terminal);
    List<RuleMetadata> rules = RulesOptions.known(engine, own);
    int id = Math.max(5, rules.stream().mapToInt(r -> r.id().length()).max().orElse(0));
    int widest = rules.stream().mapToInt(r -> r.name().length()).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    for (RuleMetadata rule : rules) {
      lines
          .append(padded(rule.id(), id + 2))
          .append(padded(rule.severity().shown(), 10))
          .append(padded(rule.name(), widest + 2))
          .append(rule.title())
          .append(rule.isPrivate() ? " (private)" : "")
          .append('\n');
    }
    terminal.out().write(lines.toString().getBytes(StandardCharsets.UTF_8));
    List<Problem> problems = own.problems();
    terminal.print(ProblemText.of(problems, false));
    boolean broken = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    return broken ? Exit.FAILED : Exit.CLEAN;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
