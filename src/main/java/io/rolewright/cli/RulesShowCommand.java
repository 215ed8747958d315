package io.rolewright.cli;

import io.rolewright.report.ProblemText;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright rules show}: the page of one rule. */
final class RulesShowCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("show");
    spec.usageMessage()
        .header("Prints the page of a rule: what it finds, why it matters, how to fix it.")
        .customSynopsis("rolewright rules show [OPTION...] ID")
        .footerHeading("%nExamples:%n")
        .footer("  rolewright rules show TP001", "  rolewright rules show public-trust");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ID")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("Id or name of the rule.")
            .build());
    RulesOptions.declare(spec);
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    String asked = typed.matchedPositionalValue(0, "");
    RuleLoader own = RulesOptions.load(typed, terminal);
    List<RuleMetadata> rules = RulesOptions.known(engine, own);
    Optional<RuleMetadata> rule =
        rules.stream()
            .filter(r -> r.id().equalsIgnoreCase(asked) || r.name().equals(asked))
            .findFirst();
    if (rule.isEmpty()) {
      List<String> known = rules.stream().flatMap(r -> Stream.of(r.id(), r.name())).toList();
      terminal.print(ProblemText.of(own.problems(), false));
      terminal.say("error: no rule `" + asked + "`" + Choice.suggestion(asked, known));
      return Exit.FAILED;
    }
    terminal.out().write(engine.page(rule.get()).getBytes(StandardCharsets.UTF_8));
    return Exit.CLEAN;
  }
}
