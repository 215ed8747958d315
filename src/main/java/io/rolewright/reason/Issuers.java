package io.rolewright.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tokens of known issuers look like (R5.3 to R5.9, R5.13).
 *
 * @param subjects how the issuer builds {@code sub}; none where that is not known
 * @param audiences how it builds {@code aud}, where that names the tenant; otherwise the tenant
 *     asks for the audience he wants
 * @param chosen claims that a tenant can have as he likes
 * @param numbers claims that hold a number AWS or the issuer gave out
 */
public record Issuers(
    List<TenantTemplate> subjects,
    List<TenantTemplate> audiences,
    Set<String> chosen,
    Set<String> numbers) {

  private static final Issuers OTHER = new Issuers(List.of(), List.of(), Set.of("aud"), Set.of());

  /** A cluster of EKS serves one customer; another tenant of it is another service account. */
  private static final Issuers CLUSTER = subjects("system:serviceaccount:{TENANT}:{TENANT}");

  private static final Map<String, Issuers> BY_NAME =
      Map.ofEntries(
          Map.entry("token.actions.githubusercontent.com", gitHub()),
          Map.entry("gitlab.com", gitLab()),
          Map.entry("agent.buildkite.com", buildkite()),
          Map.entry(
              "app.terraform.io",
              subjects(
                  "organization:{TENANT}:project:{VALUE}:workspace:{VALUE}:run_phase:{VALUE}")),
          Map.entry("oidc.codefresh.io", subjects("account:{TENANT}:pipeline:{REST}")),
          Map.entry("scalr.io", subjects("account:{TENANT}:environment:{REST}")),
          Map.entry("proidc.upbound.io", subjects("mcp:{TENANT}/{REST}")),
          Map.entry("oidc.circleci.com", both("org/{TENANT}/project/{REST}", "{TENANT}")),
          Map.entry(
              "oidc.vercel.com",
              both("owner:{TENANT}:project:{REST}", "https://vercel.com/{TENANT}")),
          Map.entry(
              "api.pulumi.com/oidc",
              both("pulumi:deploy:org:{TENANT}:{REST}", "{TENANT}", "aws:{TENANT}")),
          Map.entry("sandboxes.cloud", both("{TENANT}", "{TENANT}")),
          Map.entry(
              "cognito-identity.amazonaws.com", both("us-east-1:{TENANT}", "us-east-1:{TENANT}")),
          Map.entry(
              "accounts.google.com",
              both("{TENANT_ID}", "{TENANT_ID}-{TENANT}.apps.googleusercontent.com")),
          Map.entry("www.amazon.com", both("{TENANT}", "{TENANT}")),
          Map.entry("graph.facebook.com", both("{TENANT_ID}", "{TENANT_ID}")));

  /** The issuer of a name as in a provider's ARN; nothing is known of other issuers. */
  public static Issuers named(String issuer) {
    return issuer.startsWith("oidc.eks.") ? CLUSTER : BY_NAME.getOrDefault(issuer, OTHER);
  }

  /**
   * Who triggers a run counts as chosen: a run in a stranger's repository is also triggered by
   * somebody who stars it. Ids and the reusable workflow do not (R5.5).
   */
  private static Issuers gitHub() {
    List<TenantTemplate> subjects = new ArrayList<>();
    String claims = ":{CLAIM}:{VALUE}";
    for (String usual : List.of(claims, ":pull_request", ":environment:{VALUE}")) {
      subjects.add(TenantTemplate.of("repo:{TENANT}/{NAME}" + usual));
    }
    for (String owner :
        List.of(
            "repo:{TENANT}/{NAME}",
            "repo:{TENANT}@{TENANT_ID}/{NAME}@{ID}",
            "repository:{TENANT}/{NAME}",
            "repository_owner:{TENANT}",
            "repository_id:{TENANT_ID}",
            "repository_owner_id:{TENANT_ID}",
            "job_workflow_ref:{TENANT}/{VALUE}")) {
      for (String rest : List.of(claims, ":{CLAIM}", claims + claims, "")) {
        subjects.add(TenantTemplate.of(owner + rest));
      }
    }
    for (String claim : List.of("environment", "ref", "context", "workflow", "actor")) {
      for (String owner :
          List.of(
              "",
              ":repo:{TENANT}/{NAME}",
              ":repository:{TENANT}/{NAME}",
              ":repository_owner:{TENANT}",
              ":job_workflow_ref:{TENANT}/{VALUE}")) {
        subjects.add(TenantTemplate.of(claim + ":{VALUE}" + owner));
      }
    }
    return new Issuers(
        subjects,
        List.of(),
        Set.of("aud", "ref", "environment", "workflow", "actor", "actor_id"),
        Set.of("repository_id", "repository_owner_id", "enterprise_id"));
  }

  private static Issuers gitLab() {
    return new Issuers(
        List.of(TenantTemplate.of("project_path:{TENANT}/{PATH}:ref_type:{VALUE}:ref:{REST}")),
        List.of(),
        Set.of(
            "aud", "pipeline_source", "ref_protected", "runner_environment", "user_access_level"),
        Set.of("namespace_id", "project_id", "user_id"));
  }

  private static Issuers buildkite() {
    return new Issuers(
        List.of(
            TenantTemplate.of(
                "organization:{TENANT}:pipeline:{VALUE}:ref:{VALUE}:commit:{VALUE}:step:{REST}")),
        List.of(),
        Set.of("aud", "build_branch", "cluster_name", "pipeline_slug"),
        Set.of());
  }

  private static Issuers subjects(String written) {
    return new Issuers(List.of(TenantTemplate.of(written)), List.of(), Set.of("aud"), Set.of());
  }

  private static Issuers both(String subject, String... audiences) {
    List<TenantTemplate> own = new ArrayList<>();
    for (String audience : audiences) {
      own.add(TenantTemplate.of(audience));
    }
    return new Issuers(
        List.of(TenantTemplate.of(subject)),
        own,
        Set.of("oaud"),
        Set.of("google/organization_number"));
  }
}
