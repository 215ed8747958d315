package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.SessionGrant;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.cloudformation.CloudFormation;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantLinksTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Other: {Type: String}
      Conditions:
        Prod: !Equals [!Ref Other, prod]
      Resources:
        Unnamed:
          Type: AWS::IAM::Role
          Properties: &role
            AssumeRolePolicyDocument:
              Statement:
                - {Effect: Allow, Principal: {Service: rolesanywhere.amazonaws.com}, Action: sts:AssumeRole}
            Policies:
              - PolicyName: read
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Action: "s3:GetObject", Resource: !Sub "arn:${AWS::Partition}:s3:::data/*"}
        Named:
          Type: AWS::IAM::Role
          Properties: {<<: *role, RoleName: named, Path: /team/}
        Grant:
          Type: AWS::RolesAnywhere::Profile
          Properties:
            Name: grant
            RoleArns: [ROLE]
            SessionPolicy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::data/*"}]}'
      """;

  private static Inventory read(String text) {
    SourceFile file = SourceFile.of("template.yaml", text);
    return new CloudFormation().read(YamlReader.read(file, Limits.DEFAULT), ReadOptions.DEFAULT);
  }

  private static String linked(Inventory inventory, SessionGrant grant) {
    return Written.ask(inventory).linked(grant).granted().stream()
        .map(g -> g.role().name().shown() + (g.bound() ? "" : " unbound"))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      !GetAtt Unnamed.Arn                                                     | Unnamed
      !GetAtt [Named, Arn]                                                    | named
      !Sub "${Unnamed.Arn}"                                                   | Unnamed
      !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Unnamed}"     | Unnamed
      !Sub "arn:aws:iam::${AWS::AccountId}:role/team/named"                   | named
      "arn:aws:iam::111122223333:role/team/named"                             | named
      "arn:aws:iam::111122223333:role/named"                                  |
      "arn:aws:iam::111122223333:role/absent"                                 |
      !Ref Other                                                              |
      """)
  void a_reference_to_a_role_of_the_template_means_that_role(String reference, String role) {
    Inventory inventory = read(TEMPLATE.replace("ROLE", reference));
    SessionGrant grant = inventory.sessions().get(0);
    assertThat(linked(inventory, grant)).isEqualTo(role == null ? "" : role);
    assertThat(Written.ask(inventory).linked(grant).absent()).hasSize(role == null ? 1 : 0);
  }

  @Test
  void the_partition_of_a_template_is_that_of_the_session_policy() {
    Inventory inventory = read(TEMPLATE.replace("ROLE", "!GetAtt Unnamed.Arn"));
    SessionQuestions questions = Written.ask(inventory);
    assertThat(questions.noOp(inventory.sessions().get(0)).isYes()).isTrue();
    assertThat(questions.dead(inventory.sessions().get(0)).isNo()).isTrue();
  }

  @Test
  void the_policy_of_a_pod_binds_the_target_role_if_there_is_one() {
    Inventory inventory =
        read(
            TEMPLATE.replace("ROLE", "x")
                + """
                  Pod:
                    Type: AWS::EKS::PodIdentityAssociation
                    Properties:
                      RoleArn: !GetAtt Unnamed.Arn
                      TargetRoleArn: !GetAtt Named.Arn
                      Policy: '{"Version": "2012-10-17", "Statement": []}'
                """);
    assertThat(linked(inventory, inventory.sessions().get(1))).isEqualTo("Unnamed unbound, named");
  }

  @Test
  void a_trust_policy_may_name_a_role_of_the_template() {
    Inventory inventory =
        read(
            TEMPLATE.replace("ROLE", "x")
                + """
                  Chained:
                    Type: AWS::IAM::Role
                    Properties:
                      MaxSessionDuration: 7200
                      AssumeRolePolicyDocument:
                        Statement:
                          - {Effect: Allow, Principal: {AWS: !GetAtt Unnamed.Arn}, Action: sts:AssumeRole}
                """);
    assertThat(inventory.roles().get(2).name().shown()).isEqualTo("Chained");
    assertThat(Written.ask(inventory).onlyChained(inventory.roles().get(2)).isYes()).isTrue();
  }

  @Test
  void a_permission_set_bounds_no_role() {
    SessionGrant set =
        Written.grant(SessionGrant.Kind.PERMISSION_SET, "allow s3:*", java.util.Optional.empty());
    Inventory inventory = Written.inventory(List.of(), List.of(set), List.of());
    assertThat(linked(inventory, set)).isEmpty();
    assertThat(Written.ask(inventory).noOp(set).isOpen()).isTrue();
  }
}
