package io.rolewright.analyze.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.explain.Explainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final String DANA =
      "\"principal\": {\"type\": \"user\", \"arn\": \"arn:aws:iam::111111111111:user/dana\"}";

  @TempDir private Path directory;

  private Ruling rule(String members, Assumptions taken) {
    try {
      Path file = directory.resolve("c.json");
      Files.writeString(file, "[{\"id\": \"x\", " + DANA + ", " + members + "}]");
      CasesRun run = new CaseTable(directory, taken, false).run(List.of(file));
      assertThat(run.problems()).isEmpty();
      return run.rulings().get(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Ruling rule(String members) {
    return rule(members, Assumptions.DEFAULT);
  }

  private static String get(String identityPolicy) {
    return """
        "kind": "authorize", "action": "s3:GetObject", "resource": "arn:aws:s3:::b/x",
        "identityPolicies": [%s]"""
        .formatted(identityPolicy);
  }

  @Test
  void a_policy_with_a_key_written_twice_is_not_evaluated_unless_the_last_counts() {
    String twice =
        get(
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
             "Resource": "arn:aws:s3:::c/*", "Resource": "arn:aws:s3:::b/*"}}""");
    Ruling ruling = rule(twice);
    assertThat(ruling.reason()).isEqualTo(ReasonCode.POLICY_INVALID);
    assertThat(ruling.why())
        .isEqualTo("`Resource` is written twice in one object, first on line 3 (line 3)");
    assertThat(ruling.hangsOn()).containsExactly(Uncertainty.U1);
    assertThat(rule(twice, Assumptions.DEFAULT.with(Uncertainty.U1)).reason())
        .isEqualTo(ReasonCode.ALLOW_IDENTITY);
  }

  @Test
  void a_policy_may_be_json_in_a_string() {
    String text =
        "{\\\"Version\\\": \\\"2012-10-17\\\", \\\"Statement\\\": {\\\"Effect\\\": \\\"Allow\\\","
            + " \\\"Action\\\": \\\"s3:*\\\", \\\"Resource\\\": \\\"*\\\"}}";
    assertThat(rule(get("\"" + text + "\"")).reason()).isEqualTo(ReasonCode.ALLOW_IDENTITY);
    assertThat(rule(get("\"{not json}\"")).reason()).isEqualTo(ReasonCode.POLICY_INVALID);
  }

  @Test
  void an_operator_in_other_letter_case_counts_under_option_b_only() {
    String lower =
        get(
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
             "Resource": "*", "Condition": {"null": {"aws:username": "true"}}}}""");
    assertThat(rule(lower).reason()).isEqualTo(ReasonCode.POLICY_INVALID);
    assertThat(rule(lower, Assumptions.DEFAULT.with(Uncertainty.U7)).reason())
        .isEqualTo(ReasonCode.ALLOW_IDENTITY);
  }

  @Test
  void without_a_key_policy_nobody_uses_a_key() {
    String decrypt =
        """
        "kind": "authorize", "action": "kms:Decrypt",
        "resource": "arn:aws:kms:eu-west-1:111111111111:key/1",
        "identityPolicies": [{"Version": "2012-10-17",
          "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}]""";
    assertThat(rule(decrypt).reason()).isEqualTo(ReasonCode.IMPLICIT_DENY_RESOURCE);
  }

  @Test
  void all_actions_on_the_role_must_be_allowed_and_the_first_refused_one_decides() {
    String assume =
        """
        "kind": "assume", "action": "sts:AssumeRole", "additionalActions": ["sts:TagSession"],
        "resource": "arn:aws:iam::111111111111:role/r",
        "trustPolicy": {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::111111111111:user/dana"}, "Action": %s}}""";
    Ruling refused = rule(assume.formatted("\"sts:AssumeRole\""));
    assertThat(refused.reason()).isEqualTo(ReasonCode.IMPLICIT_DENY_RESOURCE);
    assertThat(refused.authorized().orElseThrow().request().action()).isEqualTo("sts:TagSession");
    assertThat(rule(assume.formatted("[\"sts:AssumeRole\", \"sts:TagSession\"]")).answer())
        .isEqualTo(Ruling.Answer.ALLOW);
  }

  @Test
  void a_role_without_trust_policy_lets_nobody_in() {
    String assume =
        """
        "kind": "assume", "action": "sts:AssumeRole",
        "resource": "arn:aws:iam::111111111111:role/r", "trustPolicy": null""";
    assertThat(rule(assume).reason()).isEqualTo(ReasonCode.IMPLICIT_DENY_RESOURCE);
  }

  @Test
  void tags_of_a_call_may_be_an_object_or_a_list() {
    String call =
        """
        "kind": "call", "call": {"operation": "AssumeRole", "RoleSessionName": "ab",
          "Tags": %s}""";
    assertThat(rule(call.formatted("{\"Team\": \"a\", \"team\": \"b\"}")).reason())
        .isEqualTo(ReasonCode.CALL_INVALID);
    assertThat(
            rule(call.formatted("[{\"Key\": \"Team\", \"Value\": \"a\"}, {\"Key\": \"team\"}]"))
                .reason())
        .isEqualTo(ReasonCode.CALL_INVALID);
    assertThat(rule(call.formatted("[{\"Key\": \"Team\", \"Value\": \"a\"}]")).answer())
        .isEqualTo(Ruling.Answer.ALLOW);
  }

  @Test
  void nothing_is_expected_of_an_alternative_beyond_its_answer() {
    String lower =
        get("")
            + ", \"expected\": \"allow\", \"alternativeExpected\": \"deny\", "
            + "\"reasonCode\": \"ALLOW_ROOT\", \"uncertain\": \"U5\"";
    Ruling ruling = rule(lower, Assumptions.DEFAULT.with(Uncertainty.U5).with(Uncertainty.U7));
    assertThat(ruling.agrees()).contains(true);
    assertThat(ruling.expectedReason()).isEmpty();
    assertThat(rule(lower, Assumptions.DEFAULT.with(Uncertainty.U7)).agrees()).contains(false);
  }

  private static String assumeRole(String parameters) {
    return """
        "kind": "call", "call": {"operation": "AssumeRole", "RoleSessionName": "ab", %s}"""
        .formatted(parameters);
  }

  @Test
  void a_role_of_which_no_longest_session_is_told_has_the_default_of_one_hour() {
    assertThat(rule(assumeRole("\"DurationSeconds\": 3600")).answer())
        .isEqualTo(Ruling.Answer.ALLOW);
    assertThat(rule(assumeRole("\"DurationSeconds\": 3601")).reason())
        .isEqualTo(ReasonCode.CALL_INVALID);
    assertThat(
            rule(assumeRole("\"DurationSeconds\": 3601, \"roleMaxSessionDuration\": \"7200\""))
                .answer())
        .isEqualTo(Ruling.Answer.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Team\": \"a\"}",
        "[\"Team\"]",
        "[{\"Key\": \"Team\", \"Value\": \"a\"}]",
        "[{\"Key\": \"Team\"}]"
      })
  void inherited_transitive_tags_cannot_be_passed_again(String inherited) {
    String call =
        assumeRole("\"Tags\": {\"%s\": \"b\"}, \"inheritedTransitiveTags\": " + inherited);
    assertThat(rule(call.formatted("team")).reason()).isEqualTo(ReasonCode.CALL_INVALID);
    assertThat(rule(call.formatted("cost")).answer()).isEqualTo(Ruling.Answer.ALLOW);
  }

  @Test
  void a_task_policy_may_be_given_as_the_api_takes_it() {
    String call =
        """
        "kind": "call", "call": {"operation": "AssumeRoot",
          "TaskPolicyArn": {"arn": "arn:aws:iam::aws:policy/root-task/%s"}}""";
    assertThat(rule(call.formatted("S3UnlockBucketPolicy")).answer())
        .isEqualTo(Ruling.Answer.ALLOW);
    assertThat(rule(call.formatted("Unknown")).reason()).isEqualTo(ReasonCode.CALL_INVALID);
  }

  @Test
  void wildcard_actions_make_a_trust_policy_invalid_under_option_b_only() {
    String assume =
        """
        "kind": "assume", "action": "sts:AssumeRole",
        "resource": "arn:aws:iam::111111111111:role/r",
        "trustPolicy": {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::111111111111:user/dana"}, %s}}""";
    Assumptions invalid = Assumptions.DEFAULT.with(Uncertainty.U2);
    for (String action : List.of("\"Action\": \"sts:*\"", "\"NotAction\": \"s3:*\"")) {
      assertThat(rule(assume.formatted(action)).reason()).isEqualTo(ReasonCode.ALLOW_RESOURCE);
      assertThat(rule(assume.formatted(action)).hangsOn()).contains(Uncertainty.U2);
      assertThat(rule(assume.formatted(action), invalid).reason())
          .isEqualTo(ReasonCode.POLICY_INVALID);
    }
    assertThat(rule(assume.formatted("\"Action\": \"sts:AssumeRole\""), invalid).reason())
        .isEqualTo(ReasonCode.ALLOW_RESOURCE);
  }

  private static final String EVERYTHING =
      "{\"Version\": \"2012-10-17\", \"Statement\":"
          + " {\"Effect\": \"%s\", \"Action\": \"*\", \"Resource\": \"*\"}}";

  private Ruling ask(String principal, String action, String effect) throws IOException {
    String policy = EVERYTHING.formatted(effect);
    Path file = directory.resolve("a.json");
    Files.writeString(
        file,
        """
        [{"id": "x", "kind": "authorize", "principal": %s, "action": "%s", "resource": "*",
          "identityPolicies": [%s], "sessionPolicies": [%s]}]"""
            .formatted(principal, action, policy, policy));
    CasesRun run = new CaseTable(directory, Assumptions.DEFAULT, true).run(List.of(file));
    assertThat(run.problems()).isEmpty();
    return run.rulings().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "federated-user, iam:ListUsers, Allow, CALL_INVALID",
    "federated-user, sts:GetSessionToken, Allow, CALL_INVALID",
    "federated-user, sts:GetCallerIdentity, Deny, ALLOW_IDENTITY",
    "federated-user, s3:ListAllMyBuckets, Allow, ALLOW_IDENTITY",
    "role-session, sts:GetFederationToken, Allow, CALL_INVALID",
    "role-session, iam:ListUsers, Allow, ALLOW_IDENTITY",
    "user, sts:GetSessionToken, Deny, ALLOW_IDENTITY",
    "user, sts:GetFederationToken, Deny, EXPLICIT_DENY_IDENTITY",
    "user, sts:GetFederationToken, Allow, ALLOW_IDENTITY"
  })
  void some_calls_hang_on_the_credentials_and_not_on_policies(
      String kind, String action, String effect, ReasonCode reason) throws IOException {
    String arn =
        switch (kind) {
          case "user" -> "arn:aws:iam::111111111111:user/dana";
          case "role-session" -> "arn:aws:sts::111111111111:assumed-role/App/s1";
          default -> "arn:aws:sts::111111111111:federated-user/guest";
        };
    String role =
        kind.equals("role-session") ? ", \"roleArn\": \"arn:aws:iam::111111111111:role/App\"" : "";
    String principal = "{\"type\": \"%s\", \"arn\": \"%s\"%s}".formatted(kind, arn, role);
    assertThat(ask(principal, action, effect).reason()).isEqualTo(reason);
  }

  @Test
  void a_call_that_needs_no_permission_is_explained_as_such() throws IOException {
    String dana = "{\"type\": \"user\", \"arn\": \"arn:aws:iam::111111111111:user/dana\"}";
    Ruling ruling = ask(dana, "sts:GetCallerIdentity", "Deny");
    assertThat(
            new Explainer(Assumptions.DEFAULT)
                .explain(ruling.authorized().orElseThrow())
                .sentences())
        .containsExactly(
            "Allowed.",
            "`sts:GetCallerIdentity` needs no permission, and no policy can forbid it.");
  }
}
