package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private static final Analysis CLEAN = new Analysis(List.of(), List.of(), List.of(), 1, 1, 0);

  private final Session session = Session.in(Path.of("").toAbsolutePath());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check --fromat json | unknown option `--fromat`; did you mean `--format`",
        "chekc               | unknown command `chekc`; did you mean `check`",
        "frobnicate          | unknown command `frobnicate`",
        "check --format jsn  | did you mean `json`",
        "check --output x    | is not of the form FORMAT=FILE",
        "check --output y=x  | `y` is not one of `text`, `json`, `sarif`",
        "check --account 12  | `12` is not an account: twelve digits",
        "check --kind turst  | did you mean `trust`",
        "check --fail-on hi  | `hi` is not one of `critical`, `high`",
        "check --format      | missing required parameter for option `--format`",
        "rules shwo          | did you mean `show`",
        "rules show          | missing required parameter: `ID`",
        "rules show TP0O1    | no rule `TP0O1`; did you mean `TP001`",
        "rules list x        | unexpected argument `x`",
        "help chek           | unknown command `chek`; did you mean `check`",
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
  void a_rule_is_shown_by_id_or_name(String asked) {
    assertThat(run(CLEAN, "rules", "show", asked)).isZero();
    assertThat(out()).startsWith("# public-trust\n");
  }

  @Test
  void an_internal_error_is_one_line_with_a_hint() {
    SampleEngine engine = SampleEngine.failing(new IllegalStateException("odd\nthing"));
    assertThat(session.run(engine, "check")).isEqualTo(2);
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
    assertThat(session.run(engine, "check", "--debug")).isEqualTo(2);
    assertThat(err()).contains("\tat io.rolewright.cli.");
  }

  @Test
  void too_little_memory_is_told_with_the_way_out() {
    assertThat(session.run(SampleEngine.failing(new OutOfMemoryError()), "check")).isEqualTo(2);
    assertThat(err()).contains("not enough memory").contains("-Xmx");
  }

  @Test
  void a_reader_that_left_gets_no_words() {
    assertThat(session.runWithBrokenOutput(CLEAN, "Broken pipe")).isEqualTo(2);
    assertThat(err()).isEmpty();
  }

  @Test
  void output_that_cannot_be_written_is_told() {
    assertThat(session.runWithBrokenOutput(CLEAN, "No space left on device")).isEqualTo(2);
    assertThat(err())
        .isEqualTo("error: cannot write to standard output: No space left on device\n");
  }

  @Test
  void a_warm_up_prints_nothing() {
    assertThat(run(CLEAN, "warm-up", ".")).isZero();
    assertThat(out() + err()).isEmpty();
  }

  private int run(Analysis analysis, String... arguments) {
    return session.run(analysis, arguments);
  }

  private String out() {
    return session.out();
  }

  private String err() {
    return session.err();
  }
}
