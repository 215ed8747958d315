package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios from the file to the answers. */
class ScenariosTest {

  private static final Scenarios.Asked LIST = new Scenarios.Asked("s3:ListAllMyBuckets", "*");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("io.rolewright.analyze.scenario.ScenarioDocsTest#examples")
  void every_example_of_the_page_ends_as_it_expects(String example) {
    ScenarioRun run = run(example);
    assertThat(run.isAccepted()).isTrue();
    assertThat(run.answers())
        .isNotEmpty()
        .allSatisfy(
            a ->
                assertThat(a.question().expected())
                    .contains(a.authorized().decision().isAllowed()));
  }

  @Test
  void each_call_is_made_with_the_session_of_the_one_before() {
    ScenarioRun run = run(ScenarioDocsTest.examples().get(1));
    Session last = run.outcomes().get(1).session().orElseThrow();
    assertThat(last.arn()).isEqualTo("arn:aws:sts::111111111111:assumed-role/release/run-7");
    assertThat(last.credentials().transitiveTags()).isEqualTo(Map.of("project", "site"));
    assertThat(last.credentials().kind()).isEqualTo(Credentials.Kind.ROLE);
  }

  @Test
  void a_session_ends_so_long_after_the_time_that_the_scenario_says() {
    Session session =
        run(ScenarioDocsTest.examples().get(0)).outcomes().get(0).session().orElseThrow();
    assertThat(session.expires()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  @Test
  void questions_of_the_command_line_come_last() {
    Story.write(folder, "scenario.yaml", ScenarioDocsTest.examples().get(0));
    ScenarioRun run =
        new Scenarios(folder, Assumptions.DEFAULT).run(Path.of("scenario.yaml"), List.of(LIST));
    assertThat(run.answers()).hasSize(3);
    ScenarioRun.Answer last = run.answers().get(2);
    assertThat(last.question().request().action()).isEqualTo("s3:ListAllMyBuckets");
    assertThat(last.question().request().at().file().name()).isEqualTo("--can");
    assertThat(last.authorized().decision().isAllowed()).isFalse();
  }

  @Test
  void after_a_refused_call_nothing_more_happens() {
    ScenarioRun run =
        run(
            """
            caller: {root: "222222222222"}
            calls:
              - operation: AssumeRole
                RoleArn: arn:aws:iam::222222222222:role/x
                RoleSessionName: root
                role: {trust: {Version: "2012-10-17", Statement: {Effect: Allow, \
            Principal: {AWS: "222222222222"}, Action: "sts:AssumeRole"}}}
              - {operation: GetSessionToken}
            can: [{action: "s3:ListAllMyBuckets", resource: "*"}]
            """);
    assertThat(run.problems()).isEmpty();
    assertThat(run.isAccepted()).isFalse();
    assertThat(run.outcomes()).hasSize(1);
    assertThat(run.answers()).isEmpty();
  }

  @Test
  void the_resource_control_policy_that_cannot_be_detached_need_not_be_listed() {
    String scenario =
        """
        accounts:
          "111111111111":
            organization: o-exampleorg1
            rcps: [[{Version: "2012-10-17", Statement: {Effect: Deny, Principal: "*", \
        Action: "s3:DeleteObject", Resource: "*"}}], []]
        caller: {user: "arn:aws:iam::111111111111:user/dana", policies: [{Version: "2012-10-17", \
        Statement: {Effect: Allow, Action: "s3:*", Resource: "*"}}]}
        can:
          - {action: "s3:GetObject", resource: "arn:aws:s3:::b/k", resource-account: "111111111111"}
          - {action: "s3:DeleteObject", resource: "arn:aws:s3:::b/k"}
        """;
    assertThat(run(scenario).answers())
        .extracting(a -> a.authorized().decision().reason())
        .containsExactly(ReasonCode.ALLOW_IDENTITY, ReasonCode.EXPLICIT_DENY_RCP);
  }

  @Test
  void without_calls_the_caller_himself_is_asked() {
    ScenarioRun run =
        run(
            """
            caller: {root: "222222222222"}
            can: [{action: "s3:ListAllMyBuckets", resource: "*", expect: allowed}]
            """);
    assertThat(run.answers().get(0).authorized().decision().isAllowed()).isTrue();
  }

  @Test
  void a_question_of_the_command_line_is_enough_to_simulate() {
    Story.write(folder, "scenario.yaml", "caller: {root: \"222222222222\"}\n");
    ScenarioRun run =
        new Scenarios(folder, Assumptions.DEFAULT).run(Path.of("scenario.yaml"), List.of(LIST));
    assertThat(run.hasErrors()).isFalse();
    assertThat(run.answers()).hasSize(1);
  }

  @Test
  void an_answer_that_hangs_on_an_unknown_policy_is_not_certain() {
    ScenarioRun run =
        run(
            """
            caller: {user: "arn:aws:iam::222222222222:user/dev", \
            policies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}
            can: [{action: "s3:ListAllMyBuckets", resource: "*"}]
            """);
    assertThat(run.problems()).hasSize(1);
    assertThat(run.answers().get(0).authorized().decision().otherwise()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("io.rolewright.analyze.scenario.ScenarioDocsTest#examples")
  void no_spoilt_scenario_crashes_the_tool(String example) {
    for (String spoilt : spoilt(example)) {
      assertThatCode(() -> run(spoilt)).as(spoilt).doesNotThrowAnyException();
    }
  }

  /** The example cut short, without each of its lines, and with each value replaced. */
  private static List<String> spoilt(String example) {
    List<String> all = new ArrayList<>();
    for (int end = 0; end < example.length(); end += 37) {
      all.add(example.substring(0, end));
    }
    String[] lines = example.split("\n");
    for (int i = 0; i < lines.length; i++) {
      all.add(replaced(lines, i, ""));
      int colon = lines[i].indexOf(": ");
      for (String value : List.of("", "null", "[]", "{}", "x", "-1", "true", "[[{}]]", "{a: b}")) {
        if (colon > 0) {
          all.add(replaced(lines, i, lines[i].substring(0, colon + 2) + value));
        }
      }
    }
    return all;
  }

  private static String replaced(String[] lines, int at, String line) {
    String[] changed = lines.clone();
    changed[at] = line;
    return String.join("\n", changed);
  }

  private ScenarioRun run(String text) {
    Story.write(folder, "scenario.yaml", text);
    return new Scenarios(folder, Assumptions.DEFAULT).run(Path.of("scenario.yaml"), List.of());
  }
}
