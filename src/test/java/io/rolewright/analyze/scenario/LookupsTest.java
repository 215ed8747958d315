package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.ResourceElement;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.StsCall;
import io.rolewright.simulate.sts.TargetRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupsTest {

  private static final String EXPORT =
      """
      {
        "UserDetailList": [{
          "UserName": "dev", "Path": "/", "Arn": "arn:aws:iam::222222222222:user/dev",
          "Tags": [{"Key": "team", "Value": "blue"}],
          "GroupList": ["developers"],
          "UserPolicyList": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}}],
          "AttachedManagedPolicies": [],
          "PermissionsBoundary": {
            "PermissionsBoundaryArn": "arn:aws:iam::222222222222:policy/limits"}
        }],
        "GroupDetailList": [{
          "GroupName": "developers", "Arn": "arn:aws:iam::222222222222:group/developers",
          "GroupPolicyList": [{"PolicyName": "all", "PolicyDocument": {"Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}}],
          "AttachedManagedPolicies": []
        }],
        "RoleDetailList": [{
          "RoleName": "deploy", "Path": "/team/", "RoleId": "AROA1",
          "Arn": "arn:aws:iam::222222222222:role/team/deploy",
          "MaxSessionDuration": 7200,
          "Tags": [{"Key": "team", "Value": "blue"}],
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": {
            "Effect": "Allow", "Principal": {"AWS": "222222222222"}, "Action": "sts:AssumeRole"}},
          "RolePolicyList": [],
          "AttachedManagedPolicies": [
            {"PolicyName": "limits", "PolicyArn": "arn:aws:iam::222222222222:policy/limits"},
            {"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}]
        }],
        "Policies": [{
          "PolicyName": "limits", "Arn": "arn:aws:iam::222222222222:policy/limits",
          "DefaultVersionId": "v1",
          "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true,
            "Document": {"Version": "2012-10-17",
              "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}}]
        }]
      }
      """;

  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Deploy:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                Effect: Allow
                Principal: {AWS: "222222222222"}
                Action: sts:AssumeRole
            Policies:
              - PolicyName: buckets
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    Effect: Allow
                    Action: s3:GetObject
                    Resource: !Sub "arn:aws:s3:::${AWS::AccountId}-data/*"
      """;

  private static final String CALLER = "caller: {user: \"arn:aws:iam::222222222222:user/dev\"}\n";

  @TempDir Path folder;

  @BeforeEach
  void write() {
    Story.write(folder, "export.json", EXPORT);
    Story.write(folder, "template.yaml", TEMPLATE);
  }

  @Test
  void a_user_of_an_export_brings_policies_groups_tags_and_boundary() {
    Credentials caller =
        Story.read(
                folder,
                "files: [export.json]\n"
                    + CALLER
                    + "can: [{action: \"s3:GetObject\", resource: \"arn:aws:s3:::b/k\"}]\n")
            .sound()
            .caller();
    assertThat(caller.identity()).extracting(NamedPolicy::name).containsExactly("own", "all");
    assertThat(caller.boundary().map(NamedPolicy::name))
        .contains("arn:aws:iam::222222222222:policy/limits");
    assertThat(caller.principalTags()).isEqualTo(Map.of("team", "blue"));
  }

  @Test
  void a_role_of_an_export_is_found_by_its_arn() {
    Story story =
        Story.read(
            folder,
            "files: [export.json]\n"
                + CALLER
                + """
                call:
                  operation: AssumeRole
                  RoleArn: arn:aws:iam::222222222222:role/team/deploy
                  RoleSessionName: dev
                """);
    assertThat(story.said())
        .containsExactly(
            "28:7 warning what the managed policy `arn:aws:iam::aws:policy/ReadOnlyAccess` says is"
                + " in none of the files, so it counts as unknown; add it under"
                + " `managed-policies`");
    TargetRole role = role(story);
    assertThat(role.arn()).isEqualTo("arn:aws:iam::222222222222:role/team/deploy");
    assertThat(role.maxSessionDuration()).isEqualTo(7200);
    assertThat(role.tags()).isEqualTo(Map.of("team", "blue"));
    assertThat(role.trust().document().statements()).hasSize(1);
    assertThat(role.identity())
        .extracting(NamedPolicy::name)
        .containsExactly(
            "arn:aws:iam::222222222222:policy/limits", "arn:aws:iam::aws:policy/ReadOnlyAccess");
    PolicyDocument unknown = role.identity().get(1).document();
    assertThat(unknown.statements().get(0).effect()).isEqualTo(Effect.UNKNOWN);
  }

  @Test
  void the_scenario_has_the_last_word_on_what_a_file_says() {
    Scenario scenario =
        Story.read(
                folder,
                "files: [export.json]\n"
                    + CALLER
                    + """
                    managed-policies:
                      arn:aws:iam::aws:policy/ReadOnlyAccess:
                        Version: "2012-10-17"
                        Statement: {Effect: Allow, Action: "s3:Get*", Resource: "*"}
                    call:
                      operation: AssumeRole
                      RoleArn: arn:aws:iam::222222222222:role/team/deploy
                      RoleSessionName: dev
                      role: {max-session-duration: 43200, tags: {stage: test}, id: AROA1}
                    """)
            .sound();
    TargetRole role = scenario.calls().get(0).role().orElseThrow();
    assertThat(role.maxSessionDuration()).isEqualTo(43200);
    assertThat(role.tags()).isEqualTo(Map.of("stage", "test"));
    assertThat(role.id()).isEqualTo("AROA1");
    assertThat(role.identity()).hasSize(2);
    assertThat(role.identity().get(1).document().statements().get(0).isAllow()).isTrue();
  }

  @Test
  void a_role_of_an_export_needs_no_arn_if_it_is_named() {
    Scenario scenario =
        Story.read(
                folder,
                "files: [export.json]\n"
                    + CALLER
                    + """
                    managed-policies:
                      arn:aws:iam::aws:policy/ReadOnlyAccess: FullAWSAccess
                    call: {operation: AssumeRole, role: deploy, RoleSessionName: dev}
                    """)
            .sound();
    assertThat(scenario.calls().get(0).call().text(Parameter.ROLE_ARN))
        .contains("arn:aws:iam::222222222222:role/team/deploy");
  }

  @Test
  void a_role_of_a_template_belongs_to_the_account_that_the_call_names() {
    Scenario scenario =
        Story.read(
                folder,
                "files: [template.yaml, export.json]\n"
                    + CALLER
                    + """
                    call:
                      operation: AssumeRole
                      RoleArn: arn:aws:iam::111111111111:role/stack-Deploy-ABC
                      RoleSessionName: dev
                      role: Deploy
                    """)
            .sound();
    TargetRole role = scenario.calls().get(0).role().orElseThrow();
    assertThat(role.account()).isEqualTo("111111111111");
    assertThat(resources(role.identity().get(0)))
        .containsExactly("arn:aws:s3:::111111111111-data/*");
  }

  @Test
  void a_role_session_gets_its_path_from_the_export() {
    Story story =
        Story.read(
            folder,
            """
            files: [export.json]
            caller: {role-session: "arn:aws:sts::222222222222:assumed-role/deploy/run"}
            can: [{action: "s3:GetObject", resource: "arn:aws:s3:::b/k"}]
            """);
    Credentials caller = story.scenario().orElseThrow().caller();
    assertThat(caller.caller().roleArn()).contains("arn:aws:iam::222222222222:role/team/deploy");
    assertThat(caller.entityTags()).isEqualTo(Map.of("team", "blue"));
    assertThat(caller.identity()).hasSize(2);
  }

  @Test
  void a_session_policy_keeps_the_text_that_would_be_sent() {
    Story.write(
        folder,
        "session.json",
        "{ \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"} }\n");
    String object = "{Statement: {Effect: Allow, Action: \"*\", Resource: \"*\"}}";
    String text = "'{\"Statement\":  {\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}'";
    assertThat(policy(object).text(Parameter.POLICY))
        .contains("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");
    assertThat(policy(text).text(Parameter.POLICY))
        .contains("{\"Statement\":  {\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}");
    assertThat(policy("session.json").text(Parameter.POLICY))
        .contains(
            "{ \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"} }\n");
    assertThat(policy("{file: ./session.json, name: narrow}").policy().map(NamedPolicy::name))
        .contains("narrow");
    assertThat(policy("session.json").policy()).isEqualTo(policy("session.json").policy());
  }

  private StsCall policy(String policy) {
    Scenario scenario =
        Story.read(
                folder,
                "files: [export.json]\n"
                    + CALLER
                    + "call: {operation: GetFederationToken, Name: guest, Policy: "
                    + policy
                    + "}\n")
            .sound();
    return scenario.calls().get(0).call();
  }

  @Test
  void accounts_bring_their_organisation_policies_level_by_level() {
    Scenario scenario =
        Story.read(
                folder,
                "files: [export.json]\n"
                    + CALLER
                    + """
                    accounts:
                      "222222222222":
                        organization: o-exampleorg1
                        path: o-exampleorg1/r-ab12/ou-ab12-cdef3456/
                        scps: [[FullAWSAccess], [FullAWSAccess, {name: no-s3, document: \
                    {Version: "2012-10-17", Statement: {Effect: Deny, Action: "s3:*", \
                    Resource: "*"}}}]]
                    network: {aws:SourceIp: 203.0.113.7, aws:SourceVpce: vpce-1}
                    can: [{action: "s3:GetObject", resource: "arn:aws:s3:::b/k", expect: denied}]
                    """)
            .sound();
    List<List<NamedPolicy>> levels =
        scenario.surroundings().of("222222222222").scps().orElseThrow();
    assertThat(levels).hasSize(2);
    assertThat(levels.get(1))
        .extracting(NamedPolicy::name)
        .containsExactly("FullAWSAccess", "no-s3");
    assertThat(levels.get(0).get(0).document().statements().get(0).isAllow()).isTrue();
    assertThat(scenario.surroundings().network().get("aws:sourcevpce")).containsExactly("vpce-1");
    assertThat(scenario.questions().get(0).expected()).contains(false);
  }

  private static TargetRole role(Story story) {
    return story.scenario().orElseThrow().calls().get(0).role().orElseThrow();
  }

  private static List<String> resources(NamedPolicy policy) {
    ResourceElement resource = policy.document().statements().get(0).resource();
    return resource.patterns().stream().map(t -> t.shown()).toList();
  }
}
