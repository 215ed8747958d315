package io.rolewright.reason.actor;

import io.rolewright.reason.TenantTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * Subjects that customers may put together themselves: besides the usual forms, of any claims after
 * the first.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">GitHub: OpenID Connect
 *     reference</a>
 */
final class Subjects {

  private static final List<String> OF_GITHUB =
      List.of(
          "repo:{TENANT}/{NAME}",
          "repository:{TENANT}/{NAME}",
          "repository_owner:{TENANT}",
          "repository_id:{TENANT_ID}",
          "repository_owner_id:{TENANT_ID}",
          "enterprise:{TENANT}",
          "enterprise_id:{TENANT_ID}",
          "job_workflow_ref:{TENANT}/{VALUE}",
          "repository_visibility:{VALUE}",
          "actor:{VALUE}",
          "actor_id:{VALUE}",
          "base_ref:{VALUE}",
          "context:{VALUE}",
          "environment:{VALUE}",
          "event_name:{VALUE}",
          "head_ref:{VALUE}",
          "ref:{VALUE}",
          "ref_type:{VALUE}",
          "run_attempt:{VALUE}",
          "run_id:{VALUE}",
          "run_number:{VALUE}",
          "runner_environment:{VALUE}",
          "workflow:{VALUE}");

  private Subjects() {}

  /** The forms of an issuer, whose claims are named with {@code prefix}. */
  static List<TenantTemplate> of(String prefix) {
    List<String> first =
        switch (prefix) {
          case "token.actions.githubusercontent.com:" -> OF_GITHUB;
          case "gitlab.com:" -> List.of("project_path:{TENANT}/{PATH}");
          default -> List.of();
        };
    List<TenantTemplate> all = new ArrayList<>();
    for (String written : first) {
      all.add(TenantTemplate.of(written));
      all.add(TenantTemplate.of(written + ":{REST}"));
    }
    return all;
  }
}
