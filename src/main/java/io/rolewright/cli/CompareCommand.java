package io.rolewright.cli;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.Reasoning;
import io.rolewright.analyze.compare.Comparer;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.report.CompareReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** {@code rolewright compare}: what a new version allows that the old one does not. */
final class CompareCommand implements Command {

  /** Which changes fail a run. */
  private enum FailOn {
    MORE,
    ANY,
    NEVER;

    String shown() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FailOn> named(String word) {
      return Stream.of(values()).filter(f -> f.shown().equals(word)).findFirst();
    }
  }

  private static final Choice<FailOn> FAIL_ON =
      new Choice<>(Arrays.stream(FailOn.values()).map(FailOn::shown).toList(), FailOn::named);

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("compare");
    spec.usageMessage()
        .header("Compares two versions of policies: what is newly allowed, and what no longer.")
        .customSynopsis("rolewright compare [OPTION...] OLD NEW")
        .description(
            "%nReads what check reads, on both sides; finds what is the same role, user or policy;"
                + " and asks of all requests at once whether one version allows some that the other"
                + " does not. Each difference is shown by a request; that there is none is proved.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:NEW allows no more than OLD.",
                "1:NEW allows more, at least for some values of what the input leaves open.",
                "2:The job could not be done: wrong usage, or something could not be read or"
                    + " decided. Outweighs 1."))
        .footerHeading("%nExamples:%n")
        .footer(
            "  rolewright compare old.json new.json",
            "      two versions of a policy",
            "  rolewright compare before/ after/ --output markdown=comment.md",
            "      two checkouts, with a comment for the pull request",
            "  rolewright compare monday.json friday.json --fail-on any",
            "      two account exports, that should allow the same");
    declare(spec);
    return spec;
  }

  private static void declare(CommandSpec spec) {
    spec.addPositional(side("OLD", "0", "The old version: a file or a folder, which is walked."));
    spec.addPositional(side("NEW", "1", "The new version."));
    Reporting.OF_COMPARISONS.declare(spec);
    spec.addOption(
        Typed.option(
                "--fail-on",
                "WHAT",
                "Exit with 1 if NEW allows more (default), on any difference, or never:"
                    + " more, any or never.")
            .type(FailOn.class)
            .converters(FAIL_ON)
            .build());
    ReadingOptions.declare(spec);
    spec.addOption(CrossChecking.option());
    spec.addOption(Typed.colour());
  }

  private static PositionalParamSpec side(String label, String index, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .index(index)
        .arity("1")
        .required(true)
        .type(Path.class)
        .converters(Typed::path)
        .description(description)
        .build();
  }

  @Override
  public int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException {
    try (Reasoning reasoning = engine.reasoning(CrossChecking.isWanted(typed))) {
      Comparison comparison =
          new Comparer(
                  terminal.directory(),
                  ReadingOptions.kind(typed),
                  ReadingOptions.account(typed),
                  reasoning.means())
              .compare(
                  typed.matchedPositionalValue(0, Path.of("")),
                  typed.matchedPositionalValue(1, Path.of("")));
      Optional<CrossChecked> checked = reasoning.crossChecked();
      int code = report(comparison, checked, typed, terminal, engine);
      return CrossChecking.exitCode(code, checked, terminal);
    }
  }

  private static int report(
      Comparison comparison,
      Optional<CrossChecked> checked,
      ParseResult typed,
      Terminal terminal,
      Engine engine)
      throws IOException {
    CompareReport.Options plain = new CompareReport.Options(engine.version(), false, checked);
    boolean written =
        OutputFile.writeAll(
            Reporting.outputs(typed),
            f -> out -> CompareReport.in(f, plain).write(comparison, out),
            terminal);
    boolean colour = Typed.colour(typed).isWanted(terminal);
    CompareReport.in(
            Reporting.format(typed), new CompareReport.Options(engine.version(), colour, checked))
        .write(comparison, terminal.writer());
    return written ? exitCode(comparison, failOn(typed)) : Exit.FAILED;
  }

  private static FailOn failOn(ParseResult typed) {
    return typed.matchedOptionValue("--fail-on", FailOn.MORE);
  }

  private static int exitCode(Comparison comparison, FailOn failOn) {
    if (comparison.isIncomplete()) {
      return Exit.FAILED;
    }
    boolean more = comparison.has(Direction.NEWLY_ALLOWED);
    boolean less = comparison.has(Direction.NO_LONGER_ALLOWED);
    boolean fails =
        switch (failOn) {
          case MORE -> more;
          case ANY -> more || less;
          case NEVER -> false;
        };
    return fails ? Exit.FINDINGS : Exit.CLEAN;
  }
}
