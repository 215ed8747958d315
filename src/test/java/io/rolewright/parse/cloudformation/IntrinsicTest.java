package io.rolewright.parse.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.TextPart;
import io.rolewright.model.TextPart.Unknown;
import io.rolewright.source.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every function, seen through the name of a role. */
class IntrinsicTest {

  private static final String TEMPLATE =
      """
      {"AWSTemplateFormatVersion": "2010-09-09",
       "Parameters": {
         "Env": {"Type": "String", "Default": "dev"},
         "Secret": {"Type": "String", "Default": "x", "NoEcho": true},
         "Only": {"Type": "String", "AllowedValues": ["one"]},
         "List": {"Type": "CommaDelimitedList", "AllowedValues": ["a"]},
         "Ssm": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/key"}},
       "Mappings": {
         "ByEnv": {"dev": {"Name": "m-dev", "Names": ["p", "q"]}, "prod": {"Name": "m-prod"}},
         "ByRegion": {"eu-west-1": {"Name": "m-eu"}}},
       "Conditions": {"Never": {"Fn::Equals": ["a", "b"]}, "Always": {"Fn::Not":
         [{"Condition": "Never"}]}},
       "Resources": {
         "R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": %s}},
         "Fixed": {"Type": "AWS::IAM::Role", "Condition": "Never",
           "Properties": {"RoleName": "fixed", "Path": "/p/"}},
         "Made": {"Type": "AWS::IAM::Role", "Condition": "Never"},
         "Managed": {"Type": "AWS::IAM::ManagedPolicy", "Condition": "Never"},
         "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "b"}},
         "Table": {"Type": "AWS::DynamoDB::Table"},
         "Oidc": {"Type": "AWS::IAM::OIDCProvider",
           "Properties": {"Url": "https://token.actions.githubusercontent.com"}},
         "Other": {"Type": "AWS::EC2::VPC"}}}
      """;

  private static Inventory read(String expression) {
    return Templates.read(TEMPLATE.formatted(expression));
  }

  private static String resolved(String expression) {
    return Templates.role(read(expression)).name().shown();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'Ref': 'Env'} | <parameter Env>",
        "{'Ref': 'Only'} | one",
        "{'Ref': 'List'} | <parameter List>",
        "{'Ref': 'AWS::AccountId'} | <own account>",
        "{'Ref': 'AWS::Partition'} | <AWS::Partition>",
        "{'Ref': 'AWS::NoValue'} | R",
        "{'Ref': 'AWS::StackName'} | <AWS::StackName>",
        "{'Ref': 'Fixed'} | fixed",
        "{'Ref': 'Made'} | <generated name of role `Made`>",
        "{'Ref': 'Managed'} | arn:<AWS::Partition>:iam::<own account>:policy/"
            + "<generated name of managed policy `Managed`>",
        "{'Ref': 'Other'} | <id of `Other`>",
        "{'Ref': 'Oidc'} | arn:<AWS::Partition>:iam::<own account>:oidc-provider/"
            + "token.actions.githubusercontent.com",
        "{'Fn::GetAtt': ['Fixed', 'Arn']} | "
            + "arn:<AWS::Partition>:iam::<own account>:role/p/fixed",
        "{'Fn::GetAtt': 'Fixed.Arn'} | arn:<AWS::Partition>:iam::<own account>:role/p/fixed",
        "{'Fn::GetAtt': 'Bucket.Arn'} | arn:<AWS::Partition>:s3:::b",
        "{'Fn::GetAtt': 'Table.Arn'} | arn:<AWS::Partition>:dynamodb:<AWS::Region>:"
            + "<own account>:table/<generated name of table `Table`>",
        "{'Fn::GetAtt': 'Other.CidrBlock'} | <attribute CidrBlock of `Other`>",
        "{'Fn::Sub': 'a-${Env}-${AWS::Region}'} | a-<parameter Env>-<AWS::Region>",
        "{'Fn::Sub': '${Fixed.Arn}'} | arn:<AWS::Partition>:iam::<own account>:role/p/fixed",
        "{'Fn::Sub': '${!Env}-${!x}'} | ${Env}-${x}",
        "{'Fn::Sub': '${aws:username}${*}${'} | ${aws:username}${*}${",
        "{'Fn::Sub': ['${A}-${Env}', {'A': {'Ref': 'Only'}, 'Env': 'e'}]} | one-e",
        "{'Fn::Join': ['-', ['a', {'Ref': 'Only'}, {'Ref': 'AWS::NoValue'}, 'b']]} | a-one-b",
        "{'Fn::Join': [',', {'Ref': 'List'}]} | <parameter List>",
        "{'Fn::Join': ['', []]} | R",
        "{'Fn::Select': [1, ['a', 'b']]} | b",
        "{'Fn::Select': ['1', {'Fn::Split': ['-', 'x-y-z']}]} | y",
        "{'Fn::Select': [5, {'Fn::Split': [':', {'Fn::GetAtt': 'Bucket.Arn'}]}]} | b",
        "{'Fn::Select': [0, {'Fn::Split': ['-', {'Ref': 'Env'}]}]} | "
            + "<item 0 of `<parts of `<parameter Env>` between `-`>`>",
        "{'Fn::Select': [0, {'Ref': 'List'}]} | <item 0 of `<parameter List>`>",
        "{'Fn::FindInMap': ['ByEnv', 'dev', 'Name']} | m-dev",
        "{'Fn::Select': [1, {'Fn::FindInMap': ['ByEnv', 'dev', 'Names']}]} | q",
        "{'Fn::FindInMap': ['ByRegion', {'Ref': 'AWS::Region'}, 'Name']} | "
            + "<value of mapping `ByRegion` at AWS::Region, `Name`>",
        "{'Fn::FindInMap': ['ByEnv', 'no', 'Name', {'DefaultValue': 'd'}]} | d",
        "{'Fn::If': ['Never', 'a', 'b']} | b",
        "{'Fn::If': ['Always', {'Ref': 'Only'}, 'b']} | one",
        "{'Fn::ImportValue': {'Fn::Sub': '${Env}-role'}} | <import of `<parameter Env>-role`>",
        "{'Fn::ToJsonString': {'a': ['x', {'Ref': 'Env'}], 'b': true}} | "
            + "{\"a\":[\"x\",\"<parameter Env>\"],\"b\":true}",
        "'{{resolve:ssm:/a/b:1}}-x' | <{{resolve:ssm:/a/b:1}}>-x",
        "{'Fn::Sub': 'p{{resolve:ssm:/${Only}}}'} | p<{{resolve:ssm:/one}}>",
        "'{{resolve:open' | {{resolve:open",
      })
  void a_function_resolves_to_what_is_known(String expression, String expected) {
    Inventory inventory = read(expression.replace('\'', '"'));
    assertThat(Templates.role(inventory).name().shown()).isEqualTo(expected);
    assertThat(Templates.messages(inventory)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'Ref': 'Nothing'} | `Nothing` is neither a parameter nor a resource of this template",
        "{'Fn::Sub': '${Nothing}'} | `Nothing` is neither a parameter nor a resource of this template",
        "{'Fn::GetAtt': 'No.Arn'} | `No` is neither a parameter nor a resource of this template",
        "{'Ref': 'AWS::Nope'} | `AWS::Nope` is no pseudo parameter",
        "{'Ref': ['Env']} | `Ref` takes the name of a parameter or resource",
        "{'Fn::Nope': 'x'} | `Fn::Nope` is no intrinsic function known here",
        "{'Fn::If': ['a']} | `Fn::If` takes a condition's name and two values",
        "{'Fn::If': ['No', 'a', 'a']} | condition `No` is not declared in this template",
        "{'Fn::Select': [7, ['a']]} | `Fn::Select` takes an index within the list",
        "{'Fn::Join': 'a'} | `Fn::Join` takes a delimiter and a list",
        "{'Fn::Split': ['', 'a']} | `Fn::Split` takes a delimiter and a text",
        "{'Fn::Sub': {'a': 'b'}} | `Fn::Sub` takes a text, or a text and an object of values",
        "{'Fn::FindInMap': ['ByEnv']} | `Fn::FindInMap` takes a mapping and two keys",
        "{'Fn::FindInMap': ['No', 'a', 'b']} | there is no value of mapping `No` at `a`, `b`",
        "{'a': 'b'} | `RoleName` must be text, so that it was not read",
        "{'Ref': 'R'} | the `RoleName` of `R` refers to itself",
        "{'Fn::Sub': 'x-${R}'} | the `RoleName` of `R` refers to itself",
      })
  void what_cannot_be_carried_out_is_a_warning(String expression, String expected) {
    Inventory inventory = read(expression.replace('\'', '"'));
    assertThat(inventory.roles()).hasSize(1);
    assertThat(Templates.messages(inventory)).contains(expected);
  }

  @Test
  void a_default_is_told_and_not_taken() {
    assertThat(typical("{\"Ref\": \"Env\"}")).contains("dev");
    assertThat(typical("{\"Ref\": \"AWS::Partition\"}")).contains("aws");
    assertThat(typical("{\"Fn::FindInMap\": [\"ByEnv\", {\"Ref\": \"Env\"}, \"Name\"]}"))
        .contains("m-dev");
  }

  @Test
  void a_hidden_or_indirect_default_is_not_told() {
    assertThat(typical("{\"Ref\": \"Secret\"}")).isEmpty();
    assertThat(typical("{\"Ref\": \"Ssm\"}")).isEmpty();
  }

  private static Optional<String> typical(String expression) {
    TextPart part = Templates.role(read(expression)).name().parts().get(0);
    return ((Unknown) part).typical();
  }

  @Test
  void a_given_account_takes_the_place_of_the_own_one() {
    String template = TEMPLATE.formatted("{\"Fn::Sub\": \"x-${AWS::AccountId}\"}");
    Inventory inventory = Templates.readIn("111122223333", template);
    assertThat(Templates.role(inventory).name().plain()).contains("x-111122223333");
    assertThat(Templates.role(inventory).account()).contains("111122223333");
  }

  @Test
  void calls_that_only_deployment_knows_are_told_apart_by_place() {
    String one = resolved("{\"Fn::Base64\": \"x\"}");
    String other = resolved("  {\"Fn::Base64\": \"x\"}");
    assertThat(one).startsWith("<Fn::Base64 on line ").isNotEqualTo(other);
  }

  @Test
  void a_resolved_value_stands_where_it_is_used() {
    Origin at = Templates.role(read("{\"Fn::Join\": [\"\", [\"a\"]]}")).name().origin();
    assertThat(at.written()).isEqualTo("{\"Fn::Join\": [\"\", [\"a\"]]}");
  }
}
