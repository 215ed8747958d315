package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  private static final Analysis NONE = new Analysis(List.of(), List.of(), List.of(), 0, 0, 0);

  private static final String READ =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"],
         "Resource": ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]}]}
      """;

  private static final String WITH_MFA =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole",
         "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
         "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}
      """;

  private static final String TEMPLATE =
      """
      Parameters: {Vendor: {Type: String}, Stage: {Type: String}}
      Conditions: {IsProd: !Equals [!Ref Stage, prod]}
      Resources:
        Deploy:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: {AWS: !Sub "arn:aws:iam::${Vendor}:root"}
                  Action: sts:AssumeRole
            ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]
            Policies:
              - PolicyName: deploy
                PolicyDocument:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Action: "s3:PutObject", Resource: "arn:aws:s3:::shop/*"}
                    - {Effect: Deny, Action: "iam:*", Resource: "*"}
      """;

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void open_a_session() {
    session = Session.in(directory);
  }

  private int compare(String before, String after, String... options) throws IOException {
    String extension = before.startsWith("{") ? "json" : "yaml";
    write("old." + extension, before);
    write("new." + extension, after);
    return run("old." + extension, "new." + extension, options);
  }

  private int run(String before, String after, String... options) {
    List<String> arguments = new ArrayList<>(List.of("compare", before, after));
    arguments.addAll(List.of(options));
    return session.run(NONE, arguments.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void what_is_written_otherwise_and_allows_the_same_is_one_line() throws IOException {
    String respelled =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "S3:getobject", "Resource": "arn:aws:s3:::shop/*"},
          {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::shop"},
          {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop"},
          {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::shop/a*"},
          {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::shop/*"}]}
        """;
    assertThat(compare(READ, respelled, "--fail-on", "any")).isZero();
    assertThat(session.out())
        .isEqualTo("the same requests are allowed (1 role or policy compared, proved)\n");
  }

  @Test
  void an_action_more_fails_and_is_told_with_an_example() throws IOException {
    assertThat(compare(READ, READ.replace("s3:GetObject", "s3:GetObject*"))).isEqualTo(1);
    assertThat(session.out())
        .startsWith("identity policy new (was old)  new.json:1:1\n  + newly allowed: ")
        .contains("s3:GetObject* except s3:GetObject", "      for example ", " calls s3:GetObject")
        .doesNotContain("no longer")
        .endsWith("\n1 role or policy compared: 1 allows more\n");
    assertThat(compare(READ, READ.replace("s3:GetObject", "s3:GetObject*"), "--fail-on", "never"))
        .isZero();
  }

  @Test
  void an_action_less_fails_only_where_any_difference_does() throws IOException {
    String less = READ.replace(", \"s3:ListBucket\"", "");
    assertThat(compare(READ, less)).isZero();
    assertThat(session.out()).contains("  - no longer allowed: s3:ListBucket on ");
    assertThat(compare(READ, less, "--fail-on", "any")).isEqualTo(1);
  }

  @Test
  void an_if_exists_lets_people_in_without_mfa() throws IOException {
    String open = WITH_MFA.replace("\"Bool\"", "\"BoolIfExists\"");
    assertThat(compare(WITH_MFA, open, "--kind", "trust")).isEqualTo(1);
    assertThat(session.out())
        .contains("  + newly allowed to get in: any user of account 444455556666 by ")
        .contains("without MFA (aws:MultiFactorAuthPresent is absent)")
        .contains("for example user arn:aws:iam::444455556666:user/")
        .doesNotContain("no longer");
  }

  @Test
  void of_an_account_in_another_partition_the_trust_is_compared_too() throws IOException {
    String china = WITH_MFA.replace("arn:aws:", "arn:aws-cn:");
    String open = china.replace("\"Bool\"", "\"BoolIfExists\"");
    assertThat(compare(china, open)).isEqualTo(1);
    assertThat(session.out()).contains("for example user arn:aws-cn:iam::444455556666:user/");
  }

  @Test
  void what_a_parameter_decides_is_told_to_hold_for_some_values() throws IOException {
    String fixed = TEMPLATE.replace("${Vendor}", "444455556666");
    assertThat(compare(TEMPLATE, TEMPLATE)).isZero();
    assertThat(compare(TEMPLATE, fixed)).isEqualTo(1);
    assertThat(session.out()).contains("(for some values of <parameter Vendor>)");
  }

  @Test
  void a_policy_that_is_not_in_the_input_is_new_access() throws IOException {
    String admin =
        TEMPLATE.replace(
            "policy/ReadOnlyAccess]",
            "policy/ReadOnlyAccess, arn:aws:iam::aws:policy/AdministratorAccess]");
    assertThat(compare(TEMPLATE, admin)).isEqualTo(1);
    assertThat(session.out())
        .contains(
            "  + newly allowed: policy `arn:aws:iam::aws:policy/AdministratorAccess` is attached");
    assertThat(compare(admin, TEMPLATE)).isZero();
    assertThat(session.out())
        .contains(
            "  - no longer allowed: policy `arn:aws:iam::aws:policy/AdministratorAccess` is"
                + " attached no more");
  }

  @Test
  void a_deny_that_goes_may_open_what_an_unseen_policy_allows() throws IOException {
    String open = TEMPLATE.replace("Action: \"iam:*\"", "Action: \"iam:Create*\"");
    assertThat(compare(TEMPLATE, open)).isEqualTo(1);
    assertThat(session.out())
        .contains("  + newly allowed: iam:* except iam:Create* on any resource")
        .contains("(depending on `arn:aws:iam::aws:policy/ReadOnlyAccess`, which is not in the");
    String seen =
        TEMPLATE.replace("ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess]", "");
    assertThat(compare(seen, open.replace("[arn:aws:iam::aws:policy/ReadOnlyAccess]", "[]")))
        .isZero();
  }

  @Test
  void a_longer_session_is_more() throws IOException {
    String longer = TEMPLATE.replace("Properties:", "Properties:\n      MaxSessionDuration: 7200");
    assertThat(compare(TEMPLATE, longer)).isEqualTo(1);
    assertThat(session.out())
        .contains("  + newly allowed: sessions of 7200 seconds, not just 3600\n");
    assertThat(compare(longer, TEMPLATE)).isZero();
  }

  @Test
  void a_profile_that_loses_its_session_policy_or_gets_a_role_allows_more() throws IOException {
    String profile =
        """
        Resources:
          Ci:
            Type: AWS::RolesAnywhere::Profile
            Properties:
              Name: ci
              RoleArns: [arn:aws:iam::111122223333:role/build]
        """;
    String limited =
        profile
            + """
                  SessionPolicy: >-
                    {"Version": "2012-10-17", "Statement":
                      {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}
            """;
    assertThat(compare(profile, limited)).isZero();
    assertThat(session.out()).contains("  - no longer allowed: * except s3:* on any resource");
    assertThat(compare(limited, profile)).isEqualTo(1);
    assertThat(compare(profile, profile.replace("build]", "build, other]"))).isEqualTo(1);
    assertThat(session.out()).contains("  + newly allowed to get in: sessions of role `other`");
  }

  @Test
  void of_a_user_the_policies_of_groups_count() throws IOException {
    String user =
        """
        {"RoleDetailList": [], "Policies": [],
         "UserDetailList": [{"UserName": "dana", "Arn": "arn:aws:iam::111122223333:user/dana",
           "GroupList": ["staff"], "AttachedManagedPolicies": [], "UserPolicyList": []}],
         "GroupDetailList": [{"GroupName": "staff", "Arn": "arn:aws:iam::111122223333:group/staff",
           "AttachedManagedPolicies": [], "GroupPolicyList": [
             {"PolicyName": "look", "PolicyDocument": %s}]}]}
        """
            .formatted(READ);
    assertThat(compare(user, user.replace("s3:GetObject", "s3:PutObject"))).isEqualTo(1);
    assertThat(session.out())
        .contains("user dana  new.json:", "calls s3:PutObject", "group staff  new.json:")
        .contains("user arn:aws:iam::111122223333:user/dana calls s3:GetObject");
  }

  @Test
  void a_role_that_is_new_allows_all_it_allows_newly() throws IOException {
    write("old/read.json", READ);
    write("new/read.json", READ);
    write("new/vendor-trust.json", WITH_MFA);
    assertThat(run("old", "new")).isEqualTo(1);
    assertThat(session.out())
        .startsWith("role vendor-trust (added)  new/vendor-trust.json:1:1\n")
        .contains("any user of account 444455556666 by sts:AssumeRole", "with MFA")
        .endsWith("2 roles and policies compared: 1 allows more\n");
    assertThat(run("new", "old")).isZero();
    assertThat(session.out())
        .startsWith("role vendor-trust (removed)  new/vendor-trust.json:1:1\n");
  }

  private static final String EXPORT =
      """
      {"RoleDetailList": [{"Path": "/", "RoleName": "dev", "RoleId": "AROAEXAMPLEEXAMPLE12",
        "Arn": "arn:aws:iam::111122223333:role/dev", "RolePolicyList": [],
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
        "AttachedManagedPolicies": [%s]}],
       "UserDetailList": [], "GroupDetailList": [],
       "Policies": [{"PolicyName": "base", "Arn": "arn:aws:iam::111122223333:policy/base",
        "DefaultVersionId": "v1", "PolicyVersionList": [{"VersionId": "v1",
          "IsDefaultVersion": true, "Document": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}]}]}
      """;

  @Test
  void a_policy_that_is_taken_off_a_role_gives_nobody_anything() throws IOException {
    String base =
        "{\"PolicyName\": \"base\"," + " \"PolicyArn\": \"arn:aws:iam::111122223333:policy/base\"}";
    assertThat(compare(EXPORT.formatted(base), EXPORT.formatted(""))).isZero();
    assertThat(session.out())
        .contains("role dev ", "  - no longer allowed: s3:* on any resource")
        .endsWith("1 role or policy compared: 1 allows less\n");
    assertThat(compare(EXPORT.formatted(""), EXPORT.formatted(base))).isEqualTo(1);
    assertThat(session.out()).endsWith("1 role or policy compared: 1 allows more\n");
  }

  @Test
  void of_many_actions_the_first_are_told() throws IOException {
    List<String> many = IntStream.range(10, 30).mapToObj(i -> "\"s3:Act" + i + "\"").toList();
    String wide = READ.replaceFirst("\"s3:Get[^\"]*\"", String.join(", ", many));
    assertThat(compare(READ, wide)).isEqualTo(1);
    assertThat(session.out())
        .contains("s3:Act10, ", "s3:Act21 and 8 more actions on ")
        .doesNotContain("s3:Act22");
  }

  @Test
  void of_a_side_that_cannot_be_read_nothing_is_said_to_be_removed() throws IOException {
    write("old/read.json", READ);
    write("new/read.json", "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": ");
    assertThat(run("old", "new")).isEqualTo(2);
    assertThat(session.out()).contains("new/read.json:1:").doesNotContain("removed");
  }

  @Test
  void a_role_under_another_name_is_found_by_its_trust() throws IOException {
    write("old/vendor-trust.json", WITH_MFA);
    write("new/partner-trust.json", WITH_MFA);
    write("old/read.json", READ);
    write("new/read.json", READ);
    assertThat(run("old", "new", "--fail-on", "any")).isZero();
    assertThat(session.out()).startsWith("the same requests are allowed");
  }

  @Test
  void where_template_conditions_are_new_each_branch_is_compared() throws IOException {
    String branched =
        TEMPLATE.replace(
            "Action: \"s3:PutObject\"", "Action: !If [IsProd, \"s3:PutObject\", \"s3:*\"]");
    assertThat(compare(TEMPLATE, branched)).isEqualTo(1);
    assertThat(session.out())
        .contains("role Deploy, when condition `IsProd` is false (before: always)  new.yaml:4:3\n")
        .doesNotContain("is true");
    assertThat(compare(branched, branched)).isZero();
  }

  @Test
  void bad_input_fails_with_its_place_and_the_rest_is_compared() throws IOException {
    write("old/read.json", READ);
    write("new/read.json", READ.replace("s3:GetObject", "s3:*"));
    write("old/broken.json", "{\"Version\": \"2012-10-17\",\n \"Statement\": [{\"Effect\": }]}");
    assertThat(run("old", "new")).isEqualTo(2);
    assertThat(session.out()).contains("old/broken.json:2:").contains("  + newly allowed: s3:*");
  }

  @Test
  void a_policy_that_breaks_the_grammar_is_not_taken_for_safe() throws IOException {
    String broken = READ.replace("\"Allow\"", "\"allow\"");
    assertThat(compare(READ, broken)).isEqualTo(2);
    assertThat(session.out()).contains("new.json:2:").contains("  ? undecided: ");
  }

  @Test
  void what_is_not_there_cannot_be_compared() throws IOException {
    write("old.json", READ);
    assertThat(run("old.json", "new.json")).isEqualTo(2);
    assertThat(session.out()).contains("there is no such file or folder").contains("new.json");
    Files.createDirectories(directory.resolve("empty"));
    assertThat(run("old.json", "empty")).isEqualTo(2);
    assertThat(session.out()).contains("there is nothing to compare here");
  }

  @Test
  void both_sides_must_be_named() {
    assertThat(session.run(NONE, "compare", "old.json")).isEqualTo(2);
    assertThat(session.err()).contains("NEW");
  }

  @Test
  void json_is_for_programs() throws IOException {
    assertThat(
            compare(
                READ,
                READ.replace("s3:GetObject\"", "s3:GetObject\", \"s3:PutObject\""),
                "--format",
                "json"))
        .isEqualTo(1);
    assertThat(session.out())
        .startsWith(
            """
            {
              "schemaVersion": 1,
              "tool": {
                "name": "rolewright",
                "version": "1.2.3"
              },
              "compared": [
                {
                  "type": "identity policy",
                  "name": "new",
                  "was": "old",
                  "presence": "both",
                  "before": {
                    "file": "old.json",
                    "line": 1,
                    "column": 1
                  },
            """)
        .contains(
            """
                  "same": false,
                  "changes": [
                    {
                      "direction": "newly-allowed",
                      "aspect": "policy",
                      "words": "s3:PutObject on arn:aws:s3:::shop or arn:aws:s3:::shop/*",
                      "certain": true,
                      "witness": {
            """)
        .endsWith(
            """
              "problems": [],
              "summary": {
                "compared": 1,
                "more": 1,
                "less": 0,
                "same": 0,
                "undecided": 0
              }
            }
            """);
  }

  @Test
  void markdown_takes_nothing_of_the_input_for_markup() throws IOException {
    write("old/a.json", READ);
    write("new/a.json", READ);
    write("new/`<b>`@all|.json", READ);
    assertThat(run("old", "new", "--output", "markdown=comment.md")).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("comment.md")))
        .startsWith("### Access in this change\n\n2 roles and policies compared: 1 allows more\n")
        .contains("\n**identity policy** `` `<b>`@all| `` (added)\n\n- ➕ **newly allowed:** `s3:");
  }

  @Test
  void a_report_of_findings_is_none_of_a_comparison() throws IOException {
    assertThat(compare(READ, READ, "--format", "sarif")).isEqualTo(2);
    assertThat(session.err()).contains("`sarif` is not one of `text`, `json`, `markdown`");
  }

  @Test
  void who_gets_in_is_said_as_who_says_it() throws IOException {
    String bob = "arn:aws:iam::444455556666:user/bob";
    assertThat(compare(WITH_MFA.replace("arn:aws:iam::444455556666:root", bob), WITH_MFA)).isOne();
    assertThat(session.out())
        .contains("any user other than bob of account 444455556666 by sts:AssumeRole with MFA")
        .doesNotContain("the caller's");
  }
}
