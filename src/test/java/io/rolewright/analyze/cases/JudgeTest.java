package io.rolewright.analyze.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
