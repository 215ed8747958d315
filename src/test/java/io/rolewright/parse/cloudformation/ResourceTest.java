package io.rolewright.parse.cloudformation;

import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Attachment;
import io.rolewright.model.Effect;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type of resource gives. */
class ResourceTest {

  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
       "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}]}""";

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*",
       "Resource": "*"}]}""";

  private static Inventory read(String resources) {
    return Templates.read(
        """
        {"Parameters": {"P": {"Type": "String"}},
         "Conditions": {"C": {"Fn::Equals": [{"Ref": "P"}, "x"]}},
         "Resources": {%s}}
        """
            .formatted(
                resources
                    .replaceAll("\\bTRUST\\b", quoteReplacement(TRUST))
                    .replaceAll("\\bPOLICY\\b", quoteReplacement(POLICY))));
  }

  private static List<String> names(List<Attachment> attachments) {
    return attachments.stream().map(a -> a.name().shown()).toList();
  }

  @Test
  void a_role_has_all_its_properties() {
    Role role =
        Templates.role(
            read(
                """
                "R": {"Type": "AWS::IAM::Role", "Properties": {
                  "AssumeRolePolicyDocument": TRUST, "RoleName": "deploy", "Path": "/ci/",
                  "MaxSessionDuration": 7200,
                  "Policies": [{"PolicyName": "inline", "PolicyDocument": POLICY}],
                  "ManagedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
                  "PermissionsBoundary": {"Ref": "M"},
                  "Tags": [{"Key": "team", "Value": "a"}, {"Key": "p", "Value": {"Ref": "P"}}]}},
                "M": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": POLICY}}
                """));
    assertThat(role.name().plain()).contains("deploy");
    assertThat(role.path()).contains("/ci/");
    assertThat(Templates.principals(role.trust().get()))
        .containsExactly("arn:aws:iam::111122223333:root");
    assertThat(role.maxSessionDuration().get().value()).hasValue(7200);
    assertThat(role.maxSessionDuration().get().origin().written()).isEqualTo("7200");
    assertThat(names(role.permissions()))
        .containsExactly("inline", "arn:aws:iam::aws:policy/ReadOnlyAccess");
    assertThat(role.complete()).isFalse();
    assertThat(role.boundary().get().document()).isPresent();
    assertThat(role.tags()).containsOnlyKeys("team");
    assertThat(role.origin().written()).isEqualTo("\"R\"");
  }

  @Test
  void an_unnamed_role_is_called_by_its_logical_id_and_may_be_complete() {
    Role role =
        Templates.role(
            read(
                """
                "R": {"Type": "AWS::IAM::Role", "Properties": {
                  "Policies": [{"PolicyName": "p", "PolicyDocument": POLICY}]}}
                """));
    assertThat(role.name().plain()).contains("R");
    assertThat(role.complete()).isTrue();
    assertThat(role.trust()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'AWS::IAM::Policy' | 'PolicyName': 'p', 'Roles': [{'Ref': 'R'}]",
        "'AWS::IAM::Policy' | 'PolicyName': 'p', 'Roles': ['other', 'named']",
        "'AWS::IAM::Policy' | 'PolicyName': 'p', 'Roles': {'Fn::If': ['C', [{'Ref': 'R'}],"
            + " ['named']]}",
        "'AWS::IAM::Policy' | 'PolicyName': 'p', 'Roles': {'Fn::Split': [',', 'a,named']}",
        "'AWS::IAM::RolePolicy' | 'PolicyName': 'p', 'RoleName': {'Ref': 'R'}",
        "'AWS::IAM::ManagedPolicy' | 'ManagedPolicyName': 'p', 'Roles': [{'Ref': 'R'}]",
        "'AWS::IAM::ManagedPolicy' | 'ManagedPolicyName': 'p', 'Roles': [{'Fn::Sub': '${R}'}]",
      })
  void a_policy_is_joined_to_the_role_it_names(String type, String properties) {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "named"}},
            "A": {"Type": %s, "Properties": {%s, "PolicyDocument": POLICY}}
            """
                .formatted(type, properties)
                .replace('\'', '"'));
    Role role = Templates.role(inventory);
    assertThat(names(role.permissions())).containsExactly("p");
    assertThat(Templates.actions(role.permissions().get(0).document().get()))
        .containsExactly("s3:*");
    assertThat(role.complete()).isTrue();
    assertThat(inventory.policies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'AWS::IAM::Policy' | 'Roles': ['elsewhere']",
        "'AWS::IAM::Policy' | 'Roles': [{'Ref': 'P'}]",
        "'AWS::IAM::Policy' | 'Users': [{'Ref': 'Nobody'}]",
        "'AWS::IAM::UserPolicy' | 'UserName': 'elsewhere'",
        "'AWS::IAM::GroupPolicy' | 'GroupName': 'elsewhere'",
        "'AWS::IAM::ManagedPolicy' | 'Description': 'd'",
      })
  void a_policy_for_somebody_else_stands_alone(String type, String properties) {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role"},
            "A": {"Type": %s, "Properties": {%s, "PolicyDocument": POLICY}}
            """
                .formatted(type, properties)
                .replace('\'', '"'));
    assertThat(inventory.policies())
        .extracting(StandalonePolicy::kind)
        .containsExactly(PolicyKind.IDENTITY);
    assertThat(Templates.role(inventory).permissions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'Ref': 'M'}",
        "{'Fn::GetAtt': 'M.PolicyArn'}",
        "{'Fn::Sub': '${M}'}",
        "{'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/given'}",
        "{'Fn::If': ['C', {'Ref': 'M'}, {'Ref': 'M'}]}",
      })
  void a_managed_policy_of_the_template_is_read_with_the_role(String reference) {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role", "Properties": {"ManagedPolicyArns": [%s]}},
            "M": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {
              "ManagedPolicyName": "given", "PolicyDocument": POLICY, "Roles": [{"Ref": "R"}]}}
            """
                .formatted(reference.replace('\'', '"')));
    Role role = Templates.role(inventory);
    assertThat(role.permissions()).hasSize(1);
    assertThat(role.permissions().get(0).document()).isPresent();
    assertThat(role.complete()).isTrue();
    assertThat(inventory.policies()).isEmpty();
  }

  @Test
  void a_policy_that_is_attached_under_a_condition_stands_alone_without_it() {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role", "Condition": "C",
              "Properties": {"ManagedPolicyArns": [{"Ref": "M"}]}},
            "M": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": POLICY}}
            """);
    assertThat(Templates.role(inventory).world()).isEqualTo("when condition `C` is true");
    assertThat(inventory.policies())
        .extracting(StandalonePolicy::world)
        .containsExactly("when condition `C` is false");
  }

  @Test
  void users_and_groups_hold_their_policies() {
    Inventory inventory =
        read(
            """
            "G": {"Type": "AWS::IAM::Group", "Properties": {"GroupName": "devs"}},
            "U": {"Type": "AWS::IAM::User", "Properties": {
              "Groups": [{"Ref": "G"}, "others"], "PermissionsBoundary": "arn:aws:iam::aws:policy/B",
              "Policies": [{"PolicyName": "p", "PolicyDocument": POLICY}]}},
            "A": {"Type": "AWS::IAM::GroupPolicy", "Properties": {
              "GroupName": "devs", "PolicyName": "g", "PolicyDocument": POLICY}}
            """);
    Identity group = inventory.identities().get(0);
    Identity user = inventory.identities().get(1);
    assertThat(names(group.permissions())).containsExactly("g");
    assertThat(user.kind()).isEqualTo(Identity.Kind.USER);
    assertThat(user.groups()).containsExactly("devs", "others");
    assertThat(names(user.permissions())).containsExactly("p");
    assertThat(user.boundary()).isPresent();
    assertThat(inventory.policies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT8H, 28800", "PT1H30M, 5400", "P1D, 86400", "8 hours, -1", "PT, -1"})
  void the_session_of_a_permission_set_is_counted_in_seconds(String written, long seconds) {
    SessionGrant set =
        read("""
                "S": {"Type": "AWS::SSO::PermissionSet", "Properties": {
                  "Name": "Admin", "SessionDuration": "%s", "InlinePolicy": POLICY,
                  "ManagedPolicies": ["arn:aws:iam::aws:policy/AdministratorAccess"]}}
                """
                .formatted(written))
            .sessions()
            .get(0);
    assertThat(set.kind()).isEqualTo(SessionGrant.Kind.PERMISSION_SET);
    assertThat(set.duration().get().value().orElse(-1)).isEqualTo(seconds);
    assertThat(names(set.policies()))
        .containsExactly("InlinePolicy", "arn:aws:iam::aws:policy/AdministratorAccess");
  }

  @Test
  void session_policies_of_profiles_users_and_pods_are_read() {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "r"}},
            "A": {"Type": "AWS::RolesAnywhere::Profile", "Properties": {"Name": "on-prem",
              "RoleArns": [{"Fn::GetAtt": "R.Arn"}], "DurationSeconds": "43200",
              "SessionPolicy": "{\\"Statement\\": {\\"Effect\\": \\"Deny\\"}}",
              "ManagedPolicyArns": ["arn:aws:iam::aws:policy/X"]}},
            "T": {"Type": "AWS::Transfer::User", "Properties": {"UserName": "u",
              "Role": {"Fn::GetAtt": ["R", "Arn"]}, "Policy": "{\\"Statement\\": []}"}},
            "E": {"Type": "AWS::EKS::PodIdentityAssociation", "Properties": {
              "RoleArn": "arn:aws:iam::111122223333:role/pod", "Policy": "{\\"Statement\\": []}"}}
            """);
    assertThat(inventory.sessions())
        .extracting(SessionGrant::kind)
        .containsExactly(
            SessionGrant.Kind.ROLES_ANYWHERE_PROFILE,
            SessionGrant.Kind.TRANSFER_USER,
            SessionGrant.Kind.POD_IDENTITY_ASSOCIATION);
    assertThat(inventory.sessions()).allMatch(s -> s.policies().get(0).document().isPresent());
    SessionGrant profile = inventory.sessions().get(0);
    assertThat(profile.roles())
        .extracting(Text::shown)
        .containsExactly("arn:<AWS::Partition>:iam::<own account>:role/r");
    assertThat(profile.duration().get().value()).hasValue(43200);
    assertThat(profile.policies()).hasSize(2);
  }

  @Test
  void a_function_without_a_role_gets_one_that_trusts_lambda() {
    Role role =
        Templates.role(
            read(
                """
                "F": {"Type": "AWS::Serverless::Function", "Properties": {
                  "Policies": ["AmazonS3ReadOnlyAccess", POLICY, {"S3ReadPolicy": {"BucketName": "b"}}],
                  "PermissionsBoundary": "arn:aws:iam::aws:policy/B", "Tags": {"team": "a"}}},
                "P": {"Type": "AWS::IAM::Policy", "Properties": {
                  "PolicyName": "more", "Roles": [{"Ref": "FRole"}], "PolicyDocument": POLICY}}
                """));
    assertThat(role.name().plain()).contains("FRole");
    assertThat(Templates.principals(role.trust().get())).containsExactly("lambda.amazonaws.com");
    assertThat(role.trust().get().defects()).isEmpty();
    assertThat(role.trust().get().origin().written()).isEqualTo("\"F\"");
    assertThat(names(role.permissions()))
        .containsExactly(
            "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
            "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
            "Policies",
            "more");
    assertThat(role.complete()).isFalse();
    assertThat(role.boundary()).isPresent();
    assertThat(role.tags()).containsEntry("team", "a");
  }

  @Test
  void a_function_with_a_role_gets_none() {
    assertThat(
            read("""
                    "F": {"Type": "AWS::Serverless::Function", "Properties": {"Role": "arn:x"}}
                    """)
                .roles())
        .isEmpty();
  }

  @Test
  void globals_give_what_a_function_does_not_say() {
    Role role =
        Templates.role(
            Templates.read(
                """
                {"Transform": "AWS::Serverless-2016-10-31",
                 "Globals": {"Function": {"AssumeRolePolicyDocument": %s}},
                 "Resources": {"F": {"Type": "AWS::Serverless::Function"}}}
                """
                    .formatted(TRUST)));
    assertThat(Templates.principals(role.trust().get()))
        .containsExactly("arn:aws:iam::111122223333:root");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::S3::BucketPolicy, PolicyDocument, RESOURCE",
    "AWS::SQS::QueuePolicy, PolicyDocument, RESOURCE",
    "AWS::SNS::TopicPolicy, PolicyDocument, RESOURCE",
    "AWS::KMS::Key, KeyPolicy, RESOURCE",
    "AWS::SecretsManager::ResourcePolicy, ResourcePolicy, RESOURCE",
    "AWS::ECR::Repository, RepositoryPolicyText, RESOURCE",
    "AWS::Organizations::Policy, 'Type\": \"SERVICE_CONTROL_POLICY\", \"Content', SCP",
    "AWS::Organizations::Policy, 'Type\": \"RESOURCE_CONTROL_POLICY\", \"Content', RCP",
  })
  void a_policy_that_nobody_holds_stands_alone(String type, String property, PolicyKind kind) {
    Inventory inventory =
        read(
            """
            "X": {"Type": "%s", "Properties": {"%s": POLICY}}
            """
                .formatted(type, property));
    assertThat(inventory.policies()).extracting(StandalonePolicy::kind).containsExactly(kind);
    assertThat(inventory.policies().get(0).name().plain()).contains("X");
  }

  @Test
  void an_organization_policy_of_another_type_is_passed_over() {
    Inventory inventory =
        read(
            """
            "X": {"Type": "AWS::Organizations::Policy",
              "Properties": {"Type": "TAG_POLICY", "Content": {"tags": {}}}}
            """);
    assertThat(inventory.isEmpty()).isTrue();
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void functions_may_stand_anywhere_in_a_policy() {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {
              "Version": "2012-10-17", "Statement": [
                {"Effect": {"Fn::If": ["C", "Allow", "Deny"]}, "Action": "sts:AssumeRole",
                 "Principal": {"AWS": {"Fn::If": ["C", "*", {"Ref": "AWS::AccountId"}]}}},
                {"Fn::If": ["C", {"Ref": "AWS::NoValue"}, {"Effect": "Allow",
                 "Action": "sts:TagSession", "Principal": "*"}]}]}}}
            """);
    assertThat(inventory.roles())
        .extracting(Role::world)
        .containsExactly("when condition `C` is true", "when condition `C` is false");
    PolicyDocument yes = inventory.roles().get(0).trust().get();
    PolicyDocument no = inventory.roles().get(1).trust().get();
    assertThat(Templates.principals(yes)).containsExactly("*");
    assertThat(yes.statements().get(0).effect()).isEqualTo(Effect.ALLOW);
    assertThat(Templates.principals(no)).containsExactly("<own account>", "*");
    assertThat(no.statements().get(0).effect()).isEqualTo(Effect.DENY);
  }

  @Test
  void a_whole_policy_may_depend_on_a_condition() {
    Inventory inventory =
        read(
            """
            "R": {"Type": "AWS::IAM::Role", "Properties": {
              "AssumeRolePolicyDocument": {"Fn::If": ["C", TRUST, {"Ref": "AWS::NoValue"}]},
              "Policies": {"Fn::If": ["C", [{"PolicyName": "p", "PolicyDocument": POLICY}], []]}}}
            """);
    assertThat(inventory.roles()).hasSize(2);
    assertThat(inventory.roles().get(0).permissions()).hasSize(1);
    assertThat(inventory.roles().get(1).trust()).isEmpty();
  }

  @Test
  void a_policy_inside_substituted_text_keeps_the_places_of_its_elements() {
    Inventory inventory =
        read(
            """
            "T": {"Type": "AWS::Transfer::User", "Properties": {"Role": "arn:x", "Policy": {"Fn::Sub":
              "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\":
            \\"s3:Get*\\", \\"Resource\\": \\"arn:${AWS::Partition}:s3:::b/${!transfer:UserName}\\"}]}"}}}
            """
                .replace("\n\\\"s3", " \\\"s3")
                .replace("\\\"Action\\\":\n", "\\\"Action\\\": "));
    PolicyDocument document =
        inventory.sessions().get(0).policies().get(0).document().orElseThrow();
    assertThat(document.defects()).isEmpty();
    Text action = document.statements().get(0).action().patterns().get(0);
    assertThat(action.origin().written()).isEqualTo("\\\"s3:Get*\\\"");
    Text resource = document.statements().get(0).resource().patterns().get(0);
    assertThat(resource.shown()).isEqualTo("arn:<AWS::Partition>:s3:::b/${transfer:UserName}");
    assertThat(resource.variables()).hasSize(1);
    assertThat(resource.origin().written())
        .isEqualTo("\\\"arn:${AWS::Partition}:s3:::b/${!transfer:UserName}\\\"");
  }
}
