package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Mfa;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.StsCall;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallersTest {

  private static final String QUESTION =
      """
      can:
        - {action: "s3:GetObject", resource: "arn:aws:s3:::bucket/key"}
      """;

  @TempDir Path folder;

  @Test
  void a_user_calls_with_long_term_keys_unless_it_says_otherwise() {
    Credentials caller =
        caller(
            """
            caller:
              user: arn:aws:iam::222222222222:user/team/dev
              tags: {team: blue}
              policies:
                - {Version: "2012-10-17", Statement: {Effect: Allow, Action: "*", Resource: "*"}}
            """);
    assertThat(caller.kind()).isEqualTo(Credentials.Kind.LONG_TERM);
    assertThat(caller.caller().kind()).isEqualTo(Caller.Kind.USER);
    assertThat(caller.caller().arn()).contains("arn:aws:iam::222222222222:user/team/dev");
    assertThat(caller.caller().account()).contains("222222222222");
    assertThat(caller.userId()).contains("AIDADEVEXAMPLEEXAMPLE");
    assertThat(caller.mfa()).isEqualTo(Mfa.ABSENT);
    assertThat(caller.principalTags()).isEqualTo(Map.of("team", "blue"));
    assertThat(caller.identity()).hasSize(1);
    assertThat(caller.issuedAt()).isEmpty();
  }

  @Test
  void a_user_with_mfa_calls_with_a_session_token() {
    Credentials caller =
        caller(
            """
            now: 2026-11-23T09:00:00Z
            caller: {user: "arn:aws:iam::222222222222:user/dev", mfa: {age: 120}, policies: []}
            """);
    assertThat(caller.kind()).isEqualTo(Credentials.Kind.SESSION_TOKEN);
    assertThat(caller.mfa()).isEqualTo(Mfa.ago(120));
    assertThat(caller.issuedAt()).contains(Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Test
  void a_console_session_without_mfa_says_false() {
    Credentials caller =
        caller("caller: {root: \"222222222222\", credentials: console, mfa: false}\n");
    assertThat(caller.kind()).isEqualTo(Credentials.Kind.CONSOLE);
    assertThat(caller.caller().kind()).isEqualTo(Caller.Kind.ROOT);
    assertThat(caller.caller().arn()).contains("arn:aws:iam::222222222222:root");
    assertThat(caller.userId()).contains("222222222222");
    assertThat(caller.mfa()).isEqualTo(Mfa.FALSE);
  }

  @Test
  void a_role_session_carries_tags_source_identity_and_keys_along() {
    Credentials caller =
        caller(
            """
            caller:
              role-session: arn:aws:sts::222222222222:assumed-role/ci/run-7
              role: arn:aws:iam::222222222222:role/team/ci
              id: AROAEXAMPLE
              tags: {Team: blue, stage: test}
              session-tags: {team: red}
              transitive-tags: {project: lotus}
              source-identity: dana
              policies: []
              session-policies: []
              keys: {aws:FederatedProvider: cognito-identity.amazonaws.com}
            """);
    assertThat(caller.kind()).isEqualTo(Credentials.Kind.ROLE);
    assertThat(caller.caller().roleArn()).contains("arn:aws:iam::222222222222:role/team/ci");
    assertThat(caller.userId()).contains("AROAEXAMPLE:run-7");
    assertThat(caller.entityTags()).isEqualTo(Map.of("Team", "blue", "stage", "test"));
    assertThat(caller.principalTags())
        .isEqualTo(Map.of("team", "red", "stage", "test", "project", "lotus"));
    assertThat(caller.transitiveTags()).isEqualTo(Map.of("project", "lotus"));
    assertThat(caller.sourceIdentity()).contains("dana");
    assertThat(caller.sessionPolicies()).contains(List.of());
    assertThat(caller.carried().get("aws:FederatedProvider"))
        .containsExactly("cognito-identity.amazonaws.com");
    assertThat(caller.mfa()).isEqualTo(Mfa.FALSE);
  }

  @Test
  void a_session_without_session_policies_is_not_one_with_none() {
    Credentials caller =
        caller(
            """
            caller:
              federated-user: arn:aws:sts::222222222222:federated-user/guest
              user: arn:aws:iam::222222222222:user/dev
              policies: []
            """);
    assertThat(caller.kind()).isEqualTo(Credentials.Kind.FEDERATION);
    assertThat(caller.caller().userArn()).contains("arn:aws:iam::222222222222:user/dev");
    assertThat(caller.userId()).contains("222222222222:guest");
    assertThat(caller.sessionPolicies()).isEmpty();
  }

  @Test
  void a_service_says_for_which_resource_it_calls() {
    Credentials caller =
        caller(
            """
            caller:
              service: pods.eks.amazonaws.com
              keys: {aws:SourceAccount: "222222222222"}
            """);
    assertThat(caller.caller()).isEqualTo(Caller.service("pods.eks.amazonaws.com"));
    assertThat(caller.carried().get("aws:sourceaccount")).containsExactly("222222222222");
  }

  @Test
  void nobody_calls_without_credentials() {
    assertThat(caller("caller: {anonymous: true}\n").caller()).isEqualTo(Caller.anonymous());
  }

  @Test
  void claims_become_keys_tags_and_a_source_identity() {
    Story story =
        Story.read(
            folder,
            """
            caller:
              web-identity: cognito-identity.amazonaws.com
              claims:
                iss: https://cognito-identity.amazonaws.com
                aud: us-east-1:12345678
                sub: us-east-1:user
                amr: [authenticated]
                nickname: dee
                https://aws.amazon.com/tags:
                  principal_tags: {team: [blue]}
                  transitive_tag_keys: [team]
                https://aws.amazon.com/source_identity: dana
            call:
              operation: AssumeRoleWithWebIdentity
              RoleArn: arn:aws:iam::111111111111:role/app
              RoleSessionName: phone
              role: {trust: {Statement: {Effect: Allow, Principal: {Federated: \
            cognito-identity.amazonaws.com}, Action: "sts:AssumeRoleWithWebIdentity"}}}
            """);
    assertThat(story.said())
        .containsExactly(
            "8:5 note AWS makes no condition key of the claim `nickname`; it was left out (R5.13)");
    Scenario scenario = story.scenario().orElseThrow();
    assertThat(scenario.caller().carried().asMap())
        .isEqualTo(
            Map.of(
                "cognito-identity.amazonaws.com:amr", List.of("authenticated"),
                "cognito-identity.amazonaws.com:aud", List.of("us-east-1:12345678"),
                "cognito-identity.amazonaws.com:sub", List.of("us-east-1:user")));
    assertThat(scenario.caller().carried().isList("cognito-identity.amazonaws.com:amr")).isTrue();
    StsCall call = scenario.calls().get(0).call();
    assertThat(call.tags()).extracting("key", "value").containsExactly(tuple("team", "blue"));
    assertThat(call.text(Parameter.TRANSITIVE_TAG_KEYS)).contains("team");
    assertThat(call.text(Parameter.SOURCE_IDENTITY)).contains("dana");
    assertThat(call.text(Parameter.ROLE_SESSION_NAME)).contains("phone");
  }

  @Test
  void a_token_that_lists_the_role_is_authorised_by_its_provider() {
    Scenario scenario =
        Story.read(
                folder,
                """
                caller:
                  web-identity: accounts.google.com
                  claims: {"https://aws.amazon.com/roles": "arn:aws:iam::111111111111:role/app"}
                call:
                  operation: AssumeRoleWithWebIdentity
                  RoleArn: arn:aws:iam::111111111111:role/app
                  RoleSessionName: phone
                  role: {trust: {Statement: {Effect: Allow, Principal: {Federated: \
                accounts.google.com}, Action: "sts:AssumeRoleWithWebIdentity"}}}
                """)
            .sound();
    assertThat(scenario.caller().carried().get("sts:RoleAuthorizedByIdp")).containsExactly("true");
  }

  @Test
  void google_gives_azp_as_aud_and_aud_as_oaud() {
    Credentials caller =
        caller(
            """
            caller:
              web-identity: accounts.google.com
              claims: {aud: app.example.com, azp: client-id, sub: "1234"}
            """);
    assertThat(caller.carried().asMap())
        .isEqualTo(
            Map.of(
                "accounts.google.com:aud", List.of("client-id"),
                "accounts.google.com:oaud", List.of("app.example.com"),
                "accounts.google.com:sub", List.of("1234")));
  }

  @Test
  void the_provider_of_a_token_gives_its_keys_their_prefix() {
    Credentials caller =
        caller(
            """
            caller:
              web-identity: "arn:aws:iam::111111111111:oidc-provider/\
            token.actions.githubusercontent.com"
              claims: {aud: sts.amazonaws.com, sub: "repo:octo/app:ref:refs/heads/main", \
            repository_owner_id: 42}
            """);
    assertThat(caller.caller().kind()).isEqualTo(Caller.Kind.WEB_IDENTITY);
    assertThat(caller.carried().get("token.actions.githubusercontent.com:repository_owner_id"))
        .containsExactly("42");
    assertThat(caller.carried().get("token.actions.githubusercontent.com:sub"))
        .containsExactly("repo:octo/app:ref:refs/heads/main");
  }

  @Test
  void attributes_become_keys_tags_and_parameters() {
    Scenario scenario =
        Story.read(
                folder,
                """
                caller:
                  saml: arn:aws:iam::111111111111:saml-provider/corp
                  attributes:
                    saml:aud: https://signin.aws.amazon.com/saml
                    saml:sub: dana
                    eduPersonAffiliation: staff
                    https://aws.amazon.com/SAML/Attributes/PrincipalTag:team: blue
                    https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys: [team]
                    https://aws.amazon.com/SAML/Attributes/RoleSessionName: dana@example.com
                    https://aws.amazon.com/SAML/Attributes/SourceIdentity: dana
                    https://aws.amazon.com/SAML/Attributes/SessionDuration: 7200
                call:
                  operation: AssumeRoleWithSAML
                  RoleArn: arn:aws:iam::111111111111:role/staff
                  role: {trust: {Statement: {Effect: Allow, Principal: {Federated: \
                "arn:aws:iam::111111111111:saml-provider/corp"}, Action: "sts:*"}}}
                """)
            .sound();
    assertThat(scenario.caller().carried().asMap())
        .containsEntry("saml:doc", List.of("111111111111/corp"))
        .containsEntry("saml:aud", List.of("https://signin.aws.amazon.com/saml"))
        .containsEntry("saml:sub", List.of("dana"));
    assertThat(scenario.caller().carried().get("saml:edupersonaffiliation"))
        .containsExactly("staff");
    assertThat(scenario.caller().carried().isList("saml:edupersonaffiliation")).isTrue();
    StsCall call = scenario.calls().get(0).call();
    assertThat(call.tags()).extracting("key", "value").containsExactly(tuple("team", "blue"));
    assertThat(call.text(Parameter.PRINCIPAL_ARN))
        .contains("arn:aws:iam::111111111111:saml-provider/corp");
    assertThat(call.text(Parameter.ROLE_SESSION_NAME)).contains("dana@example.com");
    assertThat(call.text(Parameter.SOURCE_IDENTITY)).contains("dana");
    assertThat(call.text(Parameter.DURATION_SECONDS)).contains("7200");
    assertThat(call.text(Parameter.TRANSITIVE_TAG_KEYS)).contains("team");
  }

  private Credentials caller(String text) {
    return Story.read(folder, text + QUESTION).sound().caller();
  }
}
