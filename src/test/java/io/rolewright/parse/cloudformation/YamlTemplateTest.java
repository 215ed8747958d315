package io.rolewright.parse.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Suppression;
import io.rolewright.model.Text;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.source.SourceFile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates in YAML, with short forms of functions. */
class YamlTemplateTest {

  private static Inventory read(String yaml) {
    Tree tree = YamlReader.read(SourceFile.of("template.yaml", yaml), Limits.DEFAULT);
    assertThat(new CloudFormation().recognises(tree)).isTrue();
    return new CloudFormation().read(tree, ReadOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "!Ref Env | <parameter Env>",
        "!Sub '${Env}-${AWS::AccountId}-${!aws:username}' | "
            + "<parameter Env>-<own account>-${aws:username}",
        "!Sub ['${A}', {A: !Ref Env}] | <parameter Env>",
        "!GetAtt B.Arn | arn:<AWS::Partition>:s3:::b",
        "!GetAtt [B, Arn] | arn:<AWS::Partition>:s3:::b",
        "!Join ['-', [a, !Ref Env]] | a-<parameter Env>",
        "!Select [1, !Split ['-', 'a-b']] | b",
        "!FindInMap [M, x, 012345678901] | n",
        "!If [C, yes, no] | yes",
        "!If [D, !Ref AWS::NoValue, kept] | kept",
        "!ImportValue shared | <import of `shared`>",
        "{'Fn::Sub': !Ref Env} | <Fn::Sub on line 9, column 17>",
        "!Base64 x | <Fn::Base64 on line 9, column 17>",
        "012345678901 | 012345678901",
        "2012-10-17 | 2012-10-17",
      })
  void short_forms_are_the_same_functions(String expression, String expected) {
    Inventory inventory =
        read(
            """
            Parameters: {Env: {Type: String}}
            Mappings: {M: {x: {012345678901: n}}}
            Conditions:
              C: !And [!Equals [a, a], !Not [!Condition D]]
              D: !Or [!Equals [a, b], !Equals [1, "2"]]
            Resources:
              B: {Type: AWS::S3::Bucket, Properties: {BucketName: b}}
              R: {Type: AWS::IAM::Role, Properties: {
                  RoleName: %s }}
            """
                .formatted(expression));
    assertThat(inventory.roles()).hasSize(1);
    assertThat(inventory.roles().get(0).name().shown()).isEqualTo(expected);
  }

  @Test
  void a_whole_role_is_read_with_the_places_of_its_elements() {
    Inventory inventory =
        read(
            """
            AWSTemplateFormatVersion: 2010-09-09
            Parameters:
              Vendor:
                Type: String
                Default: 111122223333
            Conditions:
              HasVendor: !Not [!Equals [!Ref Vendor, ""]]
            Resources:
              Role:
                Type: AWS::IAM::Role
                Metadata:
                  rolewright:
                    ignore:
                      - rules: [TP001]
                        reason: agreed
                        expires: 2027-01-31
                Properties:
                  MaxSessionDuration: 43200
                  AssumeRolePolicyDocument:
                    Version: 2012-10-17
                    Statement:
                      - Effect: Allow
                        Action: sts:AssumeRole
                        Principal:
                          AWS: !Sub "arn:${AWS::Partition}:iam::${Vendor}:root"
                        Condition: !If
                          - HasVendor
                          - StringEquals:
                              sts:ExternalId: secret
                          - !Ref AWS::NoValue
                  Policies:
                    - !If
                      - HasVendor
                      - PolicyName: p
                        PolicyDocument:
                          Version: 2012-10-17
                          Statement: {Effect: Allow, Action: 's3:*', Resource: '*'}
                      - !Ref AWS::NoValue
            """);
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.roles())
        .extracting(Role::world)
        .containsExactly(
            "when condition `HasVendor` is false", "when condition `HasVendor` is true");
    Role with = inventory.roles().get(1);
    PolicyDocument trust = with.trust().orElseThrow();
    assertThat(trust.defects()).isEmpty();
    assertThat(trust.statements().get(0).conditions()).hasSize(1);
    assertThat(Templates.principals(trust))
        .containsExactly("arn:<AWS::Partition>:iam::<parameter Vendor>:root");
    assertThat(trust.statements().get(0).principal().patterns().get(0).origin().start().line())
        .isEqualTo(25);
    assertThat(with.permissions()).hasSize(1);
    assertThat(inventory.roles().get(0).permissions()).isEmpty();
    Suppression suppression = inventory.suppressions().get(0);
    assertThat(suppression.expires()).contains(LocalDate.of(2027, 1, 31));
    assertThat(suppression.scope().covers(trust.origin())).isTrue();
  }

  @Test
  void a_policy_in_a_substituted_block_keeps_the_places_of_its_elements() {
    Inventory inventory =
        read(
            """
            Resources:
              Set:
                Type: AWS::SSO::PermissionSet
                Properties:
                  Name: s
                  InlinePolicy: !Sub |
                    {
                      "Version": "2012-10-17",
                      "Statement": [{
                        "Effect": "Allow",
                        "Action": "s3:*",
                        "Resource": "arn:${AWS::Partition}:s3:::b"
                      }]
                    }
            """);
    PolicyDocument document =
        inventory.sessions().get(0).policies().get(0).document().orElseThrow();
    assertThat(document.defects()).isEmpty();
    Text action = document.statements().get(0).action().patterns().get(0);
    assertThat(action.origin().start().line()).isEqualTo(11);
    assertThat(action.origin().written()).isEqualTo("\"s3:*\"");
    Text resource = document.statements().get(0).resource().patterns().get(0);
    assertThat(resource.shown()).isEqualTo("arn:<AWS::Partition>:s3:::b");
    assertThat(resource.origin().written()).isEqualTo("\"arn:${AWS::Partition}:s3:::b\"");
  }

  @Test
  void several_documents_in_a_file_are_each_a_template() {
    Inventory inventory =
        read(
            """
            Resources: {A: {Type: AWS::IAM::Role}}
            ---
            Resources: {B: {Type: AWS::IAM::Role}}
            """);
    assertThat(inventory.roles()).hasSize(2);
  }
}
