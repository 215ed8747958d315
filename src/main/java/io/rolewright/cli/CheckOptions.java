package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Progress;
import io.rolewright.analyze.Threshold;
import io.rolewright.report.Format;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The options of {@code check}: how they are declared, and what was typed. */
final class CheckOptions {

  private static final Choice<Profile> PROFILE =
      new Choice<>(Arrays.stream(Profile.values()).map(Profile::shown).toList(), Profile::named);
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
            .converters((String s) -> Typed.path(s))
            .description("Files and folders to check. Folders are walked. Default: .")
            .build());
    Reporting.OF_FINDINGS.declare(spec);
    judging(spec);
    spec.addOption(
        Typed.option("--config", "FILE", "Configuration; default: rolewright.yaml, found upwards.")
            .type(Path.class)
            .converters(Typed::path)
            .build());
    RulesOptions.declare(spec);
    fixes(spec);
    baselines(spec);
    terminal(spec);
  }

  private static void judging(CommandSpec spec) {
    spec.addOption(
        Typed.option(
                "--fail-on",
                "SEVERITY",
                "Exit with 1 from this severity on: critical, high (default), medium, low, info;"
                    + " or never. What AWS rejects counts with all but never.")
            .type(Threshold.class)
            .converters(FAIL_ON)
            .build());
    spec.addOption(
        Typed.flag(
            "Exit with 2 if something could not be judged (rule GR005).", "--fail-on-incomplete"));
    spec.addOption(
        Typed.option("--profile", "PROFILE", "Which rules run: recommended (default) or strict.")
            .type(Profile.class)
            .converters(PROFILE)
            .build());
    ReadingOptions.declare(spec);
  }

  private static void fixes(CommandSpec spec) {
    spec.addOption(
        Typed.flag(
            "Make the fixes that are proved, in the files; then report what is left.", "--fix"));
    spec.addOption(
        Typed.flag("With --fix: print what would change, and change nothing.", "--dry-run"));
  }

  private static void baselines(CommandSpec spec) {
    spec.addOption(
        Typed.option("--baseline", "FILE", "Suppress the findings that this file accepts.")
            .type(Path.class)
            .converters(Typed::path)
            .build());
    spec.addOption(
        Typed.option("--write-baseline", "FILE", "Accept all present findings: write such a file.")
            .type(Path.class)
            .converters(Typed::path)
            .build());
  }

  private static void terminal(CommandSpec spec) {
    spec.addOption(Typed.colour());
    spec.addOption(Typed.flag("No progress line.", "--no-progress"));
    spec.addOption(Typed.flag("Tell on standard error what each rule took.", "--timings"));
    spec.addOption(Typed.flag("No report on standard output, no progress line.", "-q", "--quiet"));
  }

  AnalysisRequest request(Path directory, Progress progress) {
    List<Path> paths = typed.matchedPositionalValue(0, List.of());
    return new AnalysisRequest(
        paths.isEmpty() ? List.of(Path.of(".")) : paths,
        directory,
        value("--config"),
        ReadingOptions.kind(typed),
        ReadingOptions.account(typed),
        typed.matchedOptionValue("--profile", Profile.RECOMMENDED),
        value("--baseline").map(p -> directory.resolve((Path) p)),
        List.of(),
        progress,
        RulesOptions.folders(typed),
        showsTimes());
  }

  /**
   * Whether fixes are to be made.
   *
   * @throws ParameterException if there is nothing to try out
   */
  boolean fixes() {
    if (triesOut() && !typed.hasMatchedOption("--fix")) {
      throw new ParameterException(
          typed.commandSpec().commandLine(), "--dry-run goes with --fix: it shows what that does");
    }
    return typed.hasMatchedOption("--fix");
  }

  boolean triesOut() {
    return typed.hasMatchedOption("--dry-run");
  }

  /** Whether some report tells of fixes; the one for people does not. */
  boolean tellsFixes() {
    return format() != Format.TEXT
        || outputs().stream().anyMatch(output -> output.format() != Format.TEXT);
  }

  Format format() {
    return Reporting.format(typed);
  }

  List<OutputFile> outputs() {
    return Reporting.outputs(typed);
  }

  /** The option goes before {@code fail-on} of the configuration. */
  Threshold threshold(Analysis analysis) {
    return typed.matchedOptionValue("--fail-on", Threshold.configured(analysis));
  }

  boolean failsOnIncomplete() {
    return typed.hasMatchedOption("--fail-on-incomplete");
  }

  Colour colour() {
    return Typed.colour(typed);
  }

  Optional<Path> newBaseline() {
    return value("--write-baseline");
  }

  boolean showsTimes() {
    return typed.hasMatchedOption("--timings");
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
