package io.rolewright.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code simulate}: how they are declared, and what was typed. */
final class SimulateOptions {

  private final ParseResult typed;

  SimulateOptions(ParseResult typed) {
    this.typed = typed;
  }

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CASES")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters((String s) -> Typed.path(s))
            .description("Files with cases, JSON or YAML.")
            .build());
    Reporting.OF_SIMULATIONS.declare(spec);
    spec.addOption(Assuming.option());
    spec.addOption(Typed.trace());
    spec.addOption(Typed.colour());
  }

  List<Path> cases() {
    return typed.matchedPositionalValue(0, List.of());
  }
}
