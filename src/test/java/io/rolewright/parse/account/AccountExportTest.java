package io.rolewright.parse.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Attachment;
import io.rolewright.model.Defect;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountExportTest {

  private static final String EXPORT =
      """
      {
        "UserDetailList": [
          {"UserName": "ann", "Arn": "arn:aws:iam::123456789012:user/ann", "Path": "/",
           "GroupList": ["admins", "ops"],
           "UserPolicyList": [{"PolicyName": "own", "PolicyDocument":
             {"Version": "2012-10-17",
              "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}}],
           "AttachedManagedPolicies": []}
        ],
        "GroupDetailList": [
          {"GroupName": "admins", "Arn": "arn:aws:iam::123456789012:group/admins",
           "GroupPolicyList": [],
           "AttachedManagedPolicies": [{"PolicyName": "AdministratorAccess",
             "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}]}
        ],
        "RoleDetailList": [
          {"RoleName": "deploy", "Path": "/ci/", "Arn": "arn:aws:iam::012345678901:role/ci/deploy",
           "MaxSessionDuration": 43200,
           "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]},
           "Tags": [{"Key": "team", "Value": "web"}],
           "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
             "PermissionsBoundaryArn": "arn:aws:iam::012345678901:policy/limit"},
           "RolePolicyList": [{"PolicyName": "inline", "PolicyDocument":
             {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}],
           "AttachedManagedPolicies": [{"PolicyName": "AdministratorAccess",
             "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}]}
        ],
        "Policies": [
          {"PolicyName": "AdministratorAccess",
           "Arn": "arn:aws:iam::aws:policy/AdministratorAccess", "DefaultVersionId": "v2",
           "PolicyVersionList": [
             {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "old:*", "Resource": "*"}]}},
             {"VersionId": "v2", "IsDefaultVersion": true, "Document": {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}]},
          {"PolicyName": "limit", "Arn": "arn:aws:iam::012345678901:policy/limit",
           "PolicyVersionList": [{"IsDefaultVersion": true, "Document": {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"}]}}]},
          {"PolicyName": "lonely", "Arn": "arn:aws:iam::012345678901:policy/lonely",
           "PolicyVersionList": [{"IsDefaultVersion": true, "Document": {"Version": "2012-10-17",
              "Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}}]}
        ],
        "IsTruncated": false
      }
      """;

  private static Tree tree(String json) {
    return JsonReader.read(SourceFile.of("account/export.json", json), Limits.DEFAULT);
  }

  private static Inventory read(String json) {
    Tree tree = tree(json);
    assertThat(tree.problems()).isEmpty();
    assertThat(new AccountExport().recognises(tree)).isTrue();
    return new AccountExport().read(tree, ReadOptions.DEFAULT);
  }

  private static Role role(String json) {
    return read(json).roles().get(0);
  }

  private static String firstPrincipal(Role role) {
    return role.trust()
        .orElseThrow()
        .statements()
        .get(0)
        .principal()
        .patterns()
        .get(0)
        .origin()
        .written();
  }

  private static String action(PolicyDocument document) {
    return document.statements().get(0).action().patterns().get(0).shown();
  }

  private static String action(Attachment attachment) {
    return action(attachment.document().orElseThrow());
  }

  @Test
  void a_role_comes_with_all_it_says() {
    Role role = role(EXPORT);
    assertThat(role.name().shown()).isEqualTo("deploy");
    assertThat(role.account()).contains("012345678901");
    assertThat(role.path()).contains("/ci/");
    assertThat(role.maxSessionDuration().orElseThrow().value()).hasValue(43200);
    assertThat(role.maxSessionDuration().orElseThrow().origin().written()).isEqualTo("43200");
    assertThat(role.tags()).containsEntry("team", "web");
    assertThat(firstPrincipal(role)).isEqualTo("\"*\"");
    assertThat(role.complete()).isTrue();
  }

  @Test
  void managed_policies_are_joined_by_arn_in_their_default_version() {
    Role role = role(EXPORT);
    assertThat(role.permissions())
        .extracting(AccountExportTest::action)
        .containsExactly("s3:*", "*");
    assertThat(role.permissions()).extracting(Attachment::managed).containsExactly(false, true);
    assertThat(role.permissions().get(1).origin().written()).contains("\"PolicyArn\"");
  }

  @Test
  void the_boundary_is_joined_too() {
    assertThat(action(role(EXPORT).boundary().orElseThrow())).isEqualTo("ec2:*");
  }

  @Test
  void users_and_groups_are_read() {
    Inventory inventory = read(EXPORT);
    assertThat(inventory.identities())
        .extracting(Identity::kind)
        .containsExactly(Identity.Kind.USER, Identity.Kind.GROUP);
    assertThat(inventory.identities().get(0).groups()).containsExactly("admins", "ops");
    assertThat(action(inventory.identities().get(1).permissions().get(0))).isEqualTo("*");
  }

  @Test
  void a_managed_policy_that_nobody_uses_stands_alone() {
    Inventory inventory = read(EXPORT);
    assertThat(inventory.policies()).extracting(p -> p.name().shown()).containsExactly("lonely");
    assertThat(inventory.policies().get(0).account()).contains("012345678901");
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void an_aws_managed_policy_that_nobody_uses_is_only_noted() {
    Inventory inventory =
        read(
            """
            {"Policies": [{"PolicyName": "P", "Arn": "arn:aws:iam::aws:policy/P",
              "PolicyVersionList": [{"IsDefaultVersion": true, "Document": {}}]}]}
            """);
    assertThat(inventory.policies()).isEmpty();
    assertThat(inventory.problems())
        .extracting(Problem::severity)
        .containsExactly(Problem.Severity.NOTE);
  }

  @Test
  void a_role_with_a_managed_policy_that_is_not_here_is_incomplete() {
    Role role =
        role(
            """
            {"RoleDetailList": [{"RoleName": "r", "AssumeRolePolicyDocument": {},
              "RolePolicyList": [],
              "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/Gone"}]}]}
            """);
    assertThat(role.complete()).isFalse();
    assertThat(role.permissions().get(0).document()).isEmpty();
  }

  @Test
  void get_role_tells_nothing_of_permissions_so_the_role_is_incomplete() {
    Role role =
        role(
            """
            {"Role": {"RoleName": "r", "Arn": "arn:aws-cn:iam::123456789012:role/r",
              "AssumeRolePolicyDocument": {"Statement": {"Effect": "Allow",
                "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}}}
            """);
    assertThat(role.complete()).isFalse();
    assertThat(role.account()).contains("123456789012");
    assertThat(firstPrincipal(role)).isEqualTo("\"ec2.amazonaws.com\"");
  }

  @Test
  void list_roles_is_read() {
    Inventory inventory =
        read(
            """
            {"Roles": [{"RoleName": "a", "AssumeRolePolicyDocument": {}},
                       {"RoleName": "b", "AssumeRolePolicyDocument": {}}]}
            """);
    assertThat(inventory.roles()).extracting(r -> r.name().shown()).containsExactly("a", "b");
  }

  @Test
  void a_policy_version_is_named_after_its_file() {
    Inventory inventory =
        read(
            """
            {"PolicyVersion": {"VersionId": "v1", "Document": {"Statement":
              {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}}}
            """);
    assertThat(inventory.policies().get(0).name().shown()).isEqualTo("export");
    assertThat(action(inventory.policies().get(0).document())).isEqualTo("s3:*");
  }

  @Test
  void get_role_policy_is_read() {
    Inventory inventory =
        read(
            """
            {"RoleName": "r", "PolicyName": "p", "PolicyDocument": {"Statement":
              {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}}
            """);
    assertThat(inventory.policies()).extracting(p -> p.name().shown()).containsExactly("p");
  }

  @Test
  void yaml_output_is_read_alike() {
    Tree tree =
        YamlReader.read(
            SourceFile.of(
                "roles.yaml",
                """
                Roles:
                - Arn: arn:aws:iam::012345678901:role/r
                  AssumeRolePolicyDocument:
                    Statement:
                    - Action: sts:AssumeRole
                      Effect: Allow
                      Principal:
                        AWS: '*'
                    Version: '2012-10-17'
                  CreateDate: '2024-01-01T00:00:00+00:00'
                  MaxSessionDuration: 3600
                  RoleName: r
                """),
            Limits.DEFAULT);
    assertThat(new AccountExport().recognises(tree)).isTrue();
    Role role = new AccountExport().read(tree, ReadOptions.DEFAULT).roles().get(0);
    assertThat(firstPrincipal(role)).isEqualTo("'*'");
    assertThat(role.account()).contains("012345678901");
    assertThat(role.maxSessionDuration().orElseThrow().value()).hasValue(3600);
  }

  @Test
  void pages_are_joined_before_they_are_read() {
    Inventory inventory =
        read(
            """
            [{"RoleDetailList": [{"RoleName": "r", "AssumeRolePolicyDocument": {},
               "RolePolicyList": [],
               "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::1:policy/p"}]}],
              "IsTruncated": true},
             {"Policies": [{"Arn": "arn:aws:iam::1:policy/p", "DefaultVersionId": "v7",
               "PolicyVersionList": [{"VersionId": "v7", "Document": {"Statement":
                 {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}}]}]}]
            """);
    assertThat(inventory.roles().get(0).complete()).isTrue();
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void pages_may_follow_each_other_without_an_array() {
    String text =
        """
        {"RoleDetailList": [{"RoleName": "a", "AssumeRolePolicyDocument": {}}]}
        {"RoleDetailList": [{"RoleName": "b", "AssumeRolePolicyDocument": {}}]}
        """;
    Tree tree = JsonReader.readSequence(SourceFile.of("pages.json", text), Limits.DEFAULT);
    assertThat(new AccountExport().read(tree, ReadOptions.DEFAULT).roles())
        .extracting(r -> r.name().shown())
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{} }", "{} {", "{}, {}"})
  void what_is_no_sequence_of_pages_has_a_problem_and_no_root(String text) {
    Tree tree = JsonReader.readSequence(SourceFile.of("pages.json", text), Limits.DEFAULT);
    assertThat(tree.problems()).hasSize(1);
    assertThat(tree.roots()).isEmpty();
  }

  @Test
  void an_export_that_stops_before_its_end_is_a_warning() {
    Inventory inventory =
        read("{\"RoleDetailList\": [], \"IsTruncated\": true, \"Marker\": \"x\"}");
    assertThat(inventory.problems()).hasSize(1);
    assertThat(inventory.problems().get(0).at().written()).isEqualTo("\"IsTruncated\"");
  }

  @Test
  void a_document_in_a_string_keeps_the_places_of_its_elements() {
    Role role =
        role(
            """
            {"Role": {"RoleName": "r", "AssumeRolePolicyDocument":
             "{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"AWS\\": \\"*\\"}}}"}}
            """);
    assertThat(firstPrincipal(role)).isEqualTo("\\\"*\\\"");
    assertThat(role.trust().orElseThrow().origin().start().line()).isEqualTo(2);
  }

  @Test
  void a_url_encoded_document_keeps_the_places_of_its_elements() {
    String document =
        """
        {"Statement": [{"Sid": "é😀a+b", "Effect": "Allow", "Principal": {"AWS": "x+y"}}]}""";
    String encoded =
        URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20").replace("%2B", "+");
    Role role =
        role(
            "{\"Role\": {\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": \"" + encoded + "\"}}");
    assertThat(firstPrincipal(role)).isEqualTo("%22x+y%22");
    assertThat(role.trust().orElseThrow().statements().get(0).sid().orElseThrow().shown())
        .isEqualTo("é😀a+b");
    assertThat(
            role.trust().orElseThrow().statements().get(0).sid().orElseThrow().origin().written())
        .isEqualTo("%22%C3%A9%F0%9F%98%80a+b%22");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%7", "%7B", "%zz", "%7B%22%E9%22%3A1%7D", "%F0%9F%7B", "%EF%BF%BC"})
  void a_broken_url_encoded_document_is_a_defect_and_never_an_exception(String encoded) {
    Role role =
        role(
            "{\"Role\": {\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": \"" + encoded + "\"}}");
    assertThat(role.trust().orElseThrow().defects())
        .extracting(Defect::kind)
        .containsAnyOf(Defect.Kind.SYNTAX, Defect.Kind.MISSING_ELEMENT);
  }

  @Test
  void members_of_the_wrong_type_are_warnings_and_the_rest_is_read() {
    Inventory inventory =
        read(
            """
            {"RoleDetailList": [
               7,
               {"RoleName": ["x"]},
               {"RoleName": "r", "Arn": 5, "Path": {}, "MaxSessionDuration": "long", "Tags": "no",
                "RolePolicyList": {}, "AttachedManagedPolicies": [null, {"PolicyName": "p"}],
                "PermissionsBoundary": [], "AssumeRolePolicyDocument": null}],
             "UserDetailList": {}, "GroupDetailList": null,
             "Policies": [{"PolicyName": "no-arn"}, "x"]}
            """);
    assertThat(inventory.roles()).extracting(r -> r.name().shown()).containsExactly("r");
    assertThat(inventory.problems())
        .allMatch(p -> p.severity() == Problem.Severity.WARNING)
        .extracting(Problem::message)
        .contains(
            "an item of `RoleDetailList` must be an object; it was passed over",
            "`RoleName` must be a string; it was passed over",
            "a role has no `RoleName`; it was passed over",
            "`Path` must be a string; it was passed over",
            "`MaxSessionDuration` must be a number of seconds",
            "`Tags` must be a list; it was passed over",
            "role `r` has no `AssumeRolePolicyDocument`; its trust was not judged",
            "`UserDetailList` must be a list; it was passed over",
            "a managed policy has no `Arn`; it was passed over");
  }

  @Test
  void a_principal_that_was_deleted_is_read_as_such() {
    Role role =
        role(
            """
            {"Role": {"RoleName": "r", "AssumeRolePolicyDocument": {"Statement": {"Effect": "Allow",
              "Principal": {"AWS": "AROAIOSFODNN7EXAMPLE"}, "Action": "sts:AssumeRole"}}}}
            """);
    assertThat(role.trust().orElseThrow().statements().get(0).principal().patterns().get(0))
        .isInstanceOf(PrincipalPattern.UniqueId.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"RoleDetailList\"",
        "{\"Role\": \"admin\"}",
        "{\"Role\": {\"name\": \"admin\"}}",
        "{\"Roles\": [\"a\"]}",
        "{\"Roles\": []}",
        "{\"Policies\": [{\"PolicyName\": \"p\", \"Arn\": \"a\"}]}",
        "{\"PolicyVersion\": 3}",
        "{\"AssumeRolePolicyDocument\": {}}",
        "{\"Resources\": {\"Role\": {\"Type\": \"AWS::IAM::Role\"}}}"
      })
  void other_files_are_not_taken_for_an_export(String json) {
    assertThat(new AccountExport().recognises(tree(json))).isFalse();
  }

  @Test
  void the_account_given_by_the_caller_serves_where_no_arn_tells() {
    Inventory inventory =
        new AccountExport()
            .read(
                tree("{\"Role\": {\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": {}}}"),
                new ReadOptions(Optional.of("000000000001"), Optional.empty(), Limits.DEFAULT));
    assertThat(inventory.roles().get(0).account()).contains("000000000001");
  }
}
