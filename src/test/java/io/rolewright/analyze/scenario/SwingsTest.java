package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.report.Format;
import io.rolewright.report.ScenarioReport;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.sts.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tokens and sessions carry from one call to the next, and what hangs on that. */
class SwingsTest {

  private static final String CHAIN_UNDER_MFA =
      """
      caller: {user: "arn:aws:iam::111111111111:user/dana", mfa: true, policies: []}
      calls:
        - operation: AssumeRole
          RoleArn: arn:aws:iam::111111111111:role/first
          RoleSessionName: dana
          role:
            trust: {Version: "2012-10-17", Statement: [{Effect: Allow, \
      Principal: {AWS: "arn:aws:iam::111111111111:user/dana"}, Action: "sts:AssumeRole"}]}
        - operation: AssumeRole
          RoleArn: arn:aws:iam::111111111111:role/second
          RoleSessionName: dana
          role:
            trust: {Version: "2012-10-17", Statement: [{Effect: Allow, \
      Principal: {AWS: "arn:aws:iam::111111111111:role/first"}, Action: "sts:AssumeRole", \
      Condition: {Bool: {"aws:MultiFactorAuthPresent": "true"}}}]}
      """;

  private static final String FEDERATED =
      """
      caller:
        web-identity: accounts.google.com
        claims: {sub: "1", aud: app, "https://aws.amazon.com/roles": [ROLE]}
      call:
        operation: AssumeRoleWithWebIdentity
        RoleArn: arn:aws:iam::111111111111:role/x
        role: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, \
      Principal: {Federated: accounts.google.com}, Action: "sts:AssumeRoleWithWebIdentity"}]}}
      """;

  private static final String ASSERTION =
      """
      now: 2026-11-23T09:00:00Z
      caller:
        saml: arn:aws:iam::111111111111:saml-provider/Corp
        attributes: {SessionNotOnOrAfter: "END", \
      "https://aws.amazon.com/SAML/Attributes/RoleSessionName": ines}
      call:
        operation: AssumeRoleWithSAML
        RoleArn: arn:aws:iam::111111111111:role/x
        role: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, \
      Principal: {Federated: "arn:aws:iam::111111111111:saml-provider/Corp"}, \
      Action: "sts:AssumeRoleWithSAML"}]}}
      """;

  @TempDir Path folder;

  @Test
  void mfa_in_the_session_of_a_role_decides_one_call_later() {
    ScenarioRun run = run(CHAIN_UNDER_MFA, Assumptions.DEFAULT);
    assertThat(run.outcomes()).extracting(Outcome::isAccepted).containsExactly(true, false);
    assertThat(run.swings())
        .containsExactly(
            new Swing(Uncertainty.U22, false, List.of(new Swing.Change(true, 2, true))));
    ScenarioRun other = run(CHAIN_UNDER_MFA, Assumptions.DEFAULT.with(Uncertainty.U22));
    assertThat(other.isAccepted()).isTrue();
    assertThat(other.swings())
        .containsExactly(
            new Swing(Uncertainty.U22, true, List.of(new Swing.Change(true, 2, false))));
  }

  @Test
  void a_report_tells_what_hangs_on_a_session() throws IOException {
    ScenarioRun run = run(CHAIN_UNDER_MFA, Assumptions.DEFAULT);
    assertThat(report(run, Format.TEXT))
        .contains(
            "unsure: AWS's documents leave open MFA inside the session of a role (U22): taken"
                + " here is that it reads false; if it is the caller's, call 2 is accepted");
    assertThat(report(run, Format.JSON))
        .contains("\"item\": \"U22\"")
        .contains("\"accepted\": true");
  }

  @Test
  void what_hangs_on_nothing_swings_nowhere() {
    assertThat(run(federated("role/x"), Assumptions.DEFAULT).swings()).isEmpty();
  }

  @Test
  void a_token_that_lists_roles_is_good_for_those_only() {
    assertThat(run(federated("role/x"), Assumptions.DEFAULT).isAccepted()).isTrue();
    Outcome refused = run(federated("role/y"), Assumptions.DEFAULT).outcomes().get(0);
    assertThat(refused.isAccepted()).isFalse();
    assertThat(refused.faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "the token lists the roles it is good for, and"
                            + " `arn:aws:iam::111111111111:role/x` is not among them"));
  }

  @Test
  void an_assertion_may_end_a_session_early() {
    ScenarioRun run = run(ASSERTION.replace("END", "2026-11-23T09:20:00Z"), Assumptions.DEFAULT);
    assertThat(run.outcomes().get(0).session().orElseThrow().expires())
        .isEqualTo(Instant.parse("2026-11-23T09:20:00Z"));
  }

  @Test
  void an_assertion_that_has_ended_is_refused() {
    ScenarioRun run = run(ASSERTION.replace("END", "2026-11-23T09:00:00Z"), Assumptions.DEFAULT);
    assertThat(run.outcomes().get(0).faults())
        .extracting(fault -> fault.rule())
        .containsExactly("R3.6");
  }

  private static String federated(String role) {
    return FEDERATED.replace("ROLE", "\"arn:aws:iam::111111111111:" + role + "\"");
  }

  private ScenarioRun run(String text, Assumptions assumptions) {
    Story.write(folder, "scenario.yaml", text);
    ScenarioRun run = new Scenarios(folder, assumptions).run(Path.of("scenario.yaml"), List.of());
    assertThat(run.problems()).isEmpty();
    return run;
  }

  private static String report(ScenarioRun run, Format format) throws IOException {
    StringWriter out = new StringWriter();
    ScenarioReport.in(format, new ScenarioReport.Options("test", false, false)).write(run, out);
    return out.toString();
  }
}
