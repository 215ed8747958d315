package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.examples.ExampleRun;
import io.rolewright.model.PolicyKind;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules about principals and external IDs, together and on shapes that no page shows. */
class TrustRulesTest {

  private static final Set<String> RULES =
      Set.of("TP002", "TP003", "TP004", "TP006", "TP007", "TP009", "TP011", "XA001", "XA002");

  @TestFactory
  Stream<DynamicTest> compliant_examples_are_clean_for_all_of_these_rules() throws IOException {
    return RuleIndexWriter.read(Path.of("../rules")).stream()
        .filter(file -> RULES.contains(file.metadata().id()))
        .flatMap(TrustRulesTest::tests);
  }

  private static Stream<DynamicTest> tests(RuleFile file) {
    return file.compliant().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    file.metadata().id() + ": " + example.title(),
                    () -> assertThat(grave(example)).isEmpty()));
  }

  private static List<String> grave(RuleExample example) {
    return ExampleRun.of(example).findings().stream()
        .filter(f -> RULES.contains(f.rule().id()) && f.severity().reaches(Severity.MEDIUM))
        .map(TrustRulesTest::shown)
        .toList();
  }

  @Test
  void a_star_that_federated_callers_might_use_is_no_mismatch() {
    assertThat(judged("{\"AWS\": \"*\"}", "\"sts:AssumeRoleWithSAML\"", "{}")).isEmpty();
  }

  @Test
  void an_empty_list_of_principals_is_passed_over() {
    assertThat(judged("{\"AWS\": []}", "\"sts:AssumeRole\"", "{}")).isEmpty();
  }

  @Test
  void a_principal_that_is_a_list_of_strings_is_seen() {
    assertThat(judged("[\"*\", \"111122223333\"]", "\"sts:AssumeRole\"", "{}"))
        .anyMatch(f -> f.startsWith("TP003 error IAM refuses `*`"))
        .anyMatch(f -> f.startsWith("TP004 error `111122223333` is neither"));
  }

  @Test
  void each_value_under_a_misspelt_key_is_not_told_again() {
    assertThat(
            judged("{\"aws\": [\"111122223333\", \"444455556666\"]}", "\"sts:AssumeRole\"", "{}"))
        .filteredOn(f -> f.startsWith("TP004"))
        .hasSize(1);
  }

  @Test
  void an_empty_principal_is_named_as_such() {
    assertThat(judged("{\"AWS\": \"\"}", "\"sts:AssumeRole\"", "{}"))
        .anyMatch(f -> f.startsWith("TP004 error `` is empty where a principal must stand"));
  }

  @Test
  void an_origin_access_identity_belongs_into_bucket_policies() {
    String oai = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE";
    assertThat(judged("{\"AWS\": \"" + oai + "\"}", "\"sts:AssumeRole\"", "{}"))
        .anyMatch(f -> f.startsWith("TP004") && f.contains("origin access identity"));
  }

  @Test
  void stars_in_a_row_are_no_star() {
    assertThat(judged("{\"AWS\": \"**\"}", "\"sts:AssumeRole\"", "{}"))
        .anyMatch(f -> f.startsWith("TP004 error `**` has a wildcard"));
  }

  @Test
  void an_if_exists_on_the_external_id_is_left_to_its_own_rule() {
    String condition = "{\"StringEqualsIfExists\": {\"sts:ExternalId\": \"c6d1\"}}";
    assertThat(judged("{\"AWS\": \"222222222222\"}", "\"sts:AssumeRole\"", condition))
        .noneMatch(f -> f.startsWith("XA001"));
  }

  @Test
  void an_if_exists_that_changes_nothing_does_not_silence_the_rule_on_void_external_ids() {
    String condition = "{\"StringNotEqualsIfExists\": {\"sts:ExternalId\": \"c6d1\"}}";
    assertThat(judged("{\"AWS\": \"222222222222\"}", "\"sts:AssumeRole\"", condition))
        .anyMatch(f -> f.startsWith("XA002 high") && f.contains("asks for no particular"))
        .noneMatch(f -> f.startsWith("XA001"));
  }

  @Test
  void the_second_of_two_statements_is_not_saved_by_the_first() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": "222222222222"}, "Action": "sts:AssumeRole",
           "Condition": {"StringEquals": {"sts:ExternalId": "c6d1"}}},
          {"Effect": "Allow", "Principal": {"AWS": "222222222222"}, "Action": "sts:Assume*"}]}
        """;
    assertThat(judged(policy)).anyMatch(f -> f.startsWith("XA001 high account `222222222222`"));
  }

  @Test
  void a_vendor_beside_a_star_is_told_since_he_stays_when_the_star_goes() {
    assertThat(judged("{\"AWS\": [\"*\", \"222222222222\"]}", "\"sts:AssumeRole\"", "{}"))
        .anyMatch(f -> f.startsWith("XA001"));
  }

  @Test
  void a_star_by_itself_is_no_vendor() {
    assertThat(judged("{\"AWS\": \"*\"}", "\"sts:AssumeRole\"", "{}"))
        .noneMatch(f -> f.startsWith("XA001"));
  }

  @Test
  void a_vendor_that_is_pinned_by_an_arn_condition_is_narrow_enough() {
    String condition =
        "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::222222222222:role/vendor\"}}";
    assertThat(judged("{\"AWS\": \"222222222222\"}", "\"sts:AssumeRole\"", condition)).isEmpty();
  }

  @Test
  void a_denied_extra_action_is_not_listed() {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "sts:?*Session"},
          {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole"},
          {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:TagSession"}]}
        """;
    assertThat(judged(policy)).isEmpty();
  }

  private static List<String> judged(String principal, String action, String condition) {
    return judged(
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": %s, "Action": %s, "Condition": %s}]}
        """
            .formatted(principal, action, condition));
  }

  /** What these rules say of a trust policy in account 111111111111. */
  private static List<String> judged(String policy) {
    TextInput input =
        new TextInput(
            SourceFile.of("trust.json", policy),
            Optional.of("111111111111"),
            Optional.of(PolicyKind.TRUST));
    Analysis analysis = new Analyzer().analyze(List.of(input), Optional.empty(), Profile.STRICT);
    assertThat(analysis.problems()).isEmpty();
    return analysis.open().stream()
        .map(Result::finding)
        .filter(f -> RULES.contains(f.rule().id()))
        .map(TrustRulesTest::shown)
        .toList();
  }

  private static String shown(Finding finding) {
    return finding.rule().id() + " " + finding.severity().shown() + " " + finding.message();
  }
}
