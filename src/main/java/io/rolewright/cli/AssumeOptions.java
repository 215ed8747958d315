package io.rolewright.cli;

import io.rolewright.analyze.scenario.Scenarios.Asked;
import io.rolewright.report.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code assume}: how they are declared, and what was typed. */
final class AssumeOptions {

  private static final Choice<Format> FORMAT =
      new Choice<>(
          List.of(Format.TEXT.shown(), Format.JSON.shown()),
          word -> Format.named(word).filter(f -> f != Format.SARIF));

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
    reporting(spec);
    spec.addOption(Assuming.option());
  }

  private static void reporting(CommandSpec spec) {
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
    spec.addOption(Typed.flag("Tell every step of every decision.", "--trace"));
    spec.addOption(Typed.colour());
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
