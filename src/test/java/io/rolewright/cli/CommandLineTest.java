package io.rolewright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Result;
import io.rolewright.model.PolicyKind;
import io.rolewright.report.Sample;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private static final Analysis CLEAN = new Analysis(List.of(), List.of(), List.of(), 1, 1, 0);
  private static final Analysis MEDIUM =
      Sample.of(Sample.shape(Sample.WITHOUT_MFA, Sample.at(Sample.ROLE, "\"*\""), "no MFA"));
  private static final Analysis REJECTED =
      Sample.of(Sample.shape(Sample.UNKNOWN_ACTION, Sample.at(Sample.ROLE, "\"*\""), "unknown"));
  private static final Analysis INCOMPLETE =
      new Analysis(
          MEDIUM.results(),
          List.of(Problem.error("cannot be read", SourceFile.unread("x").whole())),
          List.of(),
          1,
          1,
          0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path directory;
  private boolean onTerminal;
  private Map<String, String> variables = Map.of();

  @Test
  void a_clean_check_exits_with_0() {
    assertThat(run(CLEAN, "check")).isZero();
    assertThat(out()).isEqualTo("no findings\nchecked 1 policy in 1 file\n");
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"critical,0", "high,0", "medium,1", "low,1", "info,1", "never,0"})
  void a_medium_finding_fails_from_medium_on(String threshold, int code) {
    assertThat(run(MEDIUM, "check", "--fail-on", threshold)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"critical,1", "info,1", "never,0"})
  void what_aws_rejects_fails_at_any_threshold_but_never(String threshold, int code) {
    assertThat(run(REJECTED, "check", "--fail-on=" + threshold)).isEqualTo(code);
  }

  @Test
  void the_threshold_is_high_by_default() {
    assertThat(run(MEDIUM, "check")).isZero();
    assertThat(run(Sample.of(Sample.witnessed(Sample.at(Sample.ROLE, "\"*\""))), "check"))
        .isEqualTo(1);
  }

  @Test
  void an_incomplete_run_exits_with_2_even_with_findings() {
    assertThat(run(INCOMPLETE, "check", "--fail-on", "medium")).isEqualTo(2);
    assertThat(run(INCOMPLETE, "check", "--fail-on", "never")).isEqualTo(2);
  }

  @Test
  void suppressed_findings_do_not_fail_a_run() {
    Result accepted = Sample.suppressed(MEDIUM.results().get(0), Result.By.BASELINE, "");
    assertThat(run(Sample.of(accepted), "check", "--fail-on", "info")).isZero();
  }

  @Test
  void options_reach_the_engine() {
    AnalysisRequest request =
        asked(
            "check a b/c --profile strict --kind session --account 111122223333"
                + " --config conf.yaml --baseline base.json");
    assertThat(request.paths()).containsExactly(Path.of("a"), Path.of("b/c"));
    assertThat(request.profile()).isEqualTo(Profile.STRICT);
    assertThat(request.kind()).contains(PolicyKind.SESSION);
    assertThat(request.account()).contains("111122223333");
    assertThat(request.configFile()).contains(Path.of("conf.yaml"));
    assertThat(request.baseline()).contains(directory.resolve("base.json"));
    assertThat(request.workingDirectory()).isEqualTo(directory);
  }

  @Test
  void without_options_the_working_directory_is_checked_as_recommended() {
    AnalysisRequest request = asked("check");
    assertThat(request.paths()).containsExactly(Path.of("."));
    assertThat(request.profile()).isEqualTo(Profile.RECOMMENDED);
    assertThat(request.kind()).isEmpty();
    assertThat(request.account()).isEmpty();
    assertThat(request.configFile()).isEqualTo(Optional.empty());
    assertThat(request.baseline()).isEmpty();
  }

  @Test
  void paths_after_two_dashes_may_look_like_options() {
    assertThat(asked("check -- --odd").paths()).containsExactly(Path.of("--odd"));
  }

  @Test
  void a_path_that_begins_with_an_at_sign_is_a_path() {
    assertThat(asked("check @scope").paths()).containsExactly(Path.of("@scope"));
  }

  @Test
  void one_run_writes_many_reports() throws IOException {
    String json = directory.resolve("json=1").toString();
    String sarif = directory.resolve("new/out.sarif").toString();
    assertThat(run(MEDIUM, "check", "--output", "json=" + json, "--output", "sarif=" + sarif))
        .isZero();
    assertThat(Files.readString(Path.of(json))).startsWith("{\n  \"schemaVersion\": 1,");
    assertThat(Files.readString(Path.of(sarif))).contains("sarif-schema-2.1.0.json");
    assertThat(out()).contains("medium[MF001]");
  }

  @Test
  void relative_outputs_lie_in_the_working_directory() {
    assertThat(run(CLEAN, "check", "--output", "text=report.txt")).isZero();
    assertThat(directory.resolve("report.txt")).hasContent(out());
  }

  @Test
  void a_file_that_cannot_be_written_is_told_and_exits_with_2() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    assertThat(run(MEDIUM, "check", "--fail-on", "medium", "--output", "json=file/x")).isEqualTo(2);
    assertThat(err()).startsWith("error: cannot write `file/x`: ");
    assertThat(out()).contains("medium[MF001]");
  }

  @Test
  void a_written_baseline_accepts_the_findings_of_the_run() {
    assertThat(run(MEDIUM, "check", "--fail-on", "info", "--write-baseline", "b.json")).isZero();
    assertThat(directory.resolve("b.json")).content().contains("0123456789abcdef");
  }

  @Test
  void quiet_prints_nothing_and_keeps_the_exit_code() {
    assertThat(run(MEDIUM, "check", "-q", "--fail-on", "low")).isEqualTo(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void colours_are_for_terminals() {
    run(MEDIUM, "check");
    assertThat(out()).doesNotContain("\u001b");
    onTerminal = true;
    run(MEDIUM, "check");
    assertThat(out()).contains("\u001b[");
  }

  @Test
  void no_color_and_dumb_terminals_get_none() {
    onTerminal = true;
    variables = Map.of("NO_COLOR", "1");
    run(MEDIUM, "check");
    assertThat(out()).doesNotContain("\u001b");
    variables = Map.of("TERM", "dumb");
    run(MEDIUM, "check");
    assertThat(out()).doesNotContain("\u001b");
  }

  @Test
  void asking_for_colours_outweighs_the_environment() {
    variables = Map.of("NO_COLOR", "1");
    run(MEDIUM, "check", "--color=always");
    assertThat(out()).contains("\u001b[");
  }

  @Test
  void files_never_get_colours() {
    run(MEDIUM, "check", "--color=always", "--output", "text=report.txt");
    assertThat(directory.resolve("report.txt")).content().doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check --fromat json | unknown option `--fromat`; did you mean `--format`?",
        "chekc               | unknown command `chekc`; did you mean `check`?",
        "frobnicate          | unknown command `frobnicate`",
        "check --format jsn  | did you mean `json`?",
        "check --output x    | is not of the form FORMAT=FILE",
        "check --output y=x  | `y` is not one of `text`, `json`, `sarif`",
        "check --account 12  | `12` is not an account: twelve digits",
        "check --kind turst  | did you mean `trust`?",
        "check --fail-on hi  | `hi` is not one of `critical`, `high`",
        "check --format      | missing required parameter for option `--format`",
        "rules shwo          | did you mean `show`?",
        "rules show          | missing required parameter: `ID`",
        "rules show TP0O1    | no rule `TP0O1`; did you mean `TP001`?",
        "rules list x        | unexpected argument `x`",
        "help chek           | unknown command `chek`; did you mean `check`?",
      })
  void wrong_usage_exits_with_2_and_says_what_would_be_right(String line, String said) {
    assertThat(run(CLEAN, line.strip().split(" "))).isEqualTo(2);
    assertThat(err()).startsWith("error: ").contains(said);
    assertThat(out()).isEmpty();
  }

  @Test
  void without_a_command_help_is_printed_as_an_error() {
    assertThat(run(CLEAN)).isEqualTo(2);
    assertThat(err()).contains("Usage: rolewright COMMAND");
  }

  @Test
  void the_version_comes_with_the_date_of_the_facts() {
    assertThat(run(CLEAN, "--version")).isZero();
    assertThat(out()).isEqualTo("rolewright 1.2.3\nAWS catalogue of 2026-09-26\n");
  }

  @ParameterizedTest
  @CsvSource({"check --help,help check", "rules show --help,help rules show", "--help,help"})
  void help_is_the_same_both_ways(String option, String command) {
    assertThat(run(CLEAN, option.split(" "))).isZero();
    String byOption = out();
    assertThat(run(CLEAN, command.split(" "))).isZero();
    assertThat(out()).isEqualTo(byOption).contains("Usage: rolewright");
  }

  @Test
  void help_of_check_tells_exit_codes_and_gives_examples() {
    run(CLEAN, "check", "--help");
    assertThat(out()).contains("Exit codes:", "Examples:", "--fail-on").doesNotContain("warm-up");
    assertThat(out().lines()).allMatch(line -> line.length() <= 96);
  }

  @Test
  void rules_are_listed_one_a_line() {
    assertThat(run(CLEAN, "rules", "list")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            GR001  error     unknown-action     Title of unknown-action
            MF001  medium    human-without-mfa  Title of human-without-mfa
            TP001  critical  public-trust       Title of public-trust
            """);
  }

  @ParameterizedTest
  @CsvSource({"TP001", "tp001", "public-trust"})
  void a_rule_is_shown_by_id_or_name_without_its_front_matter(String asked) {
    assertThat(run(CLEAN, "rules", "show", asked)).isZero();
    assertThat(out()).startsWith("# public-trust\n");
  }

  @Test
  void an_internal_error_is_one_line_with_a_hint() {
    SampleEngine engine = SampleEngine.failing(new IllegalStateException("odd\nthing"));
    assertThat(run(engine, "check")).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            """
            internal error: java.lang.IllegalStateException: odd
            this is a bug in Rolewright: please report it, with what --debug prints
            """);
  }

  @Test
  void debug_prints_the_trace_of_an_internal_error() {
    SampleEngine engine = SampleEngine.failing(new StackOverflowError());
    assertThat(run(engine, "check", "--debug")).isEqualTo(2);
    assertThat(err()).contains("\tat io.rolewright.cli.");
  }

  @Test
  void too_little_memory_is_told_with_the_way_out() {
    assertThat(run(SampleEngine.failing(new OutOfMemoryError()), "check")).isEqualTo(2);
    assertThat(err()).contains("not enough memory").contains("-Xmx");
  }

  @Test
  void a_reader_that_left_gets_no_words() {
    assertThat(runWithBrokenOutput("Broken pipe")).isEqualTo(2);
    assertThat(err()).isEmpty();
  }

  @Test
  void output_that_cannot_be_written_is_told() {
    assertThat(runWithBrokenOutput("No space left on device")).isEqualTo(2);
    assertThat(err())
        .isEqualTo("error: cannot write to standard output: No space left on device\n");
  }

  @Test
  void a_warm_up_prints_nothing() {
    assertThat(run(MEDIUM, "warm-up", ".")).isZero();
    assertThat(out() + err()).isEmpty();
  }

  private AnalysisRequest asked(String line) {
    SampleEngine engine = SampleEngine.answering(CLEAN);
    assertThat(run(engine, line.split(" "))).isZero();
    return engine.asked().get();
  }

  private int run(Analysis analysis, String... arguments) {
    return run(SampleEngine.answering(analysis), arguments);
  }

  private int run(Engine engine, String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal = new Terminal(out, err, onTerminal, onTerminal, variables, directory);
    return Main.run(arguments, terminal, engine);
  }

  private int runWithBrokenOutput(String reason) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    Terminal terminal = new Terminal(broken, err, false, false, variables, directory);
    return Main.run(new String[] {"check"}, terminal, SampleEngine.answering(MEDIUM));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }
}
