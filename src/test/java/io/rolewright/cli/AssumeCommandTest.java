package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssumeCommandTest {

  private static final String SCENARIO =
      """
      caller:
        user: arn:aws:iam::111111111111:user/dev
        credentials: long-term
        policies:
          - Version: "2012-10-17"
            Statement: {Effect: Allow, Action: "s3:*", Resource: "*"}
      call:
        operation: AssumeRole
        RoleArn: arn:aws:iam::111111111111:role/Reader
        RoleSessionName: dev
        ExternalId: %s
        role:
          policies:
            - Version: "2012-10-17"
              Statement: {Effect: Allow, Action: "s3:Get*", Resource: "*"}
          trust:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Principal: {AWS: "%s"}
                Action: sts:AssumeRole
                Condition: {StringEquals: {"sts:ExternalId": "Acme-7f3k"}}
      """;

  private static final String DEV = "arn:aws:iam::111111111111:user/dev";

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void open_a_session() throws IOException {
    session = Session.in(directory);
    write("good.yaml", "Acme-7f3k", DEV);
    write("bad.yaml", "acme", DEV);
    write("star.yaml", "Acme-7f3k", "*");
  }

  @Test
  void an_accepted_call_exits_with_0_and_shows_the_session() {
    assertThat(run("good.yaml")).isZero();
    assertThat(session.out())
        .contains("accepted: AssumeRole")
        .contains("arn:aws:sts::111111111111:assumed-role/Reader/dev")
        .endsWith("1 call accepted\n");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void a_refused_call_exits_with_1_and_says_what_would_help() {
    assertThat(run("bad.yaml")).isEqualTo(1);
    assertThat(session.out()).contains("refused:").contains("pass the external ID `Acme-7f3k`");
  }

  @ParameterizedTest
  @CsvSource({"s3:GetObject,0", "s3:PutObject,1"})
  void a_question_decides_the_exit_code(String action, int code) {
    assertThat(run("good.yaml", "--can", action, "arn:aws:s3:::b/k")).isEqualTo(code);
  }

  @Test
  void several_questions_are_answered_in_order() {
    run("good.yaml", "--can", "s3:PutObject", "*", "--can", "s3:GetObject", "*");
    assertThat(session.out())
        .containsSubsequence("denied: s3:PutObject on *", "allowed: s3:GetObject on *")
        .contains("2 questions: 1 allowed, 1 denied");
  }

  @Test
  void half_a_question_is_wrong_usage() {
    assertThat(run("good.yaml", "--can", "s3:PutObject")).isEqualTo(2);
    assertThat(session.err()).contains("--can");
  }

  @Test
  void the_other_reading_can_be_taken() {
    assertThat(run("star.yaml")).isZero();
    assertThat(run("star.yaml", "--assume", "U19=B")).isEqualTo(1);
    assertThat(run("star.yaml", "--assume", "U19=B", "--assume", "U19=A")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"U5", "U5=C", "=B", "U5=", "U5=b"})
  void an_assumption_in_another_form_is_wrong_usage(String typed) {
    assertThat(run("good.yaml", "--assume", typed)).isEqualTo(2);
    assertThat(session.err())
        .contains("`" + typed + "` is not of the form ITEM=A or ITEM=B")
        .contains("try `rolewright assume --help`");
  }

  @Test
  void an_unknown_item_is_answered_with_those_that_exist() {
    assertThat(run("good.yaml", "--assume", "U17=B")).isEqualTo(2);
    assertThat(session.err()).contains("`U17` is no uncertain item").contains("`U1`, `U2`");
  }

  @Test
  void a_missing_scenario_exits_with_2() {
    assertThat(run("absent.yaml")).isEqualTo(2);
    assertThat(session.out()).contains("error:").contains("absent.yaml");
  }

  @Test
  void without_a_scenario_it_is_wrong_usage() {
    assertThat(run()).isEqualTo(2);
    assertThat(session.err()).contains("SCENARIO");
  }

  @Test
  void reports_go_to_files_beside_standard_output() throws IOException {
    assertThat(run("good.yaml", "--output", "json=out/report.json", "--trace")).isZero();
    assertThat(session.out()).contains("trace of sts:AssumeRole:");
    assertThat(Files.readString(directory.resolve("out/report.json")))
        .startsWith("{\n  \"schemaVersion\": 1,")
        .contains("\"effectivePermissions\": {")
        .contains("\"trace\": [");
  }

  @Test
  void an_accepted_call_tells_what_the_session_can() {
    run("good.yaml");
    assertThat(session.out())
        .contains("the session can:\n  - s3:Get* [read] on any resource")
        .doesNotContain("took");
  }

  @Test
  void a_refused_call_has_no_session_to_tell_of() {
    run("bad.yaml");
    assertThat(session.out()).doesNotContain("the session");
  }

  @Test
  void a_session_policy_that_is_no_narrower_took_nothing_away() throws IOException {
    narrowed("s3:*");
    run("narrowed.yaml");
    assertThat(session.out()).contains("the session policy took nothing away");
  }

  @Test
  void a_session_policy_takes_away_what_it_does_not_allow() throws IOException {
    narrowed("s3:GetObject");
    run("narrowed.yaml");
    assertThat(session.out())
        .contains("the session can:\n  - s3:GetObject [read] on any resource")
        .contains("the session policy took away:\n  - s3:Get* except s3:GetObject [read]");
  }

  @Test
  void a_session_policy_beside_the_role_s_permissions_leaves_nothing() throws IOException {
    narrowed("ec2:*");
    run("narrowed.yaml");
    assertThat(session.out())
        .contains("the session can do nothing by policies of its own side")
        .contains("the session policy took away:\n  - s3:Get* [read] on any resource");
  }

  @Test
  void under_another_reading_there_is_no_list_and_a_reason() {
    run("good.yaml", "--assume", "U5=B");
    assertThat(session.out())
        .contains("what the session can do is not told: the list is made under option A")
        .contains("option B is taken of U5");
    run("good.yaml", "--assume", "U5=B", "--format", "json");
    assertThat(session.out()).contains("\"can\": null").contains("option B is taken of U5");
  }

  /** The good scenario with a session policy. */
  private void narrowed(String action) throws IOException {
    String policy =
        "  Policy: {Version: \"2012-10-17\", Statement: {Effect: Allow, Action: \""
            + action
            + "\", Resource: \"*\"}}\n  role:\n";
    String good = Files.readString(directory.resolve("good.yaml"));
    Files.writeString(directory.resolve("narrowed.yaml"), good.replace("  role:\n", policy));
  }

  @Test
  void a_format_that_scenarios_lack_is_wrong_usage() {
    assertThat(run("good.yaml", "--format", "sarif")).isEqualTo(2);
    assertThat(session.err()).contains("`sarif` is not one of `text`, `json`");
  }

  @Test
  void an_output_that_cannot_be_written_exits_with_2() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    assertThat(run("good.yaml", "--output", "json=file/report.json")).isEqualTo(2);
    assertThat(session.err()).contains("error: cannot write `file/report.json`");
  }

  @Test
  void the_help_has_examples_and_exit_codes() {
    assertThat(run("--help")).isZero();
    assertThat(session.out())
        .contains("Usage: rolewright assume [OPTION...] SCENARIO")
        .contains("--can=ACTION RESOURCE")
        .contains("Exit codes:")
        .contains("rolewright assume scenario.yaml --trace");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "assume";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return session.run(new ShippedEngine(), all);
  }

  private void write(String name, String externalId, String principal) throws IOException {
    Files.writeString(directory.resolve(name), SCENARIO.formatted(externalId, principal));
  }
}
