package io.rolewright.cli;

import io.rolewright.analyze.PrivateRules;
import io.rolewright.analyze.examples.RuleTestRun;
import io.rolewright.analyze.examples.RuleTests;
import io.rolewright.report.RuleTestReport;
import io.rolewright.rule.file.RuleLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright rules test}: the examples of rule files as tests. */
final class RulesTestCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("test");
    spec.usageMessage()
        .header("Runs the examples of rule files: a rule finds what is marked, and no more.")
        .customSynopsis("rolewright rules test [OPTION...] [PATH...]")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:Each rule does as its examples say.",
                "1:Some rule does not.",
                "2:A rule file is not as it must be, or there is none."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright rules test",
            "      your own rules, in .rolewright/rules",
            "  rolewright rules test .rolewright/rules/only-ci-may-deploy.md",
            "      one of them");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .auxiliaryTypes(Path.class)
            .type(List.class)
            .converters((String s) -> Typed.path(s))
            .description("Rule files, and folders of them. Default: your own rules.")
            .build());
    RulesOptions.declare(spec);
    spec.addOption(Typed.colour());
    return spec;
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    RuleTestRun run = RuleTests.of(loader(typed, terminal.directory()));
    new RuleTestReport(Typed.colour(typed).isWanted(terminal)).write(run, terminal.writer());
    if (run.rules().isEmpty() && run.problems().isEmpty()) {
      terminal.say("error: there are no rules to test; `rolewright rules new` begins one");
      return Exit.FAILED;
    }
    if (run.isIncomplete()) {
      return Exit.FAILED;
    }
    return run.failed() > 0 ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static RuleLoader loader(ParseResult typed, Path directory) {
    List<Path> paths = typed.matchedPositionalValue(0, List.of());
    return paths.isEmpty()
        ? PrivateRules.loadForTest(RulesOptions.folders(typed), directory, directory)
        : RuleLoader.ofRulesUnderTest().load(paths, directory);
  }
}
