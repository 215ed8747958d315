package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.Issuer.Audience;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuersTest {

  private final Issuers issuers = Issuers.shipped();

  @ParameterizedTest
  @CsvSource({
    "token.actions.githubusercontent.com, GitHub Actions, false",
    "https://Token.Actions.GitHubUserContent.com/, GitHub Actions, false",
    "token.actions.githubusercontent.com/octo, GitHub Actions, true",
    "token.actions.octo.ghe.com, GitHub Actions, true",
    "ghe.example.com/_services/token, GitHub Enterprise Server, true",
    "gitlab.example.com, GitLab Self-Managed, true",
    "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc, Bitbucket Pipelines, true",
    "oidc.circleci.com/org/0a-1b, CircleCI, true",
    "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E, Amazon EKS, true",
    "oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLE, Amazon EKS, true",
    "acme.app.spacelift.io, Spacelift, true",
    "oidc.vercel.com, Vercel, false",
    "oidc.vercel.com/acme, Vercel, true",
    "dev-1.okta.com, Okta, true",
    "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/, Microsoft Entra ID, true",
    "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc, Amazon Cognito user pools, true",
    "accounts.google.com, Google, false",
  })
  void an_issuer_is_found_by_what_a_provider_is_called(String issuer, String name, boolean own) {
    Issuer found = issuers.lookup(issuer).orElseThrow();
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.isPrivate()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login.example.com",
        "token.actions.githubusercontent.com/a/b",
        "oidc.circleci.com/org/",
        "okta.com",
        "oidc.eks.eu-west-1.amazonaws.com",
        ""
      })
  void nothing_is_known_of_others(String issuer) {
    assertThat(issuers.lookup(issuer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "token.actions.githubusercontent.com, repository_id, true",
    "token.actions.githubusercontent.com, repository_owner_id, true",
    "token.actions.githubusercontent.com, repository_owner, false",
    "token.actions.githubusercontent.com, event_name, false",
    "token.actions.githubusercontent.com, workflow_ref, false",
    "gitlab.com, ref_protected, true",
    "gitlab.com, project_path, false",
    "gitlab.example.com, project_id, false",
    "oidc.circleci.com/org/0a, oidc.circleci.com/project-id, true",
    "app.terraform.io, terraform_workspace_id, false",
    "app.terraform.io, sub, true",
    "cognito-identity.amazonaws.com, amr, true",
    "graph.facebook.com, app_id, true",
  })
  void aws_has_keys_for_some_claims(String issuer, String claim, boolean key) {
    assertThat(issuers.lookup(issuer).orElseThrow().hasKey(claim)).isEqualTo(key);
  }

  /** The claims are those that the service authorization reference lists. */
  @Test
  void the_claims_of_exact_issuers_are_condition_keys_of_the_catalogue() {
    for (Issuer issuer : issuers.all()) {
      for (String claim : issuer.claims().keySet()) {
        if (issuer.issuer().indexOf('<') < 0) {
          String key = issuer.issuer() + ":" + claim;
          assertThat(Catalog.shipped().conditionKey(key))
              .as(key)
              .isInstanceOf(KeyLookup.Known.class);
        }
      }
    }
  }

  @Test
  void the_catalogue_knows_no_claims_of_these_issuers_that_the_table_does_not() {
    for (ConditionKey key : Catalog.shipped().service("sts").orElseThrow().conditionKeys()) {
      int colon = key.name().indexOf(':');
      issuers
          .lookup(key.name().substring(0, colon))
          .ifPresent(
              issuer ->
                  assertThat(issuer.hasKey(key.name().substring(colon + 1)))
                      .as(key.name())
                      .isTrue());
    }
  }

  @Test
  void every_shared_issuer_with_a_documented_subject_says_who_the_tenant_is() {
    for (SharedIssuer shared : SharedIssuers.shipped().all()) {
      issuers
          .lookup(shared.issuer())
          .filter(issuer -> issuer.issuer().equals(shared.issuer()))
          .ifPresent(
              issuer ->
                  assertThat(
                          issuer.subjects().isEmpty()
                              || issuer.audience() == Audience.TENANT
                              || issuer.subjects().stream()
                                  .anyMatch(s -> s.form().has(Level.TENANT)))
                      .as(issuer.issuer())
                      .isTrue());
    }
  }

  @Test
  void the_segments_of_a_subject_have_levels() {
    Issuer terraform = issuers.lookup("app.terraform.io").orElseThrow();
    assertThat(terraform.subjects())
        .filteredOn(s -> s.kind().equals("plan"))
        .singleElement()
        .extracting(s -> s.form().segments().stream().map(Segment::level).toList())
        .isEqualTo(List.of(Level.TENANT, Level.PROJECT, Level.PROJECT));
    assertThat(terraform.kinds()).contains("plan", "apply", "pull_request");
    assertThat(terraform.expectedAudiences()).containsExactly("aws.workload.identity");
    assertThat(issuers.lookup("gitlab.com").orElseThrow().audience()).isEqualTo(Audience.CHOSEN);
  }

  @Test
  void braces_of_a_subject_are_letters() {
    Issuer bitbucket =
        issuers
            .lookup("api.bitbucket.org/2.0/workspaces/a/pipelines-config/identity/oidc")
            .orElseThrow();
    TokenForm form =
        bitbucket.subjects().stream()
            .filter(s -> s.kind().equals("environment"))
            .findFirst()
            .orElseThrow()
            .form();
    assertThat(form.segments())
        .extracting(Segment::name)
        .containsExactly("repository", "environment", "step");
    assertThat(form.pieces().get(0).text()).isEqualTo("{");
  }
}
