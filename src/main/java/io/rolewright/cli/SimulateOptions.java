package io.rolewright.cli;

import io.rolewright.report.Format;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code simulate}: how they are declared, and what was typed. */
final class SimulateOptions {

  private static final Choice<Format> FORMAT =
      new Choice<>(
          List.of(Format.TEXT.shown(), Format.JSON.shown()),
          word -> Format.named(word).filter(f -> f != Format.SARIF));

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
    spec.addOption(
        Typed.option("--format", "FORMAT", "Report on standard output: text (default) or json.")
            .type(Format.class)
            .converters(FORMAT)
            .build());
    spec.addOption(
        Typed.option("--output", "FORMAT=FILE", "Also write a report to a file. Repeatable.")
            .type(List.class)
            .auxiliaryTypes(OutputFile.class)
            .converters((String s) -> Typed.outputFile(s, FORMAT, "json=report.json"))
            .build());
    spec.addOption(Assuming.option());
    spec.addOption(Typed.flag("Tell every step of every decision.", "--trace"));
    spec.addOption(Typed.colour());
  }

  List<Path> cases() {
    return typed.matchedPositionalValue(0, List.of());
  }

  Format format() {
    return typed.matchedOptionValue("--format", Format.TEXT);
  }

  List<OutputFile> outputs() {
    return typed.matchedOptionValue("--output", List.of());
  }

  boolean trace() {
    return typed.hasMatchedOption("--trace");
  }

  Colour colour() {
    return typed.matchedOptionValue("--color", Colour.AUTO);
  }
}
