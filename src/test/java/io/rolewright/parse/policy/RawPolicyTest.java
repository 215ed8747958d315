package io.rolewright.parse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Defect;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPolicyTest {

  private static final String IDENTITY =
      "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*'}}";
  private static final String TRUST =
      "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':'*'},"
          + "'Action':'sts:AssumeRole'}]}";
  private static final String BUCKET =
      "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','Principal':'*',"
          + "'Action':'s3:*','Resource':'*'}]}";

  private static Tree tree(String name, String json) {
    return JsonReader.read(SourceFile.of(name, json.replace('\'', '"')), Limits.DEFAULT);
  }

  private static boolean recognised(String json) {
    return new RawPolicy().recognises(tree("x.json", json));
  }

  private static Inventory read(String name, String json) {
    return new RawPolicy().read(tree(name, json), ReadOptions.DEFAULT);
  }

  private static PolicyKind kind(String name, String json) {
    Inventory inventory = read(name, json);
    return inventory.roles().isEmpty() ? inventory.policies().get(0).kind() : PolicyKind.TRUST;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        IDENTITY,
        TRUST,
        BUCKET,
        "{'Statement':[{'Effect':'Allow'}]}",
        "{'Statement':[{'Action':'s3:*','Resource':'*'}]}",
        "{'Statement':{'effect':'Allow','action':'s3:*'}}",
        "{'Version':'2012-10-17','Statement':[]}",
        "{'Version':'2012-10-17','Statement':'x'}",
        "{'Version':'2012-10-17','Id':'x'}",
        "{'Version':'2012-10-17','statement':[{'Effect':'Allow','Action':'s3:*'}]}",
        "{'Statment':[{'Effect':'Allow','Action':'s3:*'}]}",
        "{'Statements':{'Effect':'deny','Action':'s3:*'}}",
        "[" + IDENTITY + "," + TRUST + "]",
      })
  void what_is_meant_as_a_policy_is_recognised(String json) {
    assertThat(recognised(json)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[1,'x']",
        "'Statement'",
        "{'Statement':'x'}",
        "{'Statement':[]}",
        "{'Statement':{'text':'x','Resource':'book'}}",
        "{'Statement':['a','b']}",
        "{'Version':'2010-09-09','Resources':{}}",
        "{'Version':'2012-10-17','services':{}}",
        "{'Version':'1','Statement':[{'Effect':'Allow','Action':'ecs:*','Resource':'*'}]}",
        "{'version':'2.0','statement':[{'effect':'allow','action':['cos:*'],'resource':'*'}]}",
        "{'statement':[{'effect':'Allow','actions':['s3:*']}]}",
        "{'Effect':'Allow'}",
      })
  void other_files_are_left_alone(String json) {
    assertThat(recognised(json)).isFalse();
  }

  @Test
  void a_misspelt_statement_is_a_defect_at_its_key() {
    Inventory inventory = read("x.json", "{'Statment':[{'Effect':'Allow','Action':'s3:*'}]}");
    assertThat(inventory.policies().get(0).document().defects())
        .filteredOn(d -> d.kind() == Defect.Kind.UNKNOWN_ELEMENT)
        .extracting(d -> d.at().written())
        .containsExactly("\"Statment\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // name                      | statement                                               |
        // kind
        "x.json|'Principal':'*','Action':'sts:AssumeRoleWithWebIdentity'|TRUST",
        "x.json|'Principal':'*','Action':['STS:assumerole','sts:TagSession']|TRUST",
        "x.json|'Principal':'*','Action':'sts:Assume*','Resource':'*'|TRUST",
        "x.json|'Principal':'*','Action':'sts:*'|TRUST",
        "x.json|'Principal':'*','Action':'*'|TRUST",
        "x.json|'Principal':'*'|TRUST",
        "x.json|'NotPrincipal':{'AWS':'1'},'Action':'sts:AssumeRole'|TRUST",
        "x.json|'Principal':'*','Action':'sts:*','Resource':'*'|RESOURCE",
        "x.json|'Principal':'*','Action':'*','Resource':'*'|RESOURCE",
        "x.json|'Principal':'*','Action':'ecr:*'|RESOURCE",
        "x.json|'Principal':'*','Resource':'*'|RESOURCE",
        "x.json|'Action':'sts:AssumeRole','Resource':'*'|IDENTITY",
        "x.json|'Action':'*','Resource':'*'|IDENTITY",
        "my-scp.json|'Action':'*','Resource':'*'|SCP",
        "policies/scps/root.json|'Action':'*','Resource':'*'|SCP",
        "rcp.json|'Principal':'*','Action':'s3:*','Resource':'*'|RCP",
        "rcp.json|'Action':'s3:*','Resource':'*'|IDENTITY",
        "VendorSessionPolicy.json|'Action':'s3:*','Resource':'*'|SESSION",
        "session-manager.json|'Action':'ssm:*','Resource':'*'|IDENTITY",
        "session-tool/policies/x.json|'Action':'ssm:*','Resource':'*'|IDENTITY",
        "dev_boundary.json|'Action':'ssm:*','Resource':'*'|BOUNDARY",
        "boundaries/dev.json|'Action':'ssm:*','Resource':'*'|BOUNDARY",
        "boundary-role.json|'Principal':{'AWS':'1'},'Action':'sts:AssumeRole'|TRUST",
        "trust.json|'Action':'sts:AssumeRole'|TRUST",
        "trust.json|'Action':'sts:AssumeRole','Resource':'*'|IDENTITY",
        "trust.json|'Principal':'*','Action':'s3:*','Resource':'*'|TRUST",
        "trusted-advisor.json|'Action':'support:*','Resource':'*'|IDENTITY",
        "entrust.json|'Action':'support:*','Resource':'*'|IDENTITY",
        "scps/trust.json|'Principal':'*','Action':'sts:AssumeRole'|TRUST",
      },
      quoteCharacter = '~')
  void the_kind_is_told_by_name_and_shape(String name, String statement, PolicyKind kind) {
    assertThat(kind(name, "{'Statement':[{'Effect':'Allow'," + statement + "}]}")).isEqualTo(kind);
  }

  @Test
  void what_the_caller_says_wins() {
    ReadOptions session =
        new ReadOptions(Optional.empty(), Optional.of(PolicyKind.SESSION), Limits.DEFAULT);
    Inventory inventory = new RawPolicy().read(tree("trust.json", TRUST), session);
    assertThat(inventory.policies().get(0).kind()).isEqualTo(PolicyKind.SESSION);
  }

  @Test
  void with_a_kind_said_an_object_of_any_shape_is_a_policy() {
    ReadOptions scp =
        new ReadOptions(Optional.empty(), Optional.of(PolicyKind.SCP), Limits.DEFAULT);
    Inventory inventory = new RawPolicy().read(tree("x.json", "{'a': 1}"), scp);
    assertThat(inventory.policies().get(0).document().defects()).isNotEmpty();
    assertThat(read("x.json", "{'a': 1}").isEmpty()).isTrue();
  }

  @Test
  void a_trust_policy_becomes_a_role_of_the_name_of_its_file() {
    ReadOptions options =
        new ReadOptions(Optional.of("123456789012"), Optional.empty(), Limits.DEFAULT);
    Role role = new RawPolicy().read(tree("a/vendor.v2.json", TRUST), options).roles().get(0);
    assertThat(role.name().shown()).isEqualTo("vendor.v2");
    assertThat(role.account()).contains("123456789012");
    assertThat(role.complete()).isFalse();
    assertThat(role.trust().orElseThrow().statements().get(0).principal().patterns())
        .extracting(p -> p.origin().written())
        .containsExactly("\"*\"");
  }

  @Test
  void several_policies_in_one_file_are_told_apart() {
    Inventory inventory = read("all.json", "[" + IDENTITY + ",{'x':1}," + BUCKET + "]");
    assertThat(inventory.policies())
        .extracting(p -> p.name().shown())
        .containsExactly("all#1", "all#2");
  }

  @Test
  void several_yaml_documents_are_read_and_others_left_alone() {
    Tree tree =
        YamlReader.read(
            SourceFile.of(
                "all.yaml",
                """
                Version: 2012-10-17
                Statement:
                  Effect: Allow
                  Action: s3:*
                  Resource: "*"
                ---
                kind: ConfigMap
                ---
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Principal: {AWS: 012345678901}
                    Action: sts:AssumeRole
                """),
            Limits.DEFAULT);
    assertThat(new RawPolicy().recognises(tree)).isTrue();
    Inventory inventory = new RawPolicy().read(tree, ReadOptions.DEFAULT);
    assertThat(inventory.policies()).extracting(p -> p.name().shown()).containsExactly("all#1");
    assertThat(inventory.roles()).extracting(r -> r.name().shown()).containsExactly("all#2");
    assertThat(inventory.roles().get(0).trust().orElseThrow().defects()).isEmpty();
  }
}
