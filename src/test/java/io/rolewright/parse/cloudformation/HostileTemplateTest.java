package io.rolewright.parse.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.source.Problem;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that are wrong, or meant to do harm: all are read, none throws or hangs. */
@Timeout(60)
class HostileTemplateTest {

  private static final String[] TYPES = {
    "AWS::IAM::Role",
    "AWS::IAM::User",
    "AWS::IAM::Group",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::IAM::RolePolicy",
    "AWS::SSO::PermissionSet",
    "AWS::RolesAnywhere::Profile",
    "AWS::Transfer::User",
    "AWS::EKS::PodIdentityAssociation",
    "AWS::Serverless::Function",
    "AWS::Serverless::StateMachine",
    "AWS::Organizations::Policy",
    "AWS::S3::BucketPolicy",
    "AWS::KMS::Key"
  };

  private static final String[] PROPERTIES = {
    "AssumeRolePolicyDocument",
    "Policies",
    "ManagedPolicyArns",
    "PermissionsBoundary",
    "MaxSessionDuration",
    "RoleName",
    "Path",
    "Tags",
    "PolicyDocument",
    "Roles",
    "Users",
    "Groups",
    "UserName",
    "GroupName",
    "PolicyName",
    "ManagedPolicyName",
    "SessionDuration",
    "InlinePolicy",
    "ManagedPolicies",
    "CustomerManagedPolicyReferences",
    "RoleArns",
    "DurationSeconds",
    "SessionPolicy",
    "Role",
    "Policy",
    "RoleArn",
    "KeyPolicy",
    "Type",
    "Content",
    "Name"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "true",
        "\"\"",
        "\"x\"",
        "\"{\"",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "[{}]",
        "[[[\"a\"]]]",
        "{\"a\": {}}",
        "{\"Ref\": \"AWS::NoValue\"}",
        "{\"Ref\": \"X\"}",
        "{\"Fn::GetAtt\": \"X.Arn\"}",
        "{\"Ref\": null}",
        "{\"Fn::If\": [{}, {}, {}]}",
        "{\"Fn::If\": null}",
        "{\"Fn::Sub\": []}",
        "{\"Fn::Sub\": [null, null]}",
        "{\"Fn::Join\": [[], {}]}",
        "{\"Fn::Select\": [[], []]}",
        "{\"Fn::Split\": [{}, {}]}",
        "{\"Fn::FindInMap\": [{}, {}, {}]}",
        "{\"Fn::GetAtt\": {}}",
        "{\"Fn::ImportValue\": {}}",
        "{\"Fn::Transform\": {}}",
        "{\"Fn::Equals\": 1}",
        "{\"Fn::And\": []}",
        "{\"Fn::Not\": {}}",
        "{\"Fn::ToJsonString\": null}",
        "{\"Statement\": 1}",
        "{\"Statement\": [[1]]}",
        "{\"Fn::Transform\": {}, \"Statement\": []}"
      })
  void any_value_may_stand_anywhere(String value) {
    StringJoiner resources = new StringJoiner(",");
    resources.add("\"X\": {\"Type\": \"AWS::IAM::ManagedPolicy\", \"Properties\": " + value + "}");
    for (int t = 0; t < TYPES.length; t++) {
      StringJoiner properties = new StringJoiner(",", "{", "}");
      for (String property : PROPERTIES) {
        properties.add("\"" + property + "\": " + value);
      }
      resources.add(
          "\"R%d\": {\"Type\": \"%s\", \"Metadata\": %s, \"Condition\": %s, \"Properties\": %s}"
              .formatted(t, TYPES[t], value, value, properties));
      resources.add(
          "\"S%d\": {\"Type\": \"%s\", \"Properties\": %s}".formatted(t, TYPES[t], properties));
    }
    Inventory inventory = Templates.read("{\"Resources\": {" + resources + "}}");
    assertThat(inventory.sessions()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void functions_that_double_their_value_at_each_level_end_as_unknown() {
    String value = "\"aa\"";
    for (int i = 0; i < 40; i++) {
      value = "{\"Fn::Sub\": [\"${v}${v}\", {\"v\": %s}]}".formatted(value);
    }
    Inventory inventory =
        Templates.read(
            "{\"Resources\": {\"R\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": "
                + value
                + "}}}}");
    assertThat(inventory.roles()).hasSize(1);
    assertThat(inventory.problems())
        .extracting(Problem::message)
        .contains("the template takes too much work; what comes from here on is unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Parameters", "Mappings", "Conditions", "Resources", "Metadata", "Globals"})
  void a_section_of_the_wrong_type_is_passed_over(String section) {
    for (String value : new String[] {"1", "[]", "[{}]", "\"x\"", "{\"R\": 1}", "{\"R\": []}"}) {
      Inventory inventory =
          Templates.read(
              "{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"%s\": %s}"
                  .formatted(section, value));
      assertThat(inventory.isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[] | `Resources` must be an object, so that nothing in it was read",
        "{'R': {}} | resource `R` has no `Type`, so that it was not read",
        "{'R': []} | resource `R` has no `Type`, so that it was not read",
        "{'Fn::ForEach::X': []} | the resources that `Fn::ForEach::X` makes are not looked at",
        "{'R': {'Type': 'A::B::C'}, 'R': {'Type': 'A::B::C'}} | "
            + "`R` is written twice; only the last one counts",
      })
  void what_is_not_read_is_told(String resources, String message) {
    Inventory inventory =
        Templates.read(
            "{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"Resources\": %s}"
                .formatted(resources.replace('\'', '"')));
    assertThat(Templates.messages(inventory)).containsExactly(message);
  }

  @Test
  void names_that_double_each_other_do_not_explode() {
    StringJoiner resources = new StringJoiner(",");
    for (int i = 0; i < 2_000; i++) {
      resources.add(
          """
          "R%d": {"Type": "AWS::IAM::Role", "Properties": {"Path": {"Fn::Sub": "${R%d.Arn}${R%d.Arn}"},
           "RoleName": {"Fn::Sub": "${R%d}${R%d}${R%d.Arn}"}}}
          """
              .formatted(i, i + 1, i + 1, i + 1, i + 1, (i * 7) % 2_000));
    }
    assertThat(Templates.read("{\"Resources\": {" + resources + "}}").roles()).hasSize(2_000);
  }

  @Test
  void long_chains_of_conditions_and_names_do_not_overflow() {
    StringJoiner conditions = new StringJoiner(",");
    StringJoiner resources = new StringJoiner(",");
    for (int i = 0; i < 20_000; i++) {
      conditions.add("\"C%d\": {\"Fn::Not\": [{\"Condition\": \"C%d\"}]}".formatted(i, i + 1));
    }
    for (int i = 0; i < 2_000; i++) {
      resources.add(
          "\"R%d\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": {\"Ref\": \"R%d\"}}}"
              .formatted(i, i + 1));
    }
    resources.add("\"Q\": {\"Type\": \"AWS::IAM::Role\", \"Condition\": \"C0\"}");
    Inventory inventory =
        Templates.read(
            "{\"Conditions\": {%s}, \"Resources\": {%s}}".formatted(conditions, resources));
    assertThat(Templates.messages(inventory))
        .contains("a value is nested or referred to too deeply");
  }

  @Test
  void many_policies_for_one_name_are_joined_in_bounded_time() {
    StringJoiner resources = new StringJoiner(",");
    for (int i = 0; i < 2_000; i++) {
      resources.add(
          """
          "R%d": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "same"}},
          "P%d": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "p", "Roles": ["same"]}}
          """
              .formatted(i, i));
    }
    assertThat(Templates.read("{\"Resources\": {" + resources + "}}").roles()).hasSize(2_000);
  }

  @Test
  void other_files_are_not_recognised() {
    CloudFormation format = new CloudFormation();
    assertThat(format.recognises(Templates.tree("{\"Resources\": {\"a\": {\"Type\": \"x\"}}}")))
        .isFalse();
    assertThat(format.recognises(Templates.tree("{\"Statement\": []}"))).isFalse();
    assertThat(format.recognises(Templates.tree("[1]"))).isFalse();
    assertThat(format.recognises(Templates.tree(""))).isFalse();
    assertThat(
            format.recognises(
                Templates.tree("{\"Resources\": {\"a\": 1, \"b\": {\"Type\": \"A::B::C\"}}}")))
        .isTrue();
  }
}
