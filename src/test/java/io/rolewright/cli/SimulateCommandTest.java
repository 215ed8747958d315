package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  private static final Analysis NONE = new Analysis(List.of(), List.of(), List.of(), 0, 0, 0);

  private static final String CASES =
      """
      cases:
        - id: read
          kind: authorize
          principal: {type: user, arn: "arn:aws:iam::111111111111:user/dana"}
          action: s3:GetObject
          resource: arn:aws:s3:::shop/index.html
          identityPolicies:
            - Version: "2012-10-17"
              Statement: {Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::*:shop/*"}
      """;

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void open_a_session() {
    session = Session.in(directory);
  }

  private int run(String cases, String... options) throws IOException {
    Files.writeString(directory.resolve("c.yaml"), cases);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "simulate";
    arguments[1] = "c.yaml";
    System.arraycopy(options, 0, arguments, 2, options.length);
    return session.run(NONE, arguments);
  }

  @Test
  void a_case_of_which_nothing_is_expected_is_answered() throws IOException {
    assertThat(run(CASES)).isZero();
    assertThat(session.out()).startsWith("c.yaml:2:5 read: deny, IMPLICIT_DENY_IDENTITY: ");
    assertThat(session.out()).endsWith("\n1 case: 0 agree, 0 disagree\n");
  }

  @Test
  void answers_as_expected_need_no_words() throws IOException {
    assertThat(run(CASES + "    expected: deny\n")).isZero();
    assertThat(session.out()).isEqualTo("1 case: 1 agree, 0 disagree\n");
  }

  @Test
  void another_answer_than_expected_fails_and_says_why() throws IOException {
    assertThat(run(CASES + "    expected: allow\n")).isEqualTo(1);
    assertThat(session.out())
        .startsWith("c.yaml:2:5 read: expected allow, got deny, IMPLICIT_DENY_IDENTITY: ")
        .endsWith("\n1 case: 0 agree, 1 disagree\n");
  }

  @Test
  void another_reason_than_expected_is_a_note_only() throws IOException {
    String cases = CASES + "    expected: deny\n    reasonCode: IMPLICIT_DENY_SCP\n";
    assertThat(run(cases)).isZero();
    assertThat(session.out())
        .startsWith(
            "c.yaml:2:5 read: note: deny as expected, but for IMPLICIT_DENY_IDENTITY and not"
                + " IMPLICIT_DENY_SCP\n");
  }

  @Test
  void an_uncertain_case_is_judged_by_its_alternative_under_option_b() throws IOException {
    String cases =
        CASES.replace("arn:aws:s3:::*:shop/*", "arn:aws:s3:*:shop/*")
            + "    expected: deny\n    uncertain: U5\n    alternativeExpected: allow\n";
    assertThat(run(cases)).isZero();
    assertThat(run(cases, "--assume", "U5=B", "--format", "json")).isZero();
    assertThat(session.out())
        .contains("\"decision\": \"allow\"", "\"expected\": \"allow\"", "\"U5\"");
    assertThat(run(cases, "--assume", "U5=A")).isZero();
  }

  @Test
  void json_is_for_programs() throws IOException {
    assertThat(run(CASES + "    expected: allow\n", "--format", "json")).isEqualTo(1);
    assertThat(session.out())
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "tool": {
                "name": "rolewright",
                "version": "1.2.3"
              },
              "results": [
                {
                  "id": "read",
                  "decision": "deny",
                  "reasonCode": "IMPLICIT_DENY_IDENTITY",
                  "expected": "allow",
                  "agrees": false
                }
              ],
              "problems": [],
              "summary": {
                "cases": 1,
                "agree": 0,
                "disagree": 1
              }
            }
            """);
  }

  @Test
  void a_trace_is_told_where_asked_for() throws IOException {
    assertThat(run(CASES + "    expected: deny\n", "--trace", "--output", "json=out/r.json"))
        .isZero();
    assertThat(session.out()).contains("deny as expected", "identity policies");
    assertThat(Files.readString(directory.resolve("out/r.json"))).contains("\"trace\": [");
  }

  @Test
  void bad_input_outweighs_disagreement() throws IOException {
    assertThat(run(CASES + "    expected: allow\n  - {id: x}\n")).isEqualTo(2);
    assertThat(session.out())
        .contains("expected allow, got deny", "error: the case needs `kind`")
        .endsWith("1 case: 0 agree, 1 disagree, 1 problem\n");
  }

  @Test
  void an_item_that_is_not_uncertain_is_refused_with_those_that_are() throws IOException {
    assertThat(run(CASES, "--assume", "U99=B")).isEqualTo(2);
    assertThat(session.err()).contains("`U99` is no uncertain item", "`U1`", "`U29`");
    assertThat(run(CASES, "--assume", "U5")).isEqualTo(2);
    assertThat(session.err()).contains("`U5` is not of the form ITEM=A or ITEM=B");
  }

  @Test
  void cases_must_be_named() throws IOException {
    assertThat(session.run(NONE, "simulate")).isEqualTo(2);
    assertThat(session.err()).contains("CASES");
  }
}
