package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolewright.catalog.SensitiveAction.Danger;
import io.rolewright.catalog.ServicePrincipal.Kind;
import io.rolewright.catalog.ServicePrincipal.SourceKeys;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTablesTest {

  private final Catalog catalog = Catalog.shipped();
  private final ServicePrincipals principals = ServicePrincipals.shipped();
  private final SharedIssuers issuers = SharedIssuers.shipped();

  private static ActionPattern pattern(String written) {
    return ActionPattern.of(written).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-operations.tsv",
        "assume-actions.tsv",
        "escalation-paths.tsv",
        "external-id-words.tsv",
        "guard-keys.tsv",
        "issuer-claims.tsv",
        "issuer-subjects.tsv",
        "issuers.tsv",
        "known-accounts.tsv",
        "managed-policy-actions.tsv",
        "partitions.tsv",
        "passed-role-launches.tsv",
        "quotas.tsv",
        "root-tasks.tsv",
        "sensitive-actions.tsv",
        "service-principals.tsv",
        "shared-issuers.tsv",
        "special-addresses.tsv"
      })
  void every_table_is_dated_sourced_and_free_of_duplicates(String name) {
    Table table = Table.shipped(name);
    assertThat(table.asOf()).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(table.columns()).last().isEqualTo("source");
    int keyColumns = keyColumns(name);
    assertThat(table.rows()).extracting(r -> r.subList(0, keyColumns)).doesNotHaveDuplicates();
    assertThat(table.rows()).isNotEmpty();
  }

  private static int keyColumns(String name) {
    return switch (name) {
      case "sensitive-actions.tsv", "root-tasks.tsv", "issuer-claims.tsv" -> 2;
      case "issuer-subjects.tsv" -> 3;
      default -> 1;
    };
  }

  @Test
  void a_table_without_a_date_or_with_a_missing_field_is_a_bug() {
    assertThatThrownBy(() -> Table.parse("t", "# columns a source\nx\ty\n"))
        .hasMessage("t has no date");
    assertThatThrownBy(() -> Table.parse("t", "# asOf 2026-01-01\n# columns a source\nx\n"))
        .hasMessageContaining("missing fields");
  }

  @ParameterizedTest
  @CsvSource({
    "token.actions.githubusercontent.com, token.actions.githubusercontent.com:sub",
    "https://Token.Actions.GitHubUserContent.com/, token.actions.githubusercontent.com:sub",
    "cognito-identity.amazonaws.com, cognito-identity.amazonaws.com:aud",
    "api.pulumi.com/oidc, api.pulumi.com/oidc:aud",
    "www.amazon.com, www.amazon.com:app_id",
    "graph.facebook.com, graph.facebook.com:app_id",
    "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/, sts:RoleSessionName",
  })
  void a_shared_issuer_names_the_key_that_must_be_bound(String issuer, String key) {
    assertThat(issuers.lookup(issuer).orElseThrow().keys()).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token.actions.githubusercontent.com/ACME",
        "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E",
        "oidc.circleci.com/org/1",
        "api.pulumi.com",
        "sts.windows.net/another-tenant",
        "gitlab.example.com"
      })
  void an_issuer_with_the_tenant_in_its_url_is_not_shared(String issuer) {
    assertThat(issuers.lookup(issuer)).isEmpty();
  }

  @Test
  void google_and_the_run_time_check_are_told_apart() {
    assertThat(issuers.lookup("accounts.google.com").orElseThrow().claims())
        .containsExactly("aud", "sub");
    assertThat(issuers.lookup("app.terraform.io").orElseThrow().enforcement())
        .isEqualTo(SharedIssuer.Enforcement.SAVE_AND_RUN);
    assertThat(issuers.all()).hasSizeGreaterThanOrEqualTo(24);
  }

  @Test
  void hundreds_of_service_principals_are_known() {
    assertThat(principals.all()).hasSizeGreaterThan(400);
    assertThat(principals.all())
        .extracting(ServicePrincipal::name)
        .allMatch(n -> n.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazon(aws)?\\.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "ec2.amazonaws.com, ec2.amazonaws.com",
    "ec2.amazonaws.com.cn, ec2.amazonaws.com",
    "ec2.c2s.ic.gov, ec2.amazonaws.com",
    "states.us-east-1.amazonaws.com, states.amazonaws.com",
    "logs.us-gov-west-1.amazonaws.com, logs.amazonaws.com",
    "codedeploy.cn-north-1.amazonaws.com.cn, codedeploy.amazonaws.com",
    "delivery.logs.amazonaws.com, delivery.logs.amazonaws.com",
    "delivery.logs.ap-southeast-2.amazonaws.com, delivery.logs.amazonaws.com",
    "credentials.iot.amazonaws.com, credentials.iot.amazonaws.com",
    "alexa-appkit.amazon.com, alexa-appkit.amazon.com",
  })
  void a_service_is_found_under_its_region_and_partition(String name, String plain) {
    assertThat(principals.lookup(name).map(ServicePrincipal::name)).contains(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EC2.amazonaws.com", "ec2", "ec2.amazonaws.org", "*", "us-east-1.amazonaws.com"})
  void what_is_no_service_principal_is_not_found(String name) {
    assertThat(principals.lookup(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lamda.amazonaws.com, lambda.amazonaws.com",
    "ecs-task.amazonaws.com, ecs-tasks.amazonaws.com",
    "EC2.amazonaws.com, ec2.amazonaws.com",
    "ec2.amazonaws.org, ec2.amazonaws.com",
    "ec2, ec2.amazonaws.com",
    "stats.us-east-1.amazonaws.com, states.amazonaws.com",
  })
  void an_unknown_service_brings_the_likeliest_first(String written, String meant) {
    assertThat(principals.suggestions(written)).startsWith(meant);
  }

  @Test
  void a_service_tells_whether_its_calls_can_be_tied_to_an_account() {
    assertThat(principals.lookup("pods.eks.amazonaws.com").orElseThrow().sourceKeys())
        .isEqualTo(SourceKeys.DOCUMENTED);
    ServicePrincipal ec2 = principals.lookup("ec2.amazonaws.com").orElseThrow();
    assertThat(ec2.sourceKeys()).isEqualTo(SourceKeys.NOT_SENT);
    assertThat(ec2.kind()).isEqualTo(Kind.COMPUTE);
    assertThat(principals.lookup("lambda.amazonaws.com").orElseThrow().sourceKeys())
        .isEqualTo(SourceKeys.UNKNOWN);
    assertThat(principals.all())
        .extracting(ServicePrincipal::sourceKeys)
        .contains(SourceKeys.values());
  }

  @Test
  void the_assume_family_is_told_apart_by_caller() {
    assertThat(AssumeAction.all()).hasSize(6);
    assertThat(AssumeAction.of("STS:assumerolewithsaml").orElseThrow().callers())
        .containsExactly(AssumeAction.CallerKind.SAML);
    assertThat(AssumeAction.of("sts:GetCallerIdentity")).isEmpty();
    assertThat(AssumeAction.matching(pattern("sts:Assume*")))
        .hasSize(3)
        .allMatch(AssumeAction::startsSession);
    assertThat(AssumeAction.matching(pattern("*"))).hasSize(6);
    assertThat(AssumeAction.all()).allMatch(a -> catalog.action(a.id()).isPresent());
  }

  @Test
  void quotas_have_a_usual_and_a_highest_limit() {
    assertThat(Quota.TRUST_POLICY_LENGTH.usual()).isEqualTo(2048);
    assertThat(Quota.TRUST_POLICY_LENGTH.most()).isEqualTo(8192);
    assertThat(Quota.ROLE_MAX_SESSION_DURATION.most()).isEqualTo(43200);
    for (Quota quota : EnumSet.allOf(Quota.class)) {
      assertThat(quota.usual()).as(quota.name()).isPositive().isLessThanOrEqualTo(quota.most());
    }
  }

  @Test
  void managed_policies_are_found_by_arn_in_any_partition() {
    assertThat(actions("arn:aws:iam::aws:policy/AdministratorAccess"))
        .contains(new ManagedPolicyActions(false, List.of("*")));
    assertThat(actions("arn:aws-cn:iam::aws:policy/IAMFullAccess"))
        .contains(new ManagedPolicyActions(false, List.of("iam:*")));
    assertThat(actions("arn:aws:iam::aws:policy/PowerUserAccess").orElseThrow().allButListed())
        .isTrue();
    assertThat(actions("arn:aws:iam::123456789012:policy/AdministratorAccess")).isEmpty();
    assertThat(actions("AdministratorAccess")).isEmpty();
  }

  private static Optional<ManagedPolicyActions> actions(String arn) {
    return ManagedPolicyActions.ofArn(arn);
  }

  @Test
  void every_sensitive_action_exists() {
    assertThat(SensitiveAction.all())
        .extracting(SensitiveAction::id)
        .allMatch(id -> catalog.action(id).filter(a -> a.id().equals(id)).isPresent());
  }

  @Test
  void sensitive_actions_are_found_by_pattern_and_by_name() {
    assertThat(SensitiveAction.matching(pattern("IAM:putrolepolicy")))
        .singleElement()
        .satisfies(a -> assertThat(a.dangers()).containsExactly(Danger.PRIVILEGE_ESCALATION));
    assertThat(SensitiveAction.matching(pattern("s3:ListBucket"))).isEmpty();
    assertThat(SensitiveAction.matching(pattern("ssm:GetParameter*")))
        .hasSize(4)
        .allMatch(a -> a.dangers().contains(Danger.DATA_ACCESS));
    assertThat(SensitiveAction.matching(pattern("s3:*")))
        .extracting(SensitiveAction::id)
        .contains("s3:GetObject", "s3:PutBucketPolicy");
    assertThat(SensitiveAction.matching(pattern("iam:*")))
        .filteredOn(a -> a.dangers().contains(Danger.PRIVILEGE_ESCALATION))
        .hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void api_operations_are_no_actions_and_lead_to_actions() {
    for (List<String> row : Table.shipped("api-operations.tsv").rows()) {
      assertThat(catalog.action(row.get(0))).as(row.get(0)).isEmpty();
      assertThat(Table.list(row.get(1))).allMatch(id -> catalog.action(id).isPresent());
    }
  }
}
