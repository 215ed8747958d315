package io.rolewright.reason.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which actors get in through a trust policy, and which conditions keep them out: proved. */
class ActorsTest {

  private static final String OWN = "111111111111";
  private static final String OTHER = "222222222222";

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # whom the conditions of a star let in
          stranger  | {}                                                                    | true
          stranger  | {"StringEquals": {"aws:PrincipalOrgID": "o-own0000000"}}              | false
          stranger  | {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-own0000000"}}      | true
          stranger  | {"StringNotEquals": {"aws:PrincipalAccount": "222222222222"}}         | true
          stranger  | {"StringLike": {"aws:PrincipalOrgID": "o-*"}}                         | true
          stranger  | {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/Deploy"}}       | true
          stranger  | {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::222222222222:role/*"}} | false
          stranger  | {"Bool": {"aws:MultiFactorAuthPresent": "true"}}                      | true
          stranger  | {"StringEquals": {"sts:ExternalId": "known"}}                         | true
          stranger  | {"StringEquals": {"aws:PrincipalTag/team": "ops"}}                    | true
          stranger  | {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}                     | false
          stranger  | {"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}}                          | true
          stranger  | {"IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}}             | true
          stranger  | {"IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}, "StringEqualsIfExists": {"aws:SourceVpce": "vpce-1"}} | false
          stranger  | {"NumericLessThan": {"aws:MultiFactorAuthAge": "30"}}                 | true
          stranger  | {"NumericLessThan": {"aws:MultiFactorAuthAge": "0"}}                  | false
          stranger  | {"StringEquals": {"sts:ExternalId": "*"}}                             | false
          stranger  | {"StringLike": {"sts:ExternalId": "*"}}                               | true
          stranger  | {"StringEquals": {"sts:RoleSessionName": "x"}}                        | false
          # his network is his own, and has the addresses that all networks have inside
          stranger  | {"StringEquals": {"aws:SourceVpc": "vpc-0a1b2c3d4e5f67890"}}          | false
          stranger  | {"StringLike": {"aws:SourceVpc": "vpc-0a1b2c3d4e5f67890*"}}           | false
          stranger  | {"StringLike": {"aws:SourceVpc": "vpc-*"}}                            | true
          stranger  | {"StringEquals": {"aws:SourceVpce": "vpce-0a1b2c3d4e5f67890"}}        | false
          stranger  | {"StringEquals": {"aws:VpceAccount": "222222222222"}}                 | false
          stranger  | {"StringEquals": {"aws:VpceOrgID": "o-own0000000"}}                   | false
          stranger  | {"ArnLike": {"aws:SourceVpcArn": "arn:aws:ec2:*:222222222222:vpc/*"}} | false
          stranger  | {"ArnLike": {"aws:SourceVpcArn": "arn:aws:ec2:*:*:vpc/*"}}            | true
          stranger  | {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}}                      | true
          stranger  | {"IpAddress": {"aws:VpcSourceIp": "203.0.113.0/24"}}                  | true
          stranger  | {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}                         | false
          stranger  | {"IpAddress": {"aws:SourceIp": "10.0.0.0/7"}}                         | true
          stranger  | {"IpAddress": {"aws:SourceIp": "fc00::/7"}}                           | false
          stranger  | {"IpAddress": {"aws:SourceIp": "2001:db8::/32"}}                      | false
          stranger  | {"IpAddress": {"aws:SourceIp": "2000::/3"}}                           | true
          stranger  | {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}                  | true
          # ids that AWS gives out: a pattern may fit his, a whole one is somebody else's
          stranger  | {"StringLike": {"aws:PrincipalOrgID": "o-own*"}}                      | true
          stranger  | {"StringLike": {"aws:PrincipalOrgID": "o-own0000000*"}}               | false
          stranger  | {"StringEqualsIgnoreCase": {"aws:PrincipalOrgID": "O-OWN0000000"}}    | false
          stranger  | {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-own0000000/*"}} | false
          stranger  | {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-*/*"}}        | true
          stranger  | {"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-own0000000/*"}} | true
          stranger  | {"StringLike": {"aws:userid": "AROAEXAMPLEEXAMPLE12:*"}}              | false
          stranger  | {"StringLike": {"aws:userid": "*:deploy"}}                            | true
          stranger  | {"StringLike": {"aws:PrincipalAccount": "22222222222?"}}              | true
          stranger  | {"StringLike": {"aws:PrincipalAccount": "*222222222222"}}             | false
          stranger  | {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::1*:role/x"}}           | true
          stranger  | {"StringLike": {"aws:PrincipalArn": "arn:aws:iam::222222222222*"}}    | false
          stranger  | {"StringLike": {"aws:PrincipalArn": "*:role/Deploy"}}                 | true
          # the owner's organisation is not his, whichever it is
          stranger  | {"StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}}      | false
          stranger  | {"StringEqualsIfExists": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}} | true
          stranger  | {"StringEquals": {"aws:ResourceOrgID": "o-own0000000"}}               | true
          # colons are allowed in paths of roles
          stranger  | {"StringLike": {"aws:PrincipalArn": "*222222222222:role/Deploy"}}     | true
          stranger  | {"ArnLike": {"aws:PrincipalArn": "*:*:*:*:222222222222:role/Deploy"}} | false
          # he has tokens of his own of providers that many share
          stranger  | {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/*"}} | false
          stranger  | {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:*"}} | true
          stranger  | {"StringLike": {"oidc.example.com:sub": "*"}}                         | false
          # what is in none of his requests
          stranger  | {"StringEquals": {"aws:SourceAccount": "999999999999"}}               | false
          stranger  | {"StringLike": {"s3:prefix": "*"}}                                    | false
          stranger  | {"Bool": {"aws:ViaAWSService": "true"}}                               | false
          stranger  | {"Bool": {"aws:MultiFactorAuthPresent": "false"}, "NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}} | false
          stranger  | {"StringEquals": {"sts:DurationSeconds": "900"}}                      | false
          stranger  | {"ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]}}            | true
          stranger  | {"ForAnyValue:StringEquals": {"aws:TagKeys": ["a", "b"]}}             | true
          stranger  | {"DateGreaterThan": {"aws:CurrentTime": "2030-01-01"}, "DateLessThan": {"aws:CurrentTime": "2031-01-01"}} | true
          stranger  | {"DateGreaterThan": {"aws:CurrentTime": "2031-01-01"}, "DateLessThan": {"aws:CurrentTime": "2030-01-01"}} | false
          # a person of an account that is named
          person    | {"Bool": {"aws:MultiFactorAuthPresent": "true"}}                      | true
          nomfa     | {}                                                                    | true
          nomfa     | {"Bool": {"aws:MultiFactorAuthPresent": "true"}}                      | false
          nomfa     | {"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}              | true
          nomfa     | {"Null": {"aws:MultiFactorAuthPresent": "false"}}                     | true
          nomfa     | {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}               | false
          nomfa     | {"StringLike": {"aws:username": "admin-*"}}                           | true
          person    | {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::222222222222:role/*"}} | false
          noid      | {"StringEquals": {"sts:ExternalId": "known"}}                         | false
          noid      | {"StringNotEquals": {"sts:ExternalId": "known"}}                      | true
          noarn     | {"ArnLikeIfExists": {"aws:PrincipalArn": "arn:aws:iam::222222222222:role/x"}} | false
          """)
  void aws_principals(String who, String conditions, boolean reached) {
    Actor anyone = Actors.anyoneOf(OTHER);
    Actor actor =
        switch (who) {
          case "stranger" -> Actors.stranger();
          case "person" -> Actors.person(anyone);
          case "nomfa" -> Actors.withoutMfa(Actors.person(anyone));
          case "noid" -> Actors.without(anyone, "sts:externalid");
          default -> Actors.without(anyone, "aws:principalarn");
        };
    String principal = who.equals("stranger") ? "*" : OTHER;
    assertThat(find("{\"AWS\": \"" + principal + "\"}", "sts:AssumeRole", conditions, actor))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {}                                                                                 | true
          {"StringEquals": {"aws:SourceAccount": "111111111111"}}                            | false
          {"StringLike": {"aws:SourceAccount": "*"}}                                         | true
          {"StringNotEquals": {"aws:SourceAccount": "333333333333"}}                         | true
          {"ArnLike": {"aws:SourceArn": "arn:aws:scheduler:*:111111111111:schedule/x/*"}}    | false
          {"ArnLike": {"aws:SourceArn": "arn:aws:scheduler:*:*:schedule/x/*"}}               | true
          {"StringLike": {"aws:SourceArn": "arn:aws:scheduler:*"}}                           | true
          {"StringEquals": {"aws:SourceOrgID": "o-own0000000"}}                              | false
          {"StringEquals": {"aws:SourceOrgID": "${aws:ResourceOrgID}"}}                      | false
          {"StringEquals": {"aws:SourceArn": "arn:aws:scheduler:*:*:schedule/x/*"}}          | false
          {"StringEquals": {"aws:PrincipalOrgID": "o-own0000000"}}                           | false
          {"StringLike": {"aws:SourceArn": "arn:aws:scheduler:*:111111111111:*"}}            | false
          {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::reports-*"}}                           | true
          {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::reports"}}                             | false
          {"ArnLikeIfExists": {"aws:SourceArn": "arn:aws:scheduler:*:111111111111:*"}}       | false
          {"StringEqualsIfExists": {"aws:SourceAccount": "111111111111"}}                    | true
          {"StringEqualsIfExists": {"aws:SourceOrgID": "o-own0000000"}}                      | true
          {"StringEquals": {"sts:ExternalId": "known"}}                                      | false
          {"ForAllValues:StringEquals": {"aws:PrincipalServiceNamesList": "scheduler.amazonaws.com"}} | true
          {"ForAnyValue:StringEquals": {"aws:PrincipalServiceNamesList": "ec2.amazonaws.com"}} | false
          {"ArnLike": {"aws:SourceArn": "arn:aws:scheduler:*:*:schedule/x/*"}, "StringEquals": {"aws:SourceAccount": "111111111111"}} | false
          """)
  void a_service_acting_for_a_stranger(String conditions, boolean reached) {
    Actor deputy = Actors.confusedService("scheduler.amazonaws.com");
    String principal = "{\"Service\": \"scheduler.amazonaws.com\"}";
    assertThat(find(principal, "sts:AssumeRole", conditions, deputy))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # GitHub: subjects by name, by immutable name and by template
          token.actions.githubusercontent.com | sub | repo:acme/web:ref:refs/heads/main              | false
          token.actions.githubusercontent.com | sub | repo:acme/*                                    | false
          token.actions.githubusercontent.com | sub | repo:acme/*:environment:prod                   | false
          token.actions.githubusercontent.com | sub | repo:acme@123/web@456:*                        | false
          token.actions.githubusercontent.com | sub | repo:acme@*/web@*:*                            | false
          token.actions.githubusercontent.com | sub | repository_owner:acme:*                        | false
          token.actions.githubusercontent.com | sub | repository_owner_id:123*                       | true
          token.actions.githubusercontent.com | sub | environment:prod:repository_owner:acme         | false
          token.actions.githubusercontent.com | sub | *:job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main | false
          token.actions.githubusercontent.com | sub | repo:acme:*                                    | false
          # a star in front runs past what follows, into the name of a branch
          token.actions.githubusercontent.com | sub | repo:*@123/web@456:*                           | true
          token.actions.githubusercontent.com | sub | *                                              | true
          token.actions.githubusercontent.com | sub | repo:*                                         | true
          token.actions.githubusercontent.com | sub | repo:acme*                                     | true
          token.actions.githubusercontent.com | sub | repo:acme*/x:*                                 | true
          token.actions.githubusercontent.com | sub | repo:acm?/x:*                                  | true
          token.actions.githubusercontent.com | sub | repo:*/infra:*                                 | true
          token.actions.githubusercontent.com | sub | repo:*acme/infra:*                             | true
          token.actions.githubusercontent.com | sub | *:environment:prod                             | true
          token.actions.githubusercontent.com | sub | repo:*:pull_request                            | true
          token.actions.githubusercontent.com | sub | environment:prod                               | true
          token.actions.githubusercontent.com | sub | repository_owner:acme*                         | true
          token.actions.githubusercontent.com | aud | sts.amazonaws.com                              | true
          token.actions.githubusercontent.com | ref | refs/heads/main                                | true
          token.actions.githubusercontent.com | environment | prod                                   | true
          token.actions.githubusercontent.com | workflow | deploy                                    | true
          token.actions.githubusercontent.com | actor | dana                                         | true
          token.actions.githubusercontent.com | actor_id | 4711                                      | true
          token.actions.githubusercontent.com | repository | acme/web                                | false
          token.actions.githubusercontent.com | repository | acme*                                   | true
          token.actions.githubusercontent.com | repository_id | 4711                                 | false
          token.actions.githubusercontent.com | repository_owner_id | 4711                           | false
          token.actions.githubusercontent.com | enterprise_id | 4711                                 | false
          token.actions.githubusercontent.com | job_workflow_ref | acme/ci/.github/workflows/*        | false
          token.actions.githubusercontent.com | job_workflow_ref | */ci/.github/workflows/*          | true
          token.actions.githubusercontent.com | repository_owner | acme                              | false
          token.actions.githubusercontent.com | sub | repo:*:a:1:b:2:c:3:d:4                         | true
          token.actions.githubusercontent.com | sub | event_name:push:*                              | true
          token.actions.githubusercontent.com | sub | enterprise:acme:*                              | false
          token.actions.githubusercontent.com | sub | event_name:push:repository_owner:acme          | false
          # GitLab
          gitlab.com | sub | project_path:acme/web                                                   | false
          gitlab.com | sub | project_path:*/web                                                      | true
          gitlab.com | sub | project_path:acme/web:ref_type:branch:ref:main                          | false
          gitlab.com | sub | project_path:acme/*                                                     | false
          gitlab.com | sub | project_path:acme*:ref_type:branch:ref:main                             | true
          gitlab.com | sub | project_path:*/deploy:ref_type:branch:ref:main                          | true
          gitlab.com | namespace_id | 7                                                              | false
          gitlab.com | project_id | 7                                                                | false
          gitlab.com | user_login | dana                                                             | false
          gitlab.com | ref_protected | true                                                          | true
          gitlab.com | pipeline_source | push                                                        | true
          gitlab.com | runner_environment | gitlab-hosted                                            | true
          gitlab.com | user_access_level | owner                                                     | true
          # Buildkite
          agent.buildkite.com | sub | organization:acme:pipeline:web:*                               | false
          agent.buildkite.com | sub | organization:acme*:pipeline:web:*                              | true
          agent.buildkite.com | sub | organization:*:pipeline:web:ref:refs/heads/main:*              | true
          agent.buildkite.com | organization_id | 01887d                                             | false
          agent.buildkite.com | organization_slug | acme                                             | false
          agent.buildkite.com | pipeline_id | 01887d                                                 | false
          agent.buildkite.com | cluster_id | 01887d                                                  | false
          agent.buildkite.com | pipeline_slug | web                                                  | true
          agent.buildkite.com | cluster_name | prod                                                  | true
          agent.buildkite.com | build_branch | main                                                  | true
          # HCP Terraform
          app.terraform.io | sub | organization:acme:project:*:workspace:*:run_phase:*               | false
          app.terraform.io | sub | organization:*:project:prod:workspace:prod:run_phase:apply        | true
          app.terraform.io | aud | aws.workload.identity                                             | true
          # audiences that name the tenant
          cognito-identity.amazonaws.com | aud | us-east-1:12345678-dead-beef-cafe-123456790ab0      | false
          cognito-identity.amazonaws.com | aud | us-east-1:*                                         | true
          cognito-identity.amazonaws.com | amr | authenticated                                       | true
          accounts.google.com | aud | 123-abc.apps.googleusercontent.com                             | false
          accounts.google.com | sub | 1234567890                                                     | false
          accounts.google.com | oaud | https://example.com                                           | true
          www.amazon.com | app_id | amzn1.application-oa2-client.x                                   | false
          graph.facebook.com | app_id | 123456                                                       | false
          graph.facebook.com | app_id | *                                                            | true
          oidc.vercel.com | aud | https://vercel.com/acme                                            | false
          oidc.vercel.com | aud | https://vercel.com/*                                               | true
          oidc.vercel.com | sub | owner:acme:project:web:environment:production                      | false
          api.pulumi.com/oidc | aud | aws:acme                                                       | false
          oidc.codefresh.io | sub | account:64f1:pipeline:*                                          | false
          gitlab.com | sub | project_path:*:ref_type:branch:ref:main                                 | true
          oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE1 | sub | system:serviceaccount:shop:cart       | false
          oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE1 | sub | system:serviceaccount:shop:*          | false
          oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE1 | sub | system:serviceaccount:*               | true
          # an issuer whose subjects are not known
          tokens.cloud.shisho.dev | sub | acme:*                                                     | false
          tokens.cloud.shisho.dev | sub | *:prod                                                     | true
          """)
  void another_tenant_of_an_issuer(String issuer, String claim, String value, boolean reached) {
    String principal =
        issuer.matches("www.amazon.com|graph.facebook.com|accounts.google.com|cognito-.*")
            ? issuer
            : "arn:aws:iam::111111111111:oidc-provider/" + issuer;
    Optional<Witness> found =
        find(
            "{\"Federated\": \"" + principal + "\"}",
            "sts:AssumeRoleWithWebIdentity",
            "{\"StringLike\": {\"" + issuer + ":" + claim + "\": \"" + value + "\"}}",
            Actors.foreignTenant(issuer));
    assertThat(found).matches(f -> f.isPresent() == reached, "found: " + reached);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"StringEquals": {"sts:RoleSessionName": "MicrosoftSentinel_0a1b2c3d"}} | false
          {"StringLike": {"sts:RoleSessionName": "MicrosoftSentinel_*"}}          | true
          {}                                                                     | true
          """)
  void another_workspace_of_sentinel(String conditions, boolean reached) {
    String issuer = "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d";
    String principal =
        "{\"Federated\": \"arn:aws:iam::111111111111:oidc-provider/" + issuer + "\"}";
    Actor tenant = Actors.foreignTenant(issuer);
    assertThat(find(principal, "sts:AssumeRoleWithWebIdentity", conditions, tenant))
        .matches(found -> found.isPresent() == reached, "found: " + reached);
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          repo:acme*         | repo:acme-stranger/stranger:ref:refs/heads/main
          repo:acme*/x:*     | repo:acme-stranger/x:ref:refs/heads/main
          repo:*/infra:*     | repo:stranger/infra:ref:refs/heads/main
          *:environment:prod | repo:stranger/stranger:environment:prod
          """)
  void the_subject_is_one_that_github_makes(String pattern, String subject) {
    String issuer = "token.actions.githubusercontent.com";
    Optional<Witness> found =
        find(
            "{\"Federated\": \"arn:aws:iam::111111111111:oidc-provider/" + issuer + "\"}",
            "sts:AssumeRoleWithWebIdentity",
            "{\"StringLike\": {\"" + issuer + ":sub\": \"" + pattern + "\"}}",
            Actors.foreignTenant(issuer));
    assertThat(found.orElseThrow().request().context().get(issuer + ":sub"))
        .containsExactly(subject);
  }

  @Test
  void a_service_that_does_not_send_source_keys_is_kept_out_by_asking_for_them() {
    String principal = "{\"Service\": \"ec2.amazonaws.com\"}";
    Actor deputy = Actors.confusedService("ec2.amazonaws.com");
    assertThat(find(principal, "sts:AssumeRole", "{}", deputy)).isPresent();
    for (String operator : List.of("StringLike", "StringLikeIfExists")) {
      String conditions = "{\"%s\": {\"aws:SourceAccount\": \"*\"}}".formatted(operator);
      assertThat(find(principal, "sts:AssumeRole", conditions, deputy).isPresent())
          .isEqualTo(operator.endsWith("IfExists"));
    }
  }

  @Test
  void many_narrow_ranges_that_make_up_the_internet_are_no_network() {
    List<String> ranges = new ArrayList<>();
    for (int first = 0; first < 256; first++) {
      ranges.add("\"" + first + ".0.0.0/8\"");
    }
    String conditions = "{\"IpAddress\": {\"aws:SourceIp\": " + ranges + "}}";
    assertThat(find("{\"AWS\": \"*\"}", "sts:AssumeRole", conditions, Actors.stranger()))
        .isPresent();
  }

  @Test
  void a_deny_shields_from_all_that_are_not_of_the_organisation() {
    String deny =
        """
        {"Effect": "Deny", "Principal": "*", "Action": "sts:*",
          "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-own0000000"}%s}}
        """;
    assertThat(found(policy(ALL + "," + deny.formatted("")), Actors.stranger(), ENTRY)).isEmpty();
    // who is in no organisation slips through where the key must be there
    String hole = deny.formatted(", \"Null\": {\"aws:PrincipalOrgID\": \"false\"}");
    assertThat(found(policy(ALL + "," + hole), Actors.stranger(), ENTRY)).isPresent();
  }

  @Test
  void an_account_or_organisation_that_is_known_besides_is_no_strangers() {
    String pattern =
        """
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
          "Condition": {"StringLike": {"aws:PrincipalAccount": "22222222222?",
            "aws:PrincipalOrgID": "o-partner*"}}}
        """;
    PolicyDocument policy = policy(pattern);
    Set<String> nine =
        Set.of(
            "222222222220",
            "222222222221",
            "222222222222",
            "222222222223",
            "222222222224",
            "222222222225",
            "222222222226",
            "222222222227",
            "222222222228");
    Request request = found(policy, Actors.stranger(), t -> t.besides(nine, Set.of())).get();
    assertThat(request.principal().account()).contains("222222222229");
    Set<String> partner = Set.of("o-partner00000");
    request = found(policy, Actors.stranger(), t -> t.besides(nine, partner)).get();
    assertThat(request.context().get("aws:PrincipalOrgID")).doesNotContain("o-partner00000");
  }

  @Test
  void an_outsider_of_a_named_account_has_his_own_account_and_a_foreign_organisation() {
    String conditions = "{\"StringEquals\": {\"aws:%s\": \"%s\"}}";
    String account = "{\"AWS\": \"" + OTHER + "\"}";
    Actor outsider = Actors.outsiderOf(OTHER);
    String endpoint = conditions.formatted("VpceAccount", OTHER);
    assertThat(find(account, "sts:AssumeRole", endpoint, outsider)).isPresent();
    String organization = conditions.formatted("PrincipalOrgID", "o-own0000000");
    assertThat(find(account, "sts:AssumeRole", organization, outsider)).isEmpty();
    assertThat(find(account, "sts:AssumeRole", organization, Actors.anyoneOf(OTHER))).isPresent();
    Actor elsewhere = Actors.outside(Actors.anyoneOf(OTHER), Set.of("o-own0000000"));
    assertThat(find(account, "sts:AssumeRole", organization, elsewhere)).isEmpty();
  }

  @Test
  void an_arbitrary_principal_is_none_that_the_policy_names() {
    String named = "{\"AWS\": \"arn:aws:iam::222222222222:role/deploy\"}";
    assertThat(find(named, "sts:AssumeRole", "{}", Actors.outsiderOf(OTHER))).isEmpty();
    assertThat(find(named, "sts:AssumeRole", "{}", Actors.anyoneOf(OTHER))).isPresent();
    assertThat(find(named, "sts:AssumeRole", "{}", Actors.person(Actors.anyoneOf(OTHER))))
        .isEmpty();
    Actor deploy = Actors.caller(Caller.roleSession(OTHER, "deploy", "x"));
    assertThat(find(named, "sts:AssumeRole", "{}", deploy)).isPresent();
  }

  @Test
  void witnesses_are_such_as_people_know() {
    String conditions =
        """
        {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/Deploy-*"},
         "Bool": {"aws:SecureTransport": "true"}}
        """;
    Request request =
        find("{\"AWS\": \"*\"}", "sts:AssumeRole", conditions, Actors.stranger()).get().request();
    assertThat(request.principal())
        .isEqualTo(Caller.roleSession("999999999999", "Deploy-stranger", "stranger"));
    Actor deputy = Actors.confusedService("scheduler.amazonaws.com");
    String arn = "{\"ArnLike\": {\"aws:SourceArn\": \"arn:aws:scheduler:*:*:schedule/x/*\"}}";
    String principal = "{\"Service\": \"scheduler.amazonaws.com\"}";
    request = find(principal, "sts:AssumeRole", arn, deputy).get().request();
    assertThat(request.context().get("aws:SourceArn"))
        .containsExactly("arn:aws:scheduler:us-east-1:999999999999:schedule/x/stranger");
  }

  private static final String ALL =
      "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"}, \"Action\": \"sts:AssumeRole\"}";

  private static final UnaryOperator<Target> ENTRY = UnaryOperator.identity();

  private static Optional<Witness> find(
      String principal, String action, String conditions, Actor actor) {
    String statement =
        "{\"Effect\": \"Allow\", \"Principal\": %s, \"Action\": \"%s\", \"Condition\": %s}"
            .formatted(principal, action, conditions);
    return witness(policy(statement), actor, ENTRY);
  }

  private static Optional<Request> found(
      PolicyDocument policy, Actor actor, UnaryOperator<Target> known) {
    return witness(policy, actor, known).map(Witness::request);
  }

  private static Optional<Witness> witness(
      PolicyDocument policy, Actor actor, UnaryOperator<Target> known) {
    Target target = Target.of(policy, "arn:aws:iam::" + OWN + ":role/target", OWN);
    return Entry.of(policy, known.apply(target))
        .find(policy.statements().get(0), actor)
        .match(
            new Outcome.Cases<>(
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
