package io.rolewright.reason.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.property.Witness;
import io.rolewright.source.SourceFile;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose tokens of an issuer get in through a pattern, by what the pattern leaves open: proved. */
class TokenActorsTest {

  private static final String OWN = "111111111111";

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # GitHub: other repositories
          github | foreignProject | repo:acme/app:*                    | -
          github | foreignProject | repo:acme/app:ref:refs/heads/main  | -
          github | foreignProject | repo:acme/*                        | repo:acme/stranger:ref:refs/heads/main
          github | foreignProject | repo:acme/*:environment:prod       | repo:acme/stranger:environment:prod
          github | foreignProject | repo:acme/app*                     | repo:acme/app-stranger:ref:refs/heads/main
          github | foreignProject | repo:acme/app*:pull_request        | repo:acme/app-stranger:pull_request
          github | foreignProject | repo:*/app:*                       | repo:stranger/app:ref:refs/heads/main
          github | foreignProject | repo:acme@12/app@34:*              | -
          # a branch can have such a name, and claims can be put behind it
          github | foreignProject | repo:acme@*/app@*:ref:refs/heads/main | repo:acme@999999999/stranger@888888888:ref:refs/heads/main/app@:ref:refs/heads/main
          github | foreignProject | repo:acme@*/app@*                  | repo:acme@999999999/stranger@888888888:ref:refs/heads/app@
          github | foreignProject | repo:acme@12/*                     | repo:acme@12/stranger@888888888:ref:refs/heads/main
          github | foreignProject | repository_owner:acme:*            | repository_owner:acme:ref:refs/heads/main
          github | foreignProject | repository_id:4711                 | -
          github | foreignProject | environment:prod:repo:acme/app     | -
          github | foreignProject | environment:prod:repo:acme/*       | environment:prod:repo:acme/stranger
          # GitHub: other branches, environments and events of a repository that is named
          github | foreignRef     | repo:acme/app:*                    | repo:acme/app:ref:refs/heads/stranger
          github | foreignRef     | repo:acme/app:ref:refs/heads/main  | -
          github | foreignRef     | repo:acme/app:ref:refs/heads/rel*  | repo:acme/app:ref:refs/heads/rel-stranger
          github | foreignRef     | repo:acme/app:ref:refs/tags/v*     | repo:acme/app:ref:refs/tags/v-stranger
          github | foreignRef     | repo:acme/app:environment:prod     | -
          github | foreignRef     | repo:acme/app:environment:*        | repo:acme/app:environment:stranger
          github | foreignRef     | repo:acme/app:pull_request         | -
          github | foreignRef     | repo:acme/app:pull_*               | repo:acme/app:pull_request
          github | foreignRef     | repo:acme/*                        | -
          github | foreignRef     | repo:acme@12/app@34:*              | repo:acme@12/app@34:ref:refs/heads/stranger
          github | foreignRef     | repository_id:4711                 | repository_id:4711
          # GitHub: classes of tokens
          github | pull_request   | repo:acme/app:*                    | repo:acme/app:pull_request
          github | pull_request   | repo:acme/app:pull_request         | repo:acme/app:pull_request
          github | pull_request   | repo:acme/app:ref:*                | -
          github | pull_request   | repo:acme/app:environment:prod     | -
          github | tag            | repo:acme/app:ref:refs/tags/*      | repo:acme/app:ref:refs/tags/main
          github | tag            | repo:acme/app:ref:refs/heads/*     | -
          github | branch         | repo:acme/app:ref:refs/heads/main  | repo:acme/app:ref:refs/heads/main
          github | branch         | repo:acme/app:environment:*        | -
          github | anyToken       | repo:acme/app:ref:refs/heads/main  | repo:acme/app:ref:refs/heads/main
          github | anyToken       | nonsense                           | -
          # GitLab
          gitlab | foreignProject | project_path:g/app:ref_type:branch:ref:main | -
          gitlab | foreignProject | project_path:g/*:ref_type:branch:ref:main   | project_path:g/stranger:ref_type:branch:ref:main
          gitlab | foreignProject | project_path:g/sub/*:ref_type:branch:ref:main | project_path:g/sub/stranger:ref_type:branch:ref:main
          gitlab | foreignProject | project_path:g/sub/app:*           | -
          gitlab | foreignRef     | project_path:g/app:*               | project_path:g/app:ref_type:branch:ref:stranger
          gitlab | foreignRef     | project_path:g/app:ref_type:branch:ref:main | -
          gitlab | pull_request   | project_path:g/app:ref_type:branch:ref:main | -
          gitlab | pull_request   | project_path:g/app:ref_type:branch:ref:*    | project_path:g/app:ref_type:branch:ref:stranger
          gitlab | pull_request   | project_path:g/app:ref_type:tag:*  | -
          # HCP Terraform
          terraform | foreignTenant  | organization:*:project:p:workspace:w:run_phase:apply | organization:stranger:project:p:workspace:w:run_phase:apply
          terraform | foreignProject | organization:acme:project:*                          | organization:acme:project:stranger:workspace:stranger:run_phase:apply
          terraform | foreignProject | organization:acme:project:p:workspace:*:run_phase:*  | organization:acme:project:p:workspace:stranger:run_phase:apply
          terraform | foreignProject | organization:acme:project:p:workspace:w:run_phase:*  | -
          terraform | foreignProject | organization:acme:project:Default Project:workspace:w:run_phase:apply | -
          terraform | foreignRef     | organization:acme:project:p:workspace:w:run_phase:apply | -
          terraform | foreignRef     | organization:acme:project:p:workspace:w:run_phase:*  | organization:acme:project:p:workspace:w:run_phase:apply
          terraform | plan           | organization:acme:project:p:workspace:w:run_phase:*  | organization:acme:project:p:workspace:w:run_phase:plan
          terraform | pull_request   | organization:acme:project:p:workspace:w:run_phase:*  | organization:acme:project:p:workspace:w:run_phase:plan
          terraform | pull_request   | organization:acme:project:p:workspace:w:run_phase:apply | -
          # Bitbucket: the issuer is the workspace's
          bitbucket | foreignProject | {1de489be-ce6a-42a0-a8c8-eadbf1174ac7}:*  | -
          bitbucket | foreignProject | *                                         | {88888888-9999-4999-8999-999999999999}:{88888888-9999-4999-8999-999999999999}
          bitbucket | foreignRef     | {1de489be-ce6a-42a0-a8c8-eadbf1174ac7}:*  | {1de489be-ce6a-42a0-a8c8-eadbf1174ac7}:{88888888-9999-4999-8999-999999999999}
          bitbucket | foreignRef     | {1de489be-ce6a-42a0-a8c8-eadbf1174ac7}:{0b}:* | -
          bitbucket | foreignRef     | {1de489be-ce6a-42a0-a8c8-eadbf1174ac7}:{0*}:* | {1de489be-ce6a-42a0-a8c8-eadbf1174ac7}:{0-88888888-9999-4999-8999-999999999999}:{88888888-9999-4999-8999-999999999999}
          # CircleCI
          circleci | foreignProject | org/0a/project/1b/user/* | -
          circleci | foreignProject | org/0a/project/*/user/2c | org/0a/project/88888888-9999-4999-8999-999999999999/user/2c
          circleci | foreignProject | org/0a/project/*/user/*/vcs-origin/github.com/acme/app/vcs-ref/refs/heads/main | -
          circleci | foreignRef     | org/0a/project/1b/user/*/vcs-origin/*/vcs-ref/refs/heads/main | -
          # Kubernetes
          eks | foreignTenant  | system:serviceaccount:*:cart      | system:serviceaccount:stranger:cart
          eks | foreignProject | system:serviceaccount:shop:*      | system:serviceaccount:shop:stranger
          eks | foreignProject | system:serviceaccount:shop:cart   | -
          eks | foreignProject | system:serviceaccount:shop:cart*  | system:serviceaccount:shop:cart-stranger
          eks | foreignProject | system:serviceaccount:prod*:*     | system:serviceaccount:prod:stranger
          eks | foreignRef     | system:serviceaccount:shop:cart   | -
          # others
          buildkite | foreignProject | organization:acme:pipeline:*                        | organization:acme:pipeline:stranger:ref:refs/heads/main:commit:stranger:step:
          buildkite | foreignProject | organization:acme:pipeline:web:*                    | -
          buildkite | foreignRef     | organization:acme:pipeline:web:*                    | organization:acme:pipeline:web:ref:refs/heads/stranger:commit:stranger:step:
          buildkite | foreignRef     | organization:acme:pipeline:web:ref:refs/heads/main:* | -
          codefresh | foreignProject | account:64f1:pipeline:99aa:*                        | -
          codefresh | foreignProject | account:64f1:*                                      | account:64f1:pipeline:stranger:scm_repo_url:https://github.com/stranger/stranger:scm_user_name:stranger:scm_ref:main
          scalr     | foreignProject | account:acme:environment:prod:workspace:*           | account:acme:environment:prod:workspace:stranger
          scalr     | foreignProject | account:acme:environment:*                          | account:acme:environment:stranger:workspace:stranger
          vercel    | foreignProject | owner:acme:project:*:environment:production         | owner:acme:project:stranger:environment:production
          vercel    | foreignRef     | owner:acme:project:web:environment:*                | owner:acme:project:web:environment:production
          vercel    | foreignRef     | owner:acme:project:web:environment:production       | -
          vercel    | pull_request   | owner:acme:project:web:environment:*                | owner:acme:project:web:environment:preview
          pulumi    | foreignProject | pulumi:deploy:org:acme:project:core:*               | pulumi:deploy:org:acme:project:core:stack:stranger:operation:update:scope:write
          upbound   | foreignProject | mcp:acme/*                                          | mcp:acme/stranger:provider:stranger
          spacelift | foreignProject | space:prod:stack:infra:*                            | -
          spacelift | foreignProject | space:prod:*                                        | space:prod:stack:stranger:run_type:TRACKED:scope:write
          spacelift | pull_request   | space:prod:stack:infra:*                            | space:prod:stack:infra:run_type:PROPOSED:scope:read
          google    | foreignProject | *                                                   | -
          unknown   | anyToken       | alice                                               | alice
          unknown   | foreignProject | *                                                   | -
          """)
  void a_subject(String issuer, String who, String pattern, String subject) {
    String key = issuer(issuer) + ":sub";
    Optional<Witness> found = find(issuer(issuer), like(key, pattern), actor(issuer(issuer), who));
    assertThat(found.map(witness -> witness.request().context().get(key).get(0)))
        .isEqualTo(Optional.ofNullable(subject));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what other claims keep out
          github | foreignProject | repository=acme/app                                        | false
          github | foreignProject | repository=acme/*                                          | true
          github | foreignProject | repository_id=4711                                         | false
          github | foreignProject | repository_owner_id=4711                                   | true
          github | foreignProject | job_workflow_ref=acme/ci/.github/workflows/d.yml@*         | false
          github | foreignProject | sub=repo:acme/*,repository=acme/app                        | false
          github | foreignProject | sub=repo:acme/*,ref=refs/heads/main                        | true
          github | foreignRef     | sub=repo:acme/app:*,ref=refs/heads/main                    | false
          github | foreignRef     | sub=repo:acme/app:*,ref=refs/heads/*                       | true
          github | foreignRef     | sub=repo:acme/app:*,environment=prod                       | false
          github | foreignRef     | repository_id=4711                                         | true
          github | foreignRef     | repository_owner_id=4711                                   | false
          github | foreignRef     | sub=repo:acme/*,job_workflow_ref=acme/ci/.github/workflows/d.yml@* | true
          github | foreignRef     | sub=repo:acme/*,job_workflow_ref=acme/ci/.github/workflows/d.yml@refs/heads/main | false
          github | pull_request   | sub=repo:acme/app:*,ref=refs/heads/main                    | false
          github | pull_request   | sub=repo:acme/app:*,ref=refs/pull/*                        | true
          github | pull_request   | sub=repo:acme/app:*,environment=*                          | false
          github | anyToken       | repository_owner=acme                                      | false
          github | anyToken       | event_name=push                                            | false
          github | anyToken       | actor=dana                                                 | true
          github | anyToken       | aud=sts.amazonaws.com                                      | true
          gitlab | pull_request   | sub=project_path:g/app:*,ref_protected=true                | false
          gitlab | pull_request   | sub=project_path:g/app:*,pipeline_source=merge_request_event | true
          gitlab | pull_request   | sub=project_path:g/app:*,pipeline_source=push              | false
          gitlab | foreignProject | project_id=7                                               | false
          gitlab | foreignProject | namespace_id=7                                             | true
          gitlab | foreignProject | user_login=dana                                            | true
          circleci | foreignProject | oidc.circleci.com/project-id=1b                          | false
          circleci | foreignProject | aud=0a                                                   | true
          bitbucket | foreignProject | aud=ari:cloud:bitbucket::workspace/0a                   | true
          bitbucket | anyToken    | aud=sts.amazonaws.com                                      | false
          buildkite | foreignProject | pipeline_slug=web                                       | false
          buildkite | foreignRef  | pipeline_slug=web,build_branch=main                        | false
          buildkite | foreignRef  | pipeline_slug=web                                          | true
          google | foreignTenant  | google/organization_number=12                              | false
          google | anyToken       | google/organization_number=12                              | true
          facebook | anyToken     | app_id=12                                                  | true
          """)
  void claims(String issuer, String who, String claims, boolean reached) {
    String conditions = "";
    for (String claim : claims.split(",")) {
      String key = issuer(issuer) + ":" + claim.substring(0, claim.indexOf('='));
      conditions +=
          (conditions.isEmpty() ? "" : ", ") + pair(key, claim.substring(claim.indexOf('=') + 1));
    }
    String operator = claims.contains("number=") ? "NumericEquals" : "StringLike";
    String condition = "{\"" + operator + "\": {" + conditions + "}}";
    assertThat(find(issuer(issuer), condition, actor(issuer(issuer), who)))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                     | true
          {"StringEquals": {"cognito-identity.amazonaws.com:aud": "us-east-1:1b"}} | true
          {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}} | false
          {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}} | true
          {"ForAllValues:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}} | false
          {"ForAnyValue:StringNotLike": {"cognito-identity.amazonaws.com:amr": "unauthenticated"}} | false
          """)
  void a_guest_of_an_identity_pool(String conditions, boolean reached) {
    assertThat(find("cognito-identity.amazonaws.com", conditions, Actors.unauthenticated()))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                        | true
          {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}      | true
          {"StringEquals": {"SAML:sub_type": "persistent", "SAML:sub": "dana"}}     | true
          {"StringEquals": {"SAML:iss": "https://idp.example.com", "aws:RequestTag/team": "ops"}} | true
          {"StringEquals": {"aws:PrincipalOrgID": "o-own0000000"}}                  | false
          {"Bool": {"aws:MultiFactorAuthPresent": "true"}}                          | false
          """)
  void anybody_with_an_assertion(String conditions, boolean reached) {
    String provider = "arn:aws:iam::111111111111:saml-provider/Corp";
    String statement =
        statement("{\"Federated\": \"" + provider + "\"}", "sts:AssumeRoleWithSAML", conditions);
    assertThat(witness(policy(statement), Actors.anyAssertion(provider)))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  @Test
  void every_token_has_a_subject_and_an_audience() {
    Witness found =
        find(issuer("github"), "{}", Actors.foreignProject(issuer("github"))).orElseThrow();
    assertThat(found.request().context().get(issuer("github") + ":sub"))
        .containsExactly("repo:stranger/stranger:ref:refs/heads/main");
    assertThat(found.request().context().get(issuer("github") + ":aud"))
        .containsExactly("sts.amazonaws.com");
    String absent = "{\"Null\": {\"" + issuer("github") + ":sub\": \"true\"}}";
    assertThat(find(issuer("github"), absent, Actors.anyToken(issuer("github")))).isEmpty();
  }

  @Test
  void a_project_that_one_of_several_texts_names_is_not_unknown() {
    String both =
        """
        {"StringLike": {"token.actions.githubusercontent.com:sub":
          ["repo:acme/app:*", "repo:acme/ap?:*"]}}
        """;
    Witness found = find(issuer("github"), both, Actors.foreignProject(issuer("github"))).get();
    assertThat(found.request().context().get(issuer("github") + ":sub").get(0))
        .matches("repo:acme/ap[^p]:.*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          foreignTenant  | StringEqualsIgnoreCase | Repo:Acme/App:ref:refs/heads/main | false
          foreignProject | StringEqualsIgnoreCase | repo:Acme/App:ref:refs/heads/main | false
          # git tells Main from main
          foreignRef     | StringEqualsIgnoreCase | repo:Acme/App:ref:refs/heads/main | true
          foreignProject | StringNotLike          | repo:acme/app:*                   | true
          foreignProject | StringLike             | ''                                | false
          foreignRef     | StringLike             | ''                                | false
          pull_request   | StringNotEquals        | ''                                | true
          foreignProject | StringLike             | ${aws:username}                   | false
          foreignRef     | StringLike             | repo:acme/app:ref:refs/heads/???? | true
          """)
  void other_operators_and_texts(String who, String operator, String value, boolean reached) {
    String key = issuer("github") + ":sub";
    String conditions = "{\"" + operator + "\": {" + pair(key, value) + "}}";
    assertThat(find(issuer("github"), conditions, actor(issuer("github"), who)))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  private static String issuer(String name) {
    return switch (name) {
      case "github" -> "token.actions.githubusercontent.com";
      case "gitlab" -> "gitlab.com";
      case "terraform" -> "app.terraform.io";
      case "bitbucket" -> "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc";
      case "circleci" -> "oidc.circleci.com/org/0a";
      case "eks" -> "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE1";
      case "buildkite" -> "agent.buildkite.com";
      case "codefresh" -> "oidc.codefresh.io";
      case "scalr" -> "scalr.io";
      case "vercel" -> "oidc.vercel.com";
      case "pulumi" -> "api.pulumi.com/oidc";
      case "upbound" -> "proidc.upbound.io";
      case "spacelift" -> "acme.app.spacelift.io";
      case "google" -> "accounts.google.com";
      case "facebook" -> "graph.facebook.com";
      default -> "login.example.com";
    };
  }

  private static Actor actor(String issuer, String who) {
    return switch (who) {
      case "foreignTenant" -> Actors.foreignTenant(issuer);
      case "foreignProject" -> Actors.foreignProject(issuer);
      case "foreignRef" -> Actors.foreignRef(issuer);
      case "anyToken" -> Actors.anyToken(issuer);
      default -> Actors.event(issuer, who);
    };
  }

  private static String like(String key, String pattern) {
    return "{\"StringLike\": {" + pair(key, pattern) + "}}";
  }

  private static String pair(String key, String value) {
    return "\"" + key.toUpperCase(Locale.ROOT) + "\": \"" + value + "\"";
  }

  private static Optional<Witness> find(String issuer, String conditions, Actor actor) {
    boolean builtIn =
        issuer.matches("www.amazon.com|graph.facebook.com|accounts.google.com|cognito-.*");
    String provider = builtIn ? issuer : "arn:aws:iam::111111111111:oidc-provider/" + issuer;
    String principal = "{\"Federated\": \"" + provider + "\"}";
    return witness(
        policy(statement(principal, "sts:AssumeRoleWithWebIdentity", conditions)), actor);
  }

  private static String statement(String principal, String action, String conditions) {
    return "{\"Effect\": \"Allow\", \"Principal\": %s, \"Action\": \"%s\", \"Condition\": %s}"
        .formatted(principal, action, conditions);
  }

  /** What is found has been replayed. */
  private static Optional<Witness> witness(PolicyDocument policy, Actor actor) {
    Target target = Target.of(policy, "arn:aws:iam::" + OWN + ":role/target", OWN);
    return Entry.of(policy, target)
        .find(policy.statements().get(0), actor)
        .match(
            new io.rolewright.reason.property.Outcome.Cases<>(
                possible -> Optional.of(possible.witness()),
                impossible -> Optional.empty(),
                undecided -> {
                  throw new AssertionError(undecided.reason());
                }));
  }

  private static PolicyDocument policy(String statements) {
    String text = "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
    SourceFile file = SourceFile.of("trust.json", text);
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), PolicyKind.TRUST);
  }
}
