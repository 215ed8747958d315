package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake is one message at its place that says what would be right. */
class MistakesTest {

  private static final String USER =
      "caller: {user: \"arn:aws:iam::222222222222:user/dev\", policies: []}\n";

  private static final String ASK =
      "can: [{action: \"s3:GetObject\", resource: \"arn:aws:s3:::b/k\"}]\n";

  private static final String TRUST =
      "{trust: {Statement: {Effect: Allow, Principal: {AWS: \"222222222222\"},"
          + " Action: \"sts:AssumeRole\"}}}";

  @TempDir Path folder;

  @Test
  void a_caller_who_cannot_be_told_hides_no_other_mistake() {
    says(
        "caller: {user: \"arn:aws:iam::2222:user/dev\", mfa: maybe, tags: 7, policies: {}}\n" + ASK,
        "1:16 error `arn:aws:iam::2222:user/dev` is no ARN of a user; such ARNs read"
            + " `arn:aws:iam::111122223333:user/dana`",
        "1:51 error `mfa` must be `true` or `false`",
        "1:64 error `tags` must be an object with fields",
        "1:77 error `policies` must be a list");
  }

  @Test
  void an_unknown_operation_hides_no_other_mistake() {
    says(
        USER + "call: {operation: AssumeRol, DurationSeconds: 1h, role: {trust: 5, tags: 6}}\n",
        "2:19 error `AssumeRol` is no STS call that gives credentials; did you mean `AssumeRole`",
        "2:47 error `DurationSeconds` must be a whole number of seconds, not `1h`",
        "2:65 error `5` is no policy; write an object, JSON text, a path such as `policy.json`, or"
            + " the ARN of a managed policy",
        "2:74 error `tags` must be an object with fields");
  }

  @Test
  void a_wrong_token_is_not_a_wrong_operation_too() {
    says(
        "caller: {web-identity: google}\n"
            + "call: {operation: AssumeRoleWithWebIdentity, RoleArn:"
            + " \"arn:aws:iam::111111111111:role/r\", RoleSessionName: app, role: "
            + TRUST
            + "}\n",
        "1:24 error `google` is no OIDC provider; write its ARN, such as"
            + " `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`, or"
            + " one of `accounts.google.com`, `cognito-identity.amazonaws.com`,"
            + " `graph.facebook.com`, `www.amazon.com`");
  }

  @Test
  void a_misspelt_field() {
    says(
        "titel: x\n" + USER + ASK,
        "1:1 error unknown field `titel` in the scenario; did you mean `title`");
    says(
        USER + "call: {operation: AssumeRole, RoleArm: x}\n",
        "2:31 error unknown field `RoleArm` in a call; did you mean `RoleArn`",
        "2:7 error the call needs a `RoleArn`, such as `arn:aws:iam::111122223333:role/deploy`");
  }

  @Test
  void a_field_that_is_written_twice() {
    says("title: a\ntitle: b\n" + USER + ASK, "2:1 error `title` is written twice");
  }

  @Test
  void a_wrong_type() {
    says("title: true\n" + USER + ASK, "1:8 error `title` must be a string");
    says("files: export.json\n" + USER + ASK, "1:8 error `files` must be a list");
    says(
        "now: yesterday\n" + USER + ASK,
        "1:6 error `yesterday` is no time; write it like `2026-11-23T09:00:00Z`");
    says("network: [1]\n" + USER + ASK, "1:10 error `network` must be an object with fields");
    says(
        "network: {SourceIp: 1.2.3.4}\n" + USER + ASK,
        "1:11 error `SourceIp` is no condition key; such keys read `aws:SourceIp`");
    says(
        "network: {aws:SourceIp: {a: 1}}\n" + USER + ASK,
        "1:25 error the value of `aws:SourceIp` must be a string, a number, true, false, or a list"
            + " of these");
    says(
        USER + "call: {operation: GetSessionToken, DurationSeconds: 1h}\n",
        "2:53 error `DurationSeconds` must be a whole number of seconds, not `1h`");
  }

  @Test
  void a_file_that_is_not_there() {
    says(
        "files: [nowhere.json]\n" + USER + ASK,
        "1:9 error there is no file `nowhere.json`; paths start at the folder of the scenario");
    says(
        USER + "call: {operation: GetFederationToken, Name: guest, Policy: nowhere/policy.json}\n",
        "2:60 error there is no file `nowhere/policy.json`; paths start at the folder of the"
            + " scenario");
    says("files: [.]\n" + USER + ASK, "1:9 error `.` is a folder; name a file");
  }

  @Test
  void a_file_that_is_something_else() {
    Story.write(folder, "other.json", "{\"a\": 1}\n");
    Story.write(folder, "broken.json", "{\"Statement\": \n");
    assertThat(Story.read(folder, "files: [other.json]\n" + USER + ASK).problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.at().file().name()).isEqualTo("other.json");
              assertThat(p.message()).startsWith("this is no policy, template or account export");
            });
    assertThat(Story.read(folder, "endpoint-policy: broken.json\n" + USER + ASK).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.at().file().name()).isEqualTo("broken.json"));
  }

  @Test
  void a_policy_that_is_none() {
    says(
        "endpoint-policy: everything\n" + USER + ASK,
        "1:18 error `everything` is no policy; write an object, JSON text, a path such as"
            + " `policy.json`, or the ARN of a managed policy");
    says(
        "endpoint-policy: [x]\n" + USER + ASK,
        "1:18 error a policy must be an object or a string, not a list");
  }

  @Test
  void a_managed_policy_in_place_of_an_inline_one() {
    says(
        USER
            + "call: {operation: GetFederationToken, Name: guest,"
            + " Policy: \"arn:aws:iam::aws:policy/ReadOnlyAccess\"}\n",
        "2:60 error `Policy` holds a policy itself; pass managed policies under `PolicyArns`");
  }

  @Test
  void a_mistake_in_json_is_told_at_its_place_too() {
    says(
        """
        {
          "$schema": "scenario.schema.json",
          "caller": {"root": "222222222222"},
          "can": [{"action": "s3:ListAllMyBuckets", "resource": "*", "expects": "allowed"}]
        }
        """,
        "4:62 error unknown field `expects` in a question of `can`; did you mean `expect`");
  }

  @Test
  void a_policy_that_aws_would_not_store() {
    Story story =
        Story.read(
            folder,
            USER
                + """
                call:
                  operation: GetFederationToken
                  Name: guest
                  Policy: {Statement: {Effect: allow, Action: "s3:*", Resource: "*"}}
                """);
    assertThat(story.said()).hasSize(1);
    assertThat(story.said().get(0)).startsWith("5:32 error `allow` is no effect");
    assertThat(story.scenario()).isPresent();
  }

  @Test
  void a_managed_policy_that_nobody_has() {
    says(
        USER
            + "call: {operation: GetFederationToken, Name: guest, PolicyArns:"
            + " [\"arn:aws:iam::aws:policy/ReadOnlyAccess\"]}\n",
        "2:65 warning what the managed policy `arn:aws:iam::aws:policy/ReadOnlyAccess` says is in"
            + " none of the files, so it counts as unknown; add it under `managed-policies`");
  }

  @Test
  void a_malformed_account_number() {
    says(
        "accounts: {\"1234\": {}}\n" + USER + ASK,
        "1:12 error `1234` is no account number; write all twelve digits in quotes, leading zeros"
            + " too");
    says(
        "caller: {root: \"1234\"}\n" + ASK,
        "1:16 error `1234` is no account number; write all twelve digits in quotes, leading zeros"
            + " too");
  }

  @Test
  void an_impossible_place_in_an_organisation() {
    says(
        "accounts: {\"222222222222\": {organization: acme}}\n" + USER + ASK,
        "1:43 error `acme` is no organization id; such ids are `o-` and 10 to 32 lower-case"
            + " letters or digits");
    says(
        "accounts: {\"222222222222\": {management: true}}\n" + USER + ASK,
        "1:28 error an account outside of an organisation has no organisation policies and manages"
            + " none; say its `organization`");
    says(
        "accounts: {\"222222222222\": {organization: o-exampleorg1, scps: [FullAWSAccess]}}\n"
            + USER
            + ASK,
        "1:65 error `scps` is a list of levels from the root to the account, each a list of"
            + " policies");
  }

  @Test
  void a_malformed_arn() {
    says(
        "caller: {user: dana}\n" + ASK,
        "1:16 error `dana` is no ARN of a user; such ARNs read"
            + " `arn:aws:iam::111122223333:user/dana`");
    says(
        USER + "call: {operation: AssumeRole, RoleArn: \"arn:aws:iam::1:role/x\"}\n",
        "2:40 error `arn:aws:iam::1:role/x` is no ARN of a role; such ARNs read"
            + " `arn:aws:iam::111122223333:role/deploy`");
    says(
        "caller: {saml: Corp}\n" + ASK,
        "1:16 error `Corp` is no ARN of a saml-provider; such ARNs read"
            + " `arn:aws:iam::111122223333:saml-provider/corp`");
    says(
        "caller: {service: Lambda}\n" + ASK,
        "1:19 error `Lambda` is no service principal; such names read `lambda.amazonaws.com`, in"
            + " lower case");
  }

  @Test
  void no_caller_or_too_many() {
    says(
        ASK,
        "1:1 error a scenario needs a `caller`, such as `caller: {user:"
            + " arn:aws:iam::111122223333:user/dana}`");
    says(
        "caller: {mfa: true}\n" + ASK,
        "1:9 error `caller` does not say who calls; it needs one of `federated-user`, `user`,"
            + " `root`, `role-session`, `service`, `web-identity`, `saml`, `anonymous`");
    says(
        "caller: {root: \"222222222222\", service: lambda.amazonaws.com}\n" + ASK,
        "1:32 error a caller cannot be `root` and `service` at once; keep one of them");
  }

  @Test
  void what_does_not_go_with_the_caller() {
    says(
        "caller: {service: lambda.amazonaws.com, mfa: true}\n" + ASK,
        "1:41 error `mfa` does not go with `service`, only with `user`, `root`, `role-session`");
    says(
        "caller: {user: \"arn:aws:iam::222222222222:user/dev\", policies: [], claims: {sub: x}}\n"
            + ASK,
        "1:68 error `claims` does not go with `user`, only with `web-identity`");
    says(
        "caller: {user: \"arn:aws:iam::222222222222:user/dev\", policies: [], credentials:"
            + " long-term, mfa: true}\n"
            + ASK,
        "1:92 error long-term keys carry no MFA (R4.1); pass `SerialNumber` and `TokenCode` with"
            + " the call, or say `credentials: session-token`");
  }

  @Test
  void a_role_session_without_a_role() {
    String session =
        "caller: {role-session: \"arn:aws:sts::222222222222:assumed-role/ci/run\", policies: []";
    says(
        session + "}\n" + ASK,
        "1:24 error a role session needs its role: none named `ci` of account 222222222222 is in"
            + " `files`; say `role: arn:aws:iam::222222222222:role/ci`, with the role's path if it"
            + " has one");
    says(
        session + ", role: \"arn:aws:iam::333333333333:role/ci\"}\n" + ASK,
        "1:93 error `arn:aws:iam::333333333333:role/ci` is not the role of the session"
            + " `arn:aws:sts::222222222222:assumed-role/ci/run`");
    says(
        "caller: {role-session: \"arn:aws:sts::222222222222:assumed-role/team/ci/run\"}\n" + ASK,
        "1:24 error `arn:aws:sts::222222222222:assumed-role/team/ci/run` is no session of a role;"
            + " its ARN ends in `assumed-role/`, the role's name without path, `/` and the"
            + " session's name");
  }

  @Test
  void mfa_in_the_session_of_a_role_is_uncertain() {
    String text =
        "caller: {role-session: \"arn:aws:sts::222222222222:assumed-role/ci/run\", mfa: true,"
            + " role: \"arn:aws:iam::222222222222:role/ci\", policies: []}\n"
            + ASK;
    says(
        text,
        "1:78 warning AWS documents that sessions of roles carry no MFA; taken as written (U22)");
    assertThat(Story.read(folder, text, Assumptions.DEFAULT.with(Uncertainty.U22)).said())
        .isEmpty();
  }

  @Test
  void a_role_that_nobody_knows() {
    says(
        USER + "call: {operation: AssumeRole, RoleArn: \"arn:aws:iam::111111111111:role/x\"}\n",
        "2:40 error the role `arn:aws:iam::111111111111:role/x` is in none of the `files`, and the"
            + " call has no `role`");
    says(
        USER + "call: {operation: AssumeRole, role: deploy}\n",
        "2:37 error no role `deploy` is in `files`");
    says(
        USER
            + "call: {operation: AssumeRole, RoleArn: \"arn:aws:iam::111111111111:role/x\","
            + " role: {policies: []}}\n",
        "2:76 error the role needs a `trust` policy, as `files` do not have"
            + " `arn:aws:iam::111111111111:role/x`");
  }

  @Test
  void a_role_of_another_account() {
    Story.write(
        folder,
        "role.json",
        """
        {"RoleName": "deploy", "Path": "/", "Arn": "arn:aws:iam::333333333333:role/deploy",
         "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
           "Principal": {"AWS": "222222222222"}, "Action": "sts:AssumeRole"}}}
        """);
    says(
        "files: [role.json]\n"
            + USER
            + "call: {operation: AssumeRole, role: deploy,"
            + " RoleArn: \"arn:aws:iam::111111111111:role/deploy\"}\n",
        "3:54 error `RoleArn` is of account 111111111111, but the role `deploy` is of account"
            + " 333333333333");
  }

  @Test
  void an_operation_that_is_none() {
    says(
        USER + "call: {operation: AssumeRoll}\n",
        "2:19 error `AssumeRoll` is no STS call that gives credentials; did you mean"
            + " `AssumeRole`");
    says(
        USER + "call: {Name: x}\n",
        "2:7 error a call needs an `operation`: one of `AssumeRole`, `AssumeRoleWithSAML`,"
            + " `AssumeRoleWithWebIdentity`, `GetFederationToken`, `GetSessionToken`,"
            + " `AssumeRoot`");
  }

  @Test
  void a_parameter_of_another_operation() {
    says(
        USER + "call: {operation: GetSessionToken, ExternalId: x}\n",
        "2:36 error `GetSessionToken` takes no `ExternalId`; it takes `DurationSeconds`,"
            + " `SerialNumber`, `TokenCode`");
  }

  @Test
  void a_caller_who_cannot_make_such_a_call() {
    String role = "RoleArn: \"arn:aws:iam::111111111111:role/x\", role: " + TRUST;
    says(
        USER + "call: {operation: AssumeRoleWithSAML, " + role + "}\n",
        "2:19 error this operation needs a `saml` caller, who can only make the first call");
    says(
        "caller: {web-identity: accounts.google.com}\ncall: {operation: AssumeRole, "
            + role
            + "}\n",
        "2:19 error a web identity token can only be used with `AssumeRoleWithWebIdentity`");
    says(
        "caller: {anonymous: true}\ncall: {operation: GetSessionToken}\n",
        "2:19 error `GetSessionToken` must be signed, so it needs credentials");
  }

  @Test
  void an_assertion_that_ends_at_no_time() {
    says(
        "caller: {saml: \"arn:aws:iam::111111111111:saml-provider/x\","
            + " attributes: {SessionNotOnOrAfter: soon}}\n"
            + "can: [{action: \"s3:ListAllMyBuckets\", resource: \"*\"}]\n",
        "1:95 error `soon` is no time; write one such as `2026-11-23T18:00:00Z`");
  }

  @Test
  void a_question_that_cannot_be_put() {
    says(
        USER + "can: [{action: \"s3:*\", resource: \"*\"}]\n",
        "2:16 error `s3:*` is no action; a request has exactly one, such as `s3:GetObject`, and no"
            + " wildcards");
    says(
        USER + "can: [{action: \"s3:GetObject\"}]\n",
        "2:7 error a question needs a `resource`, such as `arn:aws:s3:::bucket/key`");
    says(
        USER + "can: [{action: \"s3:GetObject\", resource: bucket, expect: yes}]\n",
        "2:42 error `bucket` is no resource; write an ARN, such as `arn:aws:s3:::bucket/key`, or"
            + " `*` for actions that are on none",
        "2:58 error `yes` is no answer; `expect` is `allowed` or `denied`");
    says(
        USER + "can: [{action: \"s3:GetObjects\", resource: \"arn:aws:s3:::b/*\"}]\n",
        "2:16 warning AWS has no action `s3:GetObjects` that we know of; did you mean"
            + " `s3:GetObject`",
        "2:43 warning a request is on one resource, so `*` and `?` are plain characters in"
            + " `arn:aws:s3:::b/*`");
  }

  @Test
  void nothing_to_do() {
    says(
        USER,
        "1:1 error there is nothing to simulate; add a `call`, `calls`, or questions under `can`");
    says(
        USER + "call: {operation: GetSessionToken}\ncalls: []\n",
        "2:1 error a scenario has one `call` or several `calls`, not both");
  }

  @Test
  void calls_before_a_mistake_are_kept_and_questions_after_it_are_not() {
    Story story =
        Story.read(
            folder,
            USER
                + """
                calls:
                  - {operation: GetSessionToken}
                  - {operation: Dance}
                """
                + ASK);
    assertThat(story.problems()).hasSize(1);
    Scenario scenario = story.scenario().orElseThrow();
    assertThat(scenario.calls()).hasSize(1);
    assertThat(scenario.questions()).isEmpty();
  }

  @Test
  void a_file_that_holds_no_scenario() {
    says("", "1:1 error the scenario is empty");
    says("- 1\n", "1:1 error the scenario must be an object with fields");
    assertThat(Story.read(folder, "{\"caller\": \n").problems()).hasSize(1);
    ScenarioRun run =
        new Scenarios(folder, Assumptions.DEFAULT).run(Path.of("nowhere.yaml"), List.of());
    assertThat(run.scenario()).isEmpty();
    assertThat(run.hasErrors()).isTrue();
    assertThat(run.problems())
        .extracting(p -> p.at().file().name())
        .containsExactly("nowhere.yaml");
  }

  @Test
  void hostile_nesting_is_a_problem_and_no_crash() {
    Story story = Story.read(folder, "caller: " + "[".repeat(100_000));
    assertThat(story.scenario()).isEmpty();
    assertThat(story.problems()).isNotEmpty();
  }

  private void says(String text, String... problems) {
    assertThat(Story.read(folder, text).said()).containsExactlyInAnyOrder(problems);
  }
}
