package io.rolewright.cli;

import io.rolewright.report.Format;
import io.rolewright.report.Report;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options {@code --format} and {@code --output}: where reports go, and in which formats.
 *
 * @param formats that the command can write
 * @param words the formats in a sentence
 * @param example of what can be typed behind {@code --output}
 */
record Reporting(Choice<Format> formats, String words, String example) {

  /** Of findings there are reports in every format. */
  static final Reporting OF_FINDINGS =
      new Reporting(
          choice(Report.FORMATS), "text (default), json or sarif", "sarif=rolewright.sarif");

  /** SARIF is for findings, and a simulation has none. */
  static final Reporting OF_SIMULATIONS =
      new Reporting(
          choice(List.of(Format.TEXT, Format.JSON)), "text (default) or json", "json=report.json");

  /** Comparisons go to people, programs and pull requests. */
  static final Reporting OF_COMPARISONS =
      new Reporting(
          choice(List.of(Format.TEXT, Format.JSON, Format.MARKDOWN)),
          "text (default), json or markdown",
          "markdown=comment.md");

  private static Choice<Format> choice(List<Format> formats) {
    return new Choice<>(
        formats.stream().map(Format::shown).toList(),
        word -> Format.named(word).filter(formats::contains));
  }

  void declare(CommandSpec spec) {
    spec.addOption(
        Typed.option("--format", "FORMAT", "Report on standard output: " + words + ".")
            .type(Format.class)
            .converters(formats)
            .build());
    spec.addOption(
        Typed.option("--output", "FORMAT=FILE", "Also write a report to a file. Repeatable.")
            .type(List.class)
            .auxiliaryTypes(OutputFile.class)
            .converters((String s) -> Typed.outputFile(s, formats, example))
            .build());
  }

  /** The format of standard output. */
  static Format format(ParseResult typed) {
    return typed.matchedOptionValue("--format", Format.TEXT);
  }

  static List<OutputFile> outputs(ParseResult typed) {
    return typed.matchedOptionValue("--output", List.of());
  }
}
