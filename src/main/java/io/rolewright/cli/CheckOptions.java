package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Progress;
import io.rolewright.analyze.Threshold;
import io.rolewright.model.AccountNumber;
import io.rolewright.model.PolicyKind;
import io.rolewright.report.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code check}: how they are declared, and what was typed. */
final class CheckOptions {

  private static final Choice<Format> FORMAT =
      new Choice<>(Arrays.stream(Format.values()).map(Format::shown).toList(), Format::named);
  private static final Choice<PolicyKind> KIND =
      new Choice<>(
          Arrays.stream(PolicyKind.values()).map(PolicyKind::shown).toList(), PolicyKind::named);
  private static final Choice<Profile> PROFILE =
      new Choice<>(Arrays.stream(Profile.values()).map(Profile::shown).toList(), Profile::named);
  private static final Choice<Colour> COLOUR =
      new Choice<>(
          Arrays.stream(Colour.values()).map(Colour::shown).toList(), CheckOptions::colour);
  private static final Choice<Threshold> FAIL_ON = new Choice<>(Threshold.WORDS, Threshold::named);

  private final ParseResult typed;

  CheckOptions(ParseResult typed) {
    this.typed = typed;
  }

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .auxiliaryTypes(Path.class)
            .type(List.class)
            .converters((String s) -> path(s))
            .description("Files and folders to check. Folders are walked. Default: .")
            .build());
    reporting(spec);
    judging(spec);
    spec.addOption(
        option("--config", "FILE", "Configuration; default: rolewright.yaml, found upwards.")
            .type(Path.class)
            .converters(CheckOptions::path)
            .build());
    baselines(spec);
    terminal(spec);
  }

  private static void reporting(CommandSpec spec) {
    spec.addOption(
        option("--format", "FORMAT", "Report on standard output: text (default), json or sarif.")
            .type(Format.class)
            .converters(FORMAT)
            .build());
    spec.addOption(
        option("--output", "FORMAT=FILE", "Also write a report to a file. Repeatable.")
            .type(List.class)
            .auxiliaryTypes(OutputFile.class)
            .arity("1")
            .converters(CheckOptions::outputFile)
            .build());
  }

  private static void judging(CommandSpec spec) {
    spec.addOption(
        option(
                "--fail-on",
                "SEVERITY",
                "Exit with 1 from this severity on: critical, high (default), medium, low, info;"
                    + " or never. What AWS rejects counts with all but never.")
            .type(Threshold.class)
            .converters(FAIL_ON)
            .build());
    spec.addOption(
        option("--profile", "PROFILE", "Which rules run: recommended (default) or strict.")
            .type(Profile.class)
            .converters(PROFILE)
            .build());
    spec.addOption(
        option(
                "--kind",
                "KIND",
                "What raw policies are whose kind cannot be told: trust, session, identity,"
                    + " boundary, resource, scp or rcp.")
            .type(PolicyKind.class)
            .converters(KIND)
            .build());
    spec.addOption(
        option("--account", "ID", "The account, twelve digits, that owns what is read.")
            .type(String.class)
            .converters(CheckOptions::account)
            .build());
  }

  private static void baselines(CommandSpec spec) {
    spec.addOption(
        option("--baseline", "FILE", "Suppress the findings that this file accepts.")
            .type(Path.class)
            .converters(CheckOptions::path)
            .build());
    spec.addOption(
        option("--write-baseline", "FILE", "Accept all present findings: write such a file.")
            .type(Path.class)
            .converters(CheckOptions::path)
            .build());
  }

  private static void terminal(CommandSpec spec) {
    spec.addOption(
        option("--color", "WHEN", "Colour the text report: auto (default), always or never.")
            .type(Colour.class)
            .converters(COLOUR)
            .build());
    spec.addOption(flag("No progress line.", "--no-progress"));
    spec.addOption(flag("No report on standard output, no progress line.", "-q", "--quiet"));
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").description(description);
  }

  private static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  private static Optional<Colour> colour(String word) {
    return Stream.of(Colour.values()).filter(c -> c.shown().equals(word)).findFirst();
  }

  private static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("`" + typed + "` cannot be a path");
    }
  }

  private static OutputFile outputFile(String typed) {
    int equals = typed.indexOf('=');
    if (equals < 1 || equals == typed.length() - 1) {
      throw new TypeConversionException(
          "`" + typed + "` is not of the form FORMAT=FILE, such as `sarif=rolewright.sarif`");
    }
    return new OutputFile(
        FORMAT.convert(typed.substring(0, equals)), path(typed.substring(equals + 1)));
  }

  private static String account(String typed) {
    if (!AccountNumber.isOne(typed)) {
      throw new TypeConversionException("`" + typed + "` is not an account: twelve digits");
    }
    return typed;
  }

  AnalysisRequest request(Path directory, Progress progress) {
    List<Path> paths = typed.matchedPositionalValue(0, List.of());
    return new AnalysisRequest(
        paths.isEmpty() ? List.of(Path.of(".")) : paths,
        directory,
        value("--config"),
        value("--kind"),
        value("--account"),
        typed.matchedOptionValue("--profile", Profile.RECOMMENDED),
        value("--baseline").map(p -> directory.resolve((Path) p)),
        List.of(),
        progress);
  }

  Format format() {
    return typed.matchedOptionValue("--format", Format.TEXT);
  }

  List<OutputFile> outputs() {
    return typed.matchedOptionValue("--output", List.of());
  }

  /** The option goes before {@code fail-on} of the configuration. */
  Threshold threshold(Analysis analysis) {
    return typed.matchedOptionValue("--fail-on", Threshold.configured(analysis));
  }

  Colour colour() {
    return typed.matchedOptionValue("--color", Colour.AUTO);
  }

  Optional<Path> newBaseline() {
    return value("--write-baseline");
  }

  boolean isQuiet() {
    return typed.hasMatchedOption("--quiet");
  }

  boolean showsProgress(Terminal terminal) {
    return terminal.errIsTerminal()
        && !terminal.isDumb()
        && !isQuiet()
        && !typed.hasMatchedOption("--no-progress");
  }

  private <T> Optional<T> value(String option) {
    return Optional.ofNullable(typed.matchedOptionValue(option, null));
  }
}
