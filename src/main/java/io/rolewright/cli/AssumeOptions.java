package io.rolewright.cli;

import io.rolewright.analyze.scenario.Scenarios.Asked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code assume}: how they are declared, and what was typed. */
final class AssumeOptions {

  private final ParseResult typed;

  AssumeOptions(ParseResult typed) {
    this.typed = typed;
  }

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SCENARIO")
            .arity("1")
            .required(true)
            .type(Path.class)
            .converters(Typed::path)
            .description("The scenario file, JSON or YAML.")
            .build());
    spec.addOption(
        OptionSpec.builder("--can")
            .paramLabel("ACTION RESOURCE")
            .hideParamSyntax(true)
            .arity("2")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Ask whether the last session may do this. Repeatable.")
            .build());
    Reporting.OF_SIMULATIONS.declare(spec);
    spec.addOption(Typed.trace());
    spec.addOption(CrossChecking.option());
    spec.addOption(Typed.colour());
    spec.addOption(Assuming.option());
  }

  Path scenario() {
    return typed.matchedPositionalValue(0, Path.of(""));
  }

  /** The questions, an action and a resource each. */
  List<Asked> asked() {
    List<String> words = typed.matchedOptionValue("--can", List.of());
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      asked.add(new Asked(words.get(i), words.get(i + 1)));
    }
    return asked;
  }
}
