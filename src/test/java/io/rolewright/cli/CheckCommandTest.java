package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Result;
import io.rolewright.model.PolicyKind;
import io.rolewright.report.Sample;
import io.rolewright.rule.Severity;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

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

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void open_a_session() {
    session = Session.in(directory);
  }

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
  void the_configuration_sets_the_threshold_and_the_option_goes_before_it() {
    Analysis strict =
        new Analysis(MEDIUM.results(), List.of(), List.of(), 1, 1, 0, Optional.of(Severity.MEDIUM));
    assertThat(run(strict, "check")).isEqualTo(1);
    assertThat(run(strict, "check", "--fail-on", "high")).isZero();
    assertThat(run(strict, "check", "--fail-on", "never")).isZero();
  }

  @Test
  void an_incomplete_run_exits_with_2_even_with_findings() {
    assertThat(run(INCOMPLETE, "check", "--fail-on", "medium")).isEqualTo(2);
    assertThat(run(INCOMPLETE, "check", "--fail-on", "never")).isEqualTo(2);
  }

  @Test
  void an_open_question_fails_a_run_where_that_is_asked_for() {
    Problem open = Problem.gap("undecided: whether", SourceFile.unread("x").whole());
    Analysis gap = new Analysis(List.of(), List.of(open), List.of(), 1, 1, 1);
    assertThat(run(gap, "check")).isZero();
    assertThat(run(CLEAN, "check", "--fail-on-incomplete")).isZero();
    assertThat(err()).isEmpty();
    assertThat(run(gap, "check", "--fail-on-incomplete", "--fail-on", "never")).isEqualTo(2);
    assertThat(err()).contains("does not let pass that a question stayed open");
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
    assertThat(Files.readString(Path.of(sarif))).contains("sarif-2.1.0.json");
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
    session = Session.atTerminal(directory, Map.of());
    run(MEDIUM, "check");
    assertThat(out()).contains("\u001b[");
  }

  @Test
  void no_color_and_dumb_terminals_get_none() {
    session = Session.atTerminal(directory, Map.of("NO_COLOR", "1"));
    run(MEDIUM, "check");
    assertThat(out()).doesNotContain("\u001b");
    session = Session.atTerminal(directory, Map.of("TERM", "dumb"));
    run(MEDIUM, "check");
    assertThat(out()).doesNotContain("\u001b");
  }

  @Test
  void asking_for_colours_outweighs_the_environment() {
    session = Session.atTerminal(directory, Map.of("NO_COLOR", "1"));
    run(MEDIUM, "check", "--color=always");
    assertThat(out()).contains("\u001b[");
  }

  @Test
  void files_never_get_colours() {
    run(MEDIUM, "check", "--color=always", "--output", "text=report.txt");
    assertThat(directory.resolve("report.txt")).content().doesNotContain("\u001b");
  }

  private AnalysisRequest asked(String line) {
    SampleEngine engine = SampleEngine.answering(CLEAN);
    assertThat(session.run(engine, line.split(" "))).isZero();
    return engine.asked().get();
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
