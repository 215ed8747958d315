package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.EscalationPath.Gain;
import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.catalog.GuardKey.Chosen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFactsTest {

  private final Catalog catalog = Catalog.shipped();
  private final EscalationPaths paths = EscalationPaths.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "escalation-paths.tsv",
        "guard-keys.tsv",
        "partitions.tsv",
        "passed-role-launches.tsv",
        "service-principals.tsv",
        "special-addresses.tsv"
      })
  void the_rows_of_a_table_are_sorted(String name) {
    assertThat(Table.shipped(name).rows())
        .extracting(row -> row.get(0))
        .isSortedAccordingTo(
            name.startsWith("guard") ? String.CASE_INSENSITIVE_ORDER : String::compareTo);
  }

  @Test
  void every_action_of_an_escalation_exists_and_passing_a_role_comes_first() {
    assertThat(paths.all()).hasSizeGreaterThanOrEqualTo(105);
    for (EscalationPath path : paths.all()) {
      assertThat(path.actions())
          .as(path.id())
          .doesNotHaveDuplicates()
          .allMatch(id -> catalog.action(id).filter(a -> a.id().equals(id)).isPresent());
      assertThat(path.passesRole())
          .as(path.id())
          .isEqualTo(path.actions().contains("iam:PassRole"));
      assertThat(path.passesRole())
          .as(path.id())
          .isEqualTo(path.decidingAction().equals("iam:PassRole"));
    }
  }

  @Test
  void every_service_of_an_escalation_is_a_known_principal() {
    for (EscalationPath path : paths.all()) {
      assertThat(path.trustedServices())
          .as(path.id())
          .allMatch(s -> ServicePrincipals.shipped().lookup(s).isPresent());
      assertThat(path.passesRole() && path.trustedServices().isEmpty()).as(path.id()).isFalse();
    }
  }

  @Test
  void a_new_function_under_a_passed_role_needs_three_actions_and_a_role_for_lambda() {
    EscalationPath path = paths.lookup("lambda-001").orElseThrow();
    assertThat(path.kind()).isEqualTo(Kind.PASS);
    assertThat(path.actions())
        .containsExactly("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction");
    assertThat(path.trustedServices()).containsExactly("lambda.amazonaws.com");
    assertThat(path.gain()).isEqualTo(Gain.TARGET);
  }

  @Test
  void writing_rights_to_a_role_needs_that_the_role_lets_one_in() {
    EscalationPath path = paths.lookup("iam-014").orElseThrow();
    assertThat(path.trustsCaller()).isTrue();
    assertThat(path.gain()).isEqualTo(Gain.ANY);
    assertThat(path.decidingAction()).isEqualTo("iam:AttachRolePolicy");
    assertThat(paths.lookup("iam-012").orElseThrow().trustsCaller()).isFalse();
  }

  @Test
  void paths_are_found_by_what_a_caller_may_do() {
    Set<String> allowed = Set.of("iam:PassRole", "ec2:RunInstances", "lambda:CreateFunction");
    assertThat(paths.within(allowed::contains))
        .extracting(EscalationPath::id)
        .containsExactly("ec2-001");
    assertThat(paths.within(action -> false)).isEmpty();
    assertThat(paths.within(action -> true)).hasSameSizeAs(paths.all());
  }

  @Test
  void an_action_that_alone_escalates_has_a_path_of_its_own() {
    assertThat(SensitiveAction.all())
        .filteredOn(a -> a.dangers().contains(SensitiveAction.Danger.PRIVILEGE_ESCALATION))
        .allMatch(a -> paths.within(a.id()::equals).size() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:Referer, CALLER, false",
    "AWS:useragent, CALLER, false",
    "aws:RequestTag/team, CALLER, false",
    "aws:PrincipalTag/team, OWNER, false",
    "aws:username, OWNER, false",
    "aws:MultiFactorAuthPresent, OWNER, false",
    "aws:CurrentTime, NONE, false",
    "aws:SourceIp, NETWORK, false",
    "aws:PrincipalArn, AWS, false",
    "aws:PrincipalOrgPaths, AWS, false",
    "aws:SourceArn, AWS, false",
    "aws:principalaccount, AWS, true",
    "aws:VpceOrgID, AWS, true",
    "aws:SourceVpce, AWS, true",
  })
  void a_key_tells_who_decides_its_value(String key, Chosen chosen, boolean sensitive) {
    GuardKey known = GuardKey.of(key).orElseThrow();
    assertThat(known.chosen()).isEqualTo(chosen);
    assertThat(known.sensitive()).isEqualTo(sensitive);
  }

  @Test
  void ten_keys_are_sensitive_and_all_keys_exist() {
    assertThat(GuardKey.all()).filteredOn(GuardKey::sensitive).hasSize(10);
    assertThat(GuardKey.all())
        .allMatch(k -> catalog.conditionKey(k.key().replace("${TagKey}", "a")).key().isPresent());
    assertThat(GuardKey.of("gitlab.com:sub")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "aws:TagKeys, true",
    "sts:TransitiveTagKeys, true",
    "aws:PrincipalOrgPaths, true",
    "aws:SourceOrgPaths, true",
    "aws:ResourceOrgPaths, true",
    "aws:VpceOrgPaths, true",
    "aws:CalledVia, true",
    "aws:PrincipalServiceNamesList, true",
    "cognito-identity.amazonaws.com:amr, true",
    "login.example.com:amr, true",
    "saml:edupersonaffiliation, true",
    "saml:cn, true",
    "saml:aud, false",
    "saml:sub, false",
    "gitlab.com:sub, false",
    "aws:PrincipalTag/a, false",
    "aws:CalledViaFirst, false",
  })
  void keys_with_several_values_are_told_apart(String key, boolean multivalued) {
    assertThat(catalog.conditionKey(key).key().orElseThrow().multivalued()).isEqualTo(multivalued);
  }

  @Test
  void a_passed_role_is_known_by_service_and_by_action() {
    assertThat(PassedRole.by("lambda:CreateFunction")).hasSize(2).allMatch(PassedRole::runsCode);
    assertThat(PassedRole.by("ECS:runtask"))
        .extracting(PassedRole::service)
        .containsExactly("ecs-tasks.amazonaws.com");
    assertThat(PassedRole.by("s3:GetObject")).isEmpty();
    for (PassedRole passed : PassedRole.all()) {
      assertThat(ServicePrincipals.shipped().lookup(passed.service())).isPresent();
      assertThat(passed.actions())
          .as(passed.service())
          .allMatch(id -> catalog.action(id).filter(a -> a.id().equals(id)).isPresent());
    }
  }

  @Test
  void who_runs_code_under_a_passed_role_takes_it_by_a_listed_action() {
    for (EscalationPath path : paths.all()) {
      if (path.passesRole()) {
        List<String> services =
            path.actions().stream()
                .flatMap(a -> PassedRole.by(a).stream())
                .map(PassedRole::service)
                .toList();
        assertThat(services).as(path.id()).containsAnyElementsOf(path.trustedServices());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, aws",
    "eu-central-2, aws",
    "us-gov-west-1, aws-us-gov",
    "cn-north-1, aws-cn",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "eusc-de-east-1, aws-eusc",
  })
  void a_region_is_in_one_partition(String region, String partition) {
    assertThat(Partition.ofRegion(region).map(Partition::id)).contains(partition);
  }

  @ParameterizedTest
  @CsvSource({
    "aws, https://signin.aws.amazon.com/saml, true",
    "aws, https://eu-west-1.signin.aws.amazon.com/saml, true",
    "aws, https://signin.aws.amazon.com/saml/acs/SAMLSPABC, true",
    "aws, https://signin.aws.amazon.com/saml/acs/, false",
    "aws, https://signin.aws.amazon.com/saml/, false",
    "aws, http://signin.aws.amazon.com/saml, false",
    "aws, https://cn-north-1.signin.aws.amazon.com/saml, false",
    "aws, https://evil.example.com/saml, false",
    "aws, https://evilsignin.aws.amazon.com/saml, false",
    "aws, urn:amazon:webservices, false",
    "aws-cn, https://signin.amazonaws.cn/saml, true",
    "aws-us-gov, https://us-gov-east-1.signin.amazonaws-us-gov.com/saml, true",
    "aws-us-gov, https://signin.aws.amazon.com/saml, false",
  })
  void a_saml_audience_is_a_sign_in_endpoint_of_the_partition(
      String partition, String value, boolean endpoint) {
    assertThat(Partition.of(partition).orElseThrow().isSamlAudience(value)).contains(endpoint);
  }

  @Test
  void a_service_is_known_under_the_ending_of_every_partition() {
    for (Partition partition : Partition.all()) {
      assertThat(ServicePrincipals.shipped().lookup("ec2." + partition.suffix()))
          .as(partition.id())
          .isPresent();
    }
  }

  @Test
  void where_the_sign_in_host_is_not_known_no_audience_is_judged() {
    Partition sovereign = Partition.of("aws-eusc").orElseThrow();
    assertThat(sovereign.isSamlAudience("https://signin.aws.amazon.com/saml")).isEmpty();
    assertThat(sovereign.samlAudience()).isEmpty();
    assertThat(Partition.of("aws").flatMap(Partition::samlAudience))
        .isEqualTo(Optional.of("https://signin.aws.amazon.com/saml"));
    assertThat(Partition.of("AWS")).isEmpty();
    assertThat(Partition.all()).hasSize(8);
  }

  @Test
  void a_documented_service_names_the_keys_that_it_sends() {
    ServicePrincipal batch =
        ServicePrincipals.shipped().lookup("batch.amazonaws.com").orElseThrow();
    assertThat(batch.keys()).containsExactlyInAnyOrder("aws:SourceArn", "aws:SourceAccount");
    assertThat(ServicePrincipals.shipped().all())
        .filteredOn(p -> p.sourceKeys() == ServicePrincipal.SourceKeys.DOCUMENTED)
        .hasSizeGreaterThanOrEqualTo(56)
        .allMatch(p -> !p.keys().isEmpty())
        .noneMatch(p -> p.source().equals("recalled"));
  }

  @Test
  void what_changes_who_gets_into_roles_is_a_class_of_its_own() {
    assertThat(SensitiveAction.all())
        .filteredOn(a -> a.dangers().contains(SensitiveAction.Danger.TRUST_TAKEOVER))
        .extracting(SensitiveAction::id)
        .contains(
            "iam:UpdateAssumeRolePolicy",
            "iam:CreateOpenIDConnectProvider",
            "iam:CreateSAMLProvider",
            "iam:UpdateSAMLProvider",
            "iam:PutRolePermissionsBoundary",
            "iam:DeleteRolePermissionsBoundary",
            "rolesanywhere:CreateTrustAnchor");
  }

  @Test
  void what_acts_by_service_linked_roles_only_is_told_apart() {
    ServicePrincipals principals = ServicePrincipals.shipped();
    assertThat(principals.lookup("dynamodb.application-autoscaling.amazonaws.com"))
        .map(ServicePrincipal::kind)
        .contains(ServicePrincipal.Kind.LINKED);
    assertThat(principals.lookup("autoscaling.amazonaws.com"))
        .map(ServicePrincipal::kind)
        .contains(ServicePrincipal.Kind.SERVICE);
  }

  @Test
  void private_ranges_are_known() {
    assertThat(SpecialAddresses.all())
        .filteredOn(a -> a.kind().equals("private"))
        .extracting(SpecialAddresses::range)
        .containsExactly("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
  }

  @Test
  void names_and_ids_have_their_longest_and_shortest() {
    assertThat(Quota.EXTERNAL_ID_LENGTH.most()).isEqualTo(1224);
    assertThat(Quota.EXTERNAL_ID_LENGTH_LEAST.usual()).isEqualTo(2);
    assertThat(Quota.ROLE_NAME_LENGTH.most()).isEqualTo(64);
  }
}
