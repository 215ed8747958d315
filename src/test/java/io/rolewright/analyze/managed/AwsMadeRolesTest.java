package io.rolewright.analyze.managed;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.TextInput;
import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipal.Kind;
import io.rolewright.catalog.ServicePrincipal.SourceKeys;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.rule.Severity;
import io.rolewright.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Roles whose trust policies AWS writes, or has its consoles write, are as they should be. */
class AwsMadeRolesTest {

  private static final String ACCOUNT = "111122223333";

  /** A role for these needs session tags, or a trust anchor. */
  private static final Set<String> WITH_RULES_OF_THEIR_OWN =
      Set.of("pods.eks.amazonaws.com", "rolesanywhere.amazonaws.com");

  @Test
  void service_linked_roles_are_let_alone_whatever_their_policies_say() {
    List<ServicePrincipal> services = List.copyOf(ServicePrincipals.shipped().all());
    List<ManagedPolicy> policies = ManagedPolicies.of(services.size());
    List<String> roles =
        IntStream.range(0, services.size())
            .mapToObj(i -> linked(services.get(i).name(), policies.get(i)))
            .toList();
    assertThat(services).hasSizeGreaterThan(300);
    assertThat(graver(export(roles, policies))).isEmpty();
  }

  @Test
  void the_name_of_a_service_linked_role_alone_hides_nothing() {
    String anybody = trust("AWS", "*", "sts:AssumeRole", "");
    String path = "/aws-service-role/ecs.amazonaws.com/";
    String role =
        role("AWSServiceRoleForECS", path, anybody, 3600, "a", "arn:aws:iam::aws:policy/a");
    assertThat(graver(export(List.of(role), List.of()))).anyMatch(f -> f.startsWith("TP001"));
  }

  @Test
  void service_roles_with_a_source_account_are_fine() {
    List<String> roles =
        ServicePrincipals.shipped().all().stream()
            .filter(service -> service.kind() == Kind.SERVICE)
            .filter(service -> !WITH_RULES_OF_THEIR_OWN.contains(service.name()))
            .map(AwsMadeRolesTest::guarded)
            .toList();
    assertThat(roles).hasSizeGreaterThan(250);
    assertThat(graver(export(roles, List.of()))).isEmpty();
  }

  @Test
  void roles_for_code_of_the_customer_need_no_guard() {
    List<String> roles =
        ServicePrincipals.shipped().all().stream()
            .filter(service -> service.kind() == Kind.COMPUTE)
            .map(service -> serviceRole(service.name(), ""))
            .toList();
    assertThat(roles).hasSizeGreaterThan(5);
    assertThat(graver(export(roles, List.of()))).isEmpty();
  }

  @Test
  void roles_of_identity_center_are_let_alone() {
    List<String> roles =
        IntStream.range(0, 50).mapToObj(AwsMadeRolesTest::identityCenterRole).toList();
    assertThat(graver(export(roles, List.of()))).isEmpty();
  }

  private static String guarded(ServicePrincipal service) {
    String guard =
        ", \"Condition\": {\"StringEquals\": {\"aws:SourceAccount\": \"" + ACCOUNT + "\"}}";
    return serviceRole(service.name(), service.sourceKeys() == SourceKeys.NOT_SENT ? "" : guard);
  }

  private static String linked(String service, ManagedPolicy policy) {
    return role(
        "AWSServiceRoleFor" + title(service),
        "/aws-service-role/" + service + "/",
        trust("Service", service, "sts:AssumeRole", ""),
        3600,
        policy.name(),
        policy.arn());
  }

  private static String serviceRole(String service, String guard) {
    return role(
        title(service) + "-DefaultRole",
        "/service-role/",
        trust("Service", service, "sts:AssumeRole", guard),
        3600,
        "AWSLambdaBasicExecutionRole",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
  }

  private static String identityCenterRole(int i) {
    return role(
        "AWSReservedSSO_Set%d_%016x".formatted(i, i),
        "/aws-reserved/sso.amazonaws.com/" + (i % 2 == 0 ? "eu-west-1/" : ""),
        trust(
            "Federated",
            "arn:aws:iam::" + ACCOUNT + ":saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE",
            "sts:AssumeRoleWithSAML\", \"sts:TagSession",
            ", \"Condition\": {\"StringEquals\":"
                + " {\"SAML:aud\": \"https://signin.aws.amazon.com/saml\"}}"),
        43200,
        "ViewOnlyAccess",
        "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess");
  }

  private static String title(String service) {
    return service.replaceAll("\\W", "");
  }

  private static String trust(String type, String principal, String action, String more) {
    return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"%s": "%s"}, "Action": ["%s"]%s}]}"""
        .formatted(type, principal, action, more);
  }

  private static String role(
      String name, String path, String trust, int seconds, String policy, String arn) {
    return """
        {"RoleName": "%1$s", "Path": "%2$s", "Arn": "arn:aws:iam::%3$s:role%2$s%1$s",
         "AssumeRolePolicyDocument": %4$s, "MaxSessionDuration": %5$d, "RolePolicyList": [],
         "AttachedManagedPolicies": [{"PolicyName": "%6$s", "PolicyArn": "%7$s"}]}"""
        .formatted(name, path, ACCOUNT, trust, seconds, policy, arn);
  }

  private static String export(List<String> roles, Collection<ManagedPolicy> policies) {
    return "{\"UserDetailList\": [], \"GroupDetailList\": [],\n\"RoleDetailList\": [%s],\n\"Policies\": [%s]}"
        .formatted(
            String.join(",\n", roles),
            policies.stream().map(ManagedPolicy::exported).collect(Collectors.joining(",\n")));
  }

  private static List<String> graver(String export) {
    TextInput input =
        new TextInput(SourceFile.of("account.json", export), Optional.empty(), Optional.empty());
    Analysis analysis =
        new Analyzer().analyze(List.of(input), Optional.empty(), Profile.RECOMMENDED);
    assertThat(analysis.problems()).isEmpty();
    return analysis.open().stream()
        .map(result -> result.finding())
        .filter(finding -> finding.severity().reaches(Severity.MEDIUM))
        .map(f -> f.rule().id() + " " + f.severity().shown() + " " + f.at() + " " + f.message())
        .toList();
  }
}
