package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhoCommandTest {

  private static final String EXPORT =
      """
      {"UserDetailList": [
         {"UserName": "dana", "Arn": "arn:aws:iam::111111111111:user/dana", "GroupList": [],
          "UserPolicyList": [], "AttachedManagedPolicies": []}],
       "RoleDetailList": [
         {"RoleName": "Deploy", "Arn": "arn:aws:iam::111111111111:role/Deploy",
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/dana"},
             "Action": "sts:AssumeRole",
             "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]},
          "RolePolicyList": [{"PolicyName": "read", "PolicyDocument": {
            "Version": "2012-10-17", "Statement":
              {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}}],
          "AttachedManagedPolicies": []},
         {"RoleName": "Twin", "Path": "/a/", "Arn": "arn:aws:iam::111111111111:role/a/Twin",
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []}},
         {"RoleName": "Twin", "Path": "/b/", "Arn": "arn:aws:iam::222222222222:role/b/Twin",
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []}}]}
      """;

  private static final String BUCKET =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:PutObject",
       "Principal": {"AWS": "arn:aws:iam::111111111111:user/dana"}, "Resource": "arn:aws:s3:::b/*"}}
      """;

  private static final String TEMPLATE =
      """
      Resources:
        Dana:
          Type: AWS::IAM::User
          Properties:
            UserName: dana
            Policies:
              - PolicyName: p
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement: {Effect: Allow, Action: sts:AssumeRole, Resource: !GetAtt Ci.Arn}
        Ci:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                Effect: Allow
                Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}
                Action: sts:AssumeRole
        Deploy:
          Type: AWS::IAM::Role
          Properties:
            RoleName: deploy
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                Effect: Allow
                Principal: {AWS: !GetAtt Ci.Arn}
                Action: sts:AssumeRole
      """;

  private static final String TAGGED =
      """
      {"UserDetailList": [
         {"UserName": "dana", "Arn": "arn:aws:iam::111111111111:user/dana", "GroupList": [],
          "UserPolicyList": [], "AttachedManagedPolicies": []}],
       "RoleDetailList": [
         {"RoleName": "Deploy", "Arn": "arn:aws:iam::111111111111:role/Deploy",
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/dana"},
             "Action": ["sts:AssumeRole"%s],
             "Condition": {"StringEquals": {"aws:RequestTag/team": "red"}}}]},
          "RolePolicyList": [], "AttachedManagedPolicies": []}]}
      """;

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void write_an_export() throws IOException {
    session = Session.in(directory);
    Files.writeString(directory.resolve("account.json"), EXPORT);
    Files.writeString(directory.resolve("bucket.json"), BUCKET);
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "who";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--in";
    all[all.length - 1] = "account.json";
    return session.run(new ShippedEngine(), all);
  }

  @Test
  void a_role_is_told_with_everybody_who_gets_in() {
    assertThat(run("Deploy")).isZero();
    assertThat(session.out())
        .contains("role arn:aws:iam::111111111111:role/Deploy")
        .contains("  - user `dana` of account `111111111111`\n      with MFA\n")
        .contains("  - user dana: directly, with MFA\n")
        .contains("1 of 3 principals: 1 directly, 0 through other roles");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void a_role_may_be_given_by_its_arn_or_with_its_path() {
    assertThat(run("arn:aws:iam::111111111111:role/Deploy")).isZero();
    assertThat(run("a/Twin")).isZero();
  }

  @Test
  void a_misspelt_role_is_answered_with_the_one_that_was_meant() {
    assertThat(run("Deplpy")).isEqualTo(2);
    assertThat(session.out())
        .contains("there is no role `Deplpy` in this file; did you mean `Deploy`");
  }

  @Test
  void a_name_of_two_roles_is_not_guessed_at() {
    assertThat(run("Twin")).isEqualTo(2);
    assertThat(session.out())
        .contains("several roles are called `Twin`; give the ARN")
        .contains("`arn:aws:iam::111111111111:role/a/Twin`")
        .contains("`arn:aws:iam::222222222222:role/b/Twin`");
  }

  @Test
  void a_permission_is_traced_back_through_roles() {
    assertThat(run("--action", "s3:GetObject", "--resource", "arn:aws:s3:::b/k")).isZero();
    assertThat(session.out())
        .contains("who can s3:GetObject on arn:aws:s3:::b/k")
        .contains("  - role Deploy: directly\n")
        .contains("  - user dana: dana -> Deploy\n      to assume Deploy: with MFA\n")
        .contains("2 of 4 principals: 1 directly, 1 through other roles");
  }

  @Test
  void the_policy_of_the_resource_counts_where_it_is_given() {
    String[] put = {"--action", "s3:PutObject", "--resource", "arn:aws:s3:::b/k"};
    assertThat(run(put)).isZero();
    assertThat(session.out()).contains("  nobody\n");
    assertThat(
            run(
                "--action",
                "s3:PutObject",
                "--resource",
                "arn:aws:s3:::b/k",
                "--resource-policy",
                "bucket.json"))
        .isZero();
    assertThat(session.out()).contains("  - user dana: directly\n");
  }

  @Test
  void a_program_gets_ways_step_by_step() {
    assertThat(
            run("--action", "s3:GetObject", "--resource", "arn:aws:s3:::b/k", "--format", "json"))
        .isZero();
    assertThat(session.out())
        .startsWith("{\n  \"schemaVersion\": 1,")
        .contains("\"next\": \"arn:aws:iam::111111111111:role/Deploy\"")
        .contains("\"needs\": [\n          \"with MFA\"\n        ]");
  }

  @Test
  void a_role_and_a_permission_together_are_wrong_usage() {
    assertThat(run("Deploy", "--action", "s3:GetObject", "--resource", "*")).isEqualTo(2);
    assertThat(session.err()).contains("not both").contains("try `rolewright who --help`");
  }

  @Test
  void nothing_asked_and_half_a_permission_are_wrong_usage() {
    assertThat(run()).isEqualTo(2);
    assertThat(session.err()).contains("name a ROLE");
    assertThat(run("--action", "s3:GetObject")).isEqualTo(2);
    assertThat(session.err()).contains("go together");
    assertThat(run("Deploy", "--resource-policy", "bucket.json")).isEqualTo(2);
  }

  @Test
  void roles_of_a_template_know_each_other_by_the_names_they_have_there() throws IOException {
    Files.writeString(directory.resolve("template.yaml"), TEMPLATE);
    assertThat(session.run(new ShippedEngine(), "who", "deploy", "--in", "template.yaml")).isZero();
    assertThat(session.out())
        .contains("  - role Ci: directly\n")
        .contains("  - user dana: dana -> Ci -> deploy\n")
        .doesNotContain("depending");
  }

  @Test
  void tags_that_are_passed_take_a_permission_of_their_own() throws IOException {
    Files.writeString(directory.resolve("tagged.json"), TAGGED.formatted(""));
    session.run(new ShippedEngine(), "who", "Deploy", "--in", "tagged.json");
    assertThat(session.out())
        .contains("  - user dana: directly, with aws:RequestTag/team `red`\n")
        .contains("undecided, because the call as it stands would need sts:TagSession too");
    Files.writeString(directory.resolve("tagged.json"), TAGGED.formatted(", \"sts:TagSession\""));
    session.run(new ShippedEngine(), "who", "Deploy", "--in", "tagged.json");
    assertThat(session.out())
        .contains("  - user dana: directly, with aws:RequestTag/team `red`\n")
        .doesNotContain("undecided");
  }

  @Test
  void who_names_the_session_after_himself_gets_in_where_that_is_asked_for() throws IOException {
    String named =
        EXPORT.replace(
            "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}",
            "{\"StringLike\": {\"sts:RoleSessionName\": \"${aws:username}\"}}");
    Files.writeString(directory.resolve("account.json"), named);
    assertThat(run("Deploy")).isZero();
    assertThat(session.out()).contains("  - user dana: directly, with role session name `dana`\n");
  }

  @Test
  void names_of_examples_are_not_told_as_needed() throws IOException {
    Files.writeString(
        directory.resolve("account.json"),
        EXPORT.replace(
            "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}",
            "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\","
                + " \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/8\"},"
                + " \"StringEquals\": {\"aws:RequestedRegion\": \"eu-west-1\"}}}"));
    assertThat(run("--action", "s3:GetObject", "--resource", "arn:aws:s3:::b/k")).isZero();
    assertThat(session.out())
        .contains("  - role Deploy: directly, in region `eu-west-1`, from an address such as `10.")
        .doesNotContain("stranger");
  }

  @Test
  void principals_of_one_name_are_told_with_their_arns() throws IOException {
    String open =
        EXPORT.replace(
            "\"Statement\": []",
            "\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"*\"},"
                + " \"Action\": \"sts:AssumeRole\"}");
    Files.writeString(
        directory.resolve("account.json"),
        open.replace("{\"AWS\": \"arn:aws:iam::111111111111:user/dana\"}", "{\"AWS\": \"*\"}")
            .replace("{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}}", "{}")
            .replace("222222222222", "111111111111"));
    assertThat(run("Deploy")).isZero();
    assertThat(session.out())
        .contains("  - role Twin (arn:aws:iam::111111111111:role/a/Twin): directly\n")
        .contains("  - role Twin (arn:aws:iam::111111111111:role/b/Twin): directly\n")
        .contains("  - user dana: directly\n");
  }

  @Test
  void what_is_not_one_action_is_wrong_usage() {
    assertThat(run("--action", "GetObject", "--resource", "*")).isEqualTo(2);
    assertThat(session.err()).contains("`GetObject` is not one action");
    assertThat(run("--action", "s3:Get*", "--resource", "*")).isEqualTo(2);
  }

  @Test
  void a_missing_file_exits_with_2() {
    assertThat(session.run(new ShippedEngine(), "who", "Deploy", "--in", "absent.json"))
        .isEqualTo(2);
    assertThat(session.out()).contains("there is no such file").contains("absent.json");
    assertThat(session.run(new ShippedEngine(), "who", "Deploy")).isEqualTo(2);
    assertThat(session.err()).contains("--in");
  }

  @Test
  void the_help_has_examples_and_exit_codes() {
    assertThat(session.run(new ShippedEngine(), "who", "--help")).isZero();
    assertThat(session.out()).contains("Examples:").contains("Exit codes:").contains("--action");
  }
}
