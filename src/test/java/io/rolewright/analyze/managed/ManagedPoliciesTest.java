package io.rolewright.analyze.managed;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Result;
import io.rolewright.analyze.TextInput;
import io.rolewright.rule.Finding;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever managed policies say, they are no trust policies, and no rule takes them for such. */
class ManagedPoliciesTest {

  private static final Set<String> ON_TRUST = Set.of("TP", "CN", "XA", "MF", "OI", "SV", "SS");

  private final List<ManagedPolicy> policies = ManagedPolicies.of(1000);

  @Test
  void no_rule_on_trust_speaks_of_a_thousand_managed_policies() {
    Analysis analysis = judged(files(policies));
    assertSound(analysis);
    assertThat(shown(analysis)).filteredOn(ManagedPoliciesTest::isOnTrust).isEmpty();
    assertThat(findings(analysis)).as("rules on permissions do speak").hasSizeGreaterThan(500);
  }

  @Test
  void nor_of_roles_that_have_them_in_an_account_export() {
    List<TextInput> export = List.of(export(policies.subList(0, 100)));
    Analysis analysis = judged(export);
    assertSound(analysis);
    assertThat(shown(analysis)).filteredOn(ManagedPoliciesTest::isOnTrust).isEmpty();
  }

  @Test
  void nor_do_strict_rules() {
    Analysis analysis =
        new Analyzer().analyze(files(policies.subList(0, 30)), Optional.empty(), Profile.STRICT);
    assertSound(analysis);
    assertThat(shown(analysis)).filteredOn(ManagedPoliciesTest::isOnTrust).isEmpty();
  }

  @Test
  void policies_are_of_all_sizes_up_to_the_quota() {
    assertThat(policies).extracting(ManagedPolicy::name).doesNotHaveDuplicates();
    assertThat(policies)
        .extracting(p -> p.text().replaceAll("\\s", "").length())
        .allMatch(size -> size <= 6144)
        .anyMatch(size -> size > 5900)
        .anyMatch(size -> size < 150);
  }

  @Test
  void the_same_is_found_in_whatever_order_they_come() {
    List<TextInput> some = files(policies.subList(300, 350));
    List<TextInput> turned = new ArrayList<>(some);
    Collections.reverse(turned);
    assertThat(shown(judged(turned))).isEqualTo(shown(judged(some)));
  }

  private static void assertSound(Analysis analysis) {
    assertThat(analysis.problems())
        .extracting(Problem::severity)
        .doesNotContain(Problem.Severity.ERROR);
    for (Finding finding : findings(analysis)) {
      assertPlaced(finding.at());
      finding.related().forEach(related -> assertPlaced(related.at()));
    }
  }

  private static void assertPlaced(Origin at) {
    assertThat(at.span().start()).isLessThan(at.span().end());
    assertThat(at.span().end()).isLessThanOrEqualTo(at.file().text().length());
    assertThat(at.start().line()).isPositive();
    assertThat(at.written()).isNotBlank();
  }

  private static boolean isOnTrust(String shown) {
    return ON_TRUST.contains(shown.substring(0, 2));
  }

  private static List<Finding> findings(Analysis analysis) {
    return analysis.open().stream().map(Result::finding).toList();
  }

  private static List<String> shown(Analysis analysis) {
    return Stream.concat(
            findings(analysis).stream()
                .map(f -> f.rule().id() + " " + f.severity() + " " + f.at() + " " + f.message()),
            analysis.problems().stream().map(Problem::toString))
        .toList();
  }

  private static Analysis judged(List<TextInput> files) {
    return new Analyzer().analyze(files, Optional.empty(), Profile.RECOMMENDED);
  }

  private static List<TextInput> files(List<ManagedPolicy> policies) {
    return policies.stream().map(p -> input(p.name() + ".json", p.text())).toList();
  }

  private static TextInput input(String name, String text) {
    return new TextInput(SourceFile.of(name, text), Optional.empty(), Optional.empty());
  }

  /** Each policy with all its versions, on a role that Lambda has. */
  private static TextInput export(List<ManagedPolicy> policies) {
    String roles = policies.stream().map(p -> role(p)).collect(Collectors.joining(",\n"));
    String all = policies.stream().map(ManagedPolicy::exported).collect(Collectors.joining(",\n"));
    return input(
        "account.json",
        "{\"UserDetailList\": [], \"GroupDetailList\": [],\n\"RoleDetailList\": [%s],\n\"Policies\": [%s]}"
            .formatted(roles, all));
  }

  private static String role(ManagedPolicy policy) {
    return """
        {"RoleName": "with-%1$s", "Path": "/", "Arn": "arn:aws:iam::111122223333:role/with-%1$s",
         "RolePolicyList": [], "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
           {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
         "AttachedManagedPolicies": [{"PolicyName": "%1$s", "PolicyArn": "%2$s"}]}"""
        .formatted(policy.name(), policy.arn());
  }
}
