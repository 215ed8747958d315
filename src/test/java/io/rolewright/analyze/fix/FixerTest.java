package io.rolewright.analyze.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Progress;
import io.rolewright.analyze.Result;
import io.rolewright.analyze.Workspace;
import io.rolewright.model.Condition;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.rule.Change;
import io.rolewright.rule.Evidence;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Fix;
import io.rolewright.rule.Severity;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixerTest {

  @TempDir private Path directory;

  private static String trust(String principal, String action, String condition) {
    return """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": %s,
              "Action": %s,
              "Condition": %s
            }
          ]
        }
        """
        .formatted(principal, action, condition);
  }

  private static final String LAX_MFA =
      trust(
          "{\"AWS\": \"arn:aws:iam::111122223333:user/ann\"}",
          "\"sts:AssumeRole\"",
          "{\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"true\"}}");

  @Test
  void a_hole_for_requests_without_mfa_is_closed() throws IOException {
    assertThat(fixed("trust.json", LAX_MFA)).isEqualTo(LAX_MFA.replace("BoolIfExists", "Bool"));
  }

  @Test
  void a_fix_that_locks_out_a_named_role_is_not_made() throws IOException {
    String both =
        LAX_MFA.replace(
            "\"arn:aws:iam::111122223333:user/ann\"",
            "[\"arn:aws:iam::111122223333:user/ann\", \"arn:aws:iam::111122223333:role/ci\"]");
    assertThat(found("trust.json", both)).contains("MF002");
    assertThat(fixed("trust.json", both)).isEqualTo(both);
  }

  @Test
  void a_deny_that_misses_long_term_keys_is_mended() throws IOException {
    String deny =
        """
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:user/ann
            Action: sts:AssumeRole
          - Effect: Deny # nobody without a device
            Principal: {AWS: "*"}
            Action: sts:AssumeRole
            Condition:
              Bool: {aws:MultiFactorAuthPresent: "false"}
        """;
    assertThat(fixed("trust.yaml", deny)).isEqualTo(deny.replace("Bool:", "BoolIfExists:"));
  }

  @Test
  void a_wildcard_action_becomes_what_was_meant() throws IOException {
    String wide =
        trust(
            "{\"AWS\": \"arn:aws:iam::111122223333:role/ci\"}",
            "\"sts:*\"",
            "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-abcdefghij\"}}");
    assertThat(fixed("trust.json", wide)).isEqualTo(wide.replace("sts:*", "sts:AssumeRole"));
  }

  @Test
  void a_wildcard_under_an_exact_operator_is_mended_by_another_operator() throws IOException {
    String exact =
        trust(
            "{\"AWS\": \"arn:aws:iam::111122223333:root\"}",
            "\"sts:AssumeRole\"",
            "{\"StringEquals\": {\"aws:PrincipalArn\": \"arn:aws:iam::111122223333:role/ci-*\"}}");
    assertThat(found("trust.json", exact)).containsExactly("CN006");
    assertThat(fixed("trust.json", exact)).isEqualTo(exact.replace("StringEquals", "StringLike"));
  }

  @Test
  void a_wildcard_that_would_let_in_every_branch_stays_a_plain_character() throws IOException {
    String exact =
        trust(
            "{\"Federated\": \"arn:aws:iam::111122223333:oidc-provider/"
                + "token.actions.githubusercontent.com\"}",
            "\"sts:AssumeRoleWithWebIdentity\"",
            """
            {"StringEquals": {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/*"}}\
            """);
    assertThat(found("trust.json", exact)).containsExactly("CN006");
    assertThat(fixed("trust.json", exact)).isEqualTo(exact);
  }

  @Test
  void an_offer_is_made_and_the_file_stays() throws IOException {
    Analysis analysis = new Fixer().offers(open("trust.json", LAX_MFA));
    Result result = analysis.open().get(0);
    assertThat(result.offer().orElseThrow().title())
        .isEqualTo("use `Bool`, which asks for the key");
    assertThat(result.offer().orElseThrow().edits().get(0).text()).isEqualTo("\"Bool\"");
    assertThat(directory.resolve("trust.json")).hasContent(LAX_MFA);
  }

  @Test
  void what_is_suppressed_is_not_fixed() throws IOException {
    Files.writeString(
        directory.resolve("rolewright.yaml"),
        "suppress:\n  - rule: MF002\n    reason: the old console\n");
    assertThat(fixed("trust.json", LAX_MFA)).isEqualTo(LAX_MFA);
  }

  @Test
  void so_many_fixes_are_tried_and_then_it_is_told() throws IOException {
    Workspace workspace = open("trust.json", LAX_MFA);
    Analysis none = new Fixer(0).offers(workspace);
    assertThat(none.open().get(0).offer()).isEmpty();
    assertThat(none.problems().get(0).message()).startsWith("only 0 fixes were tried");
    assertThat(new Fixer(1).offers(workspace).problems()).isEmpty();
  }

  @Test
  void one_file_of_a_template_with_several_roles_is_fixed_step_by_step() throws IOException {
    String template =
        """
        Resources:
          One: &role
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: # first
                Statement:
                  Effect: Allow
                  Principal: {AWS: arn:aws:iam::111122223333:user/ann}
                  Action: sts:AssumeRole
                  Condition: {BoolIfExists: {aws:MultiFactorAuthPresent: true}}
          Two:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  Effect: Allow
                  Principal: {Service: lambda.amazonaws.com}
                  Action: [sts:*] # second
        """;
    assertThat(fixed("template.yaml", template))
        .isEqualTo(template.replace("BoolIfExists", "Bool").replace("[sts:*]", "[sts:AssumeRole]"));
  }

  @Test
  void a_proof_fails_where_the_bad_request_still_gets_in() throws IOException {
    Workspace before = open("trust.json", LAX_MFA);
    Finding finding = before.analysis().open().get(0).finding();
    assertThat(proves(before, finding, s -> operator(s, "Bool"))).isTrue();
    assertThat(
            proves(
                before,
                finding,
                s ->
                    new Change.AddCondition(
                        s.origin(), "StringEquals", "aws:PrincipalOrgID", List.of("o-abcdefghij"))))
        .isFalse();
    assertThat(proves(before, finding, s -> new Change.Remove(s.conditions().get(0).origin())))
        .isFalse();
  }

  @Test
  void a_proof_fails_where_nobody_gets_in_any_more() throws IOException {
    Workspace before = open("trust.json", LAX_MFA);
    Finding finding = before.analysis().open().get(0).finding();
    assertThat(proves(before, finding, s -> new Change.Replace(s.effectAt(), "Deny"))).isFalse();
    assertThat(
            proves(
                before,
                finding,
                s ->
                    new Change.Replace(
                        s.principal().patterns().get(0).origin(),
                        "arn:aws:iam::111122223333:user/bob")))
        .isFalse();
  }

  @Test
  void a_service_is_meant_to_work_for_the_owner() throws IOException {
    String service = "{\"Service\": \"codebuild.amazonaws.com\"}";
    Workspace before = open("trust.json", trust(service, "\"sts:AssumeRole\"", "{}"));
    assertThat(keepsIn(before, s -> source(s, "111122223333"))).isTrue();
    assertThat(keepsIn(before, s -> source(s, "444455556666"))).isFalse();
  }

  @Test
  void a_service_that_may_not_say_for_whom_it_works_is_not_asked_to() throws IOException {
    String service = "{\"Service\": \"ec2.amazonaws.com\"}";
    Workspace before = open("trust.json", trust(service, "\"sts:AssumeRole\"", "{}"));
    assertThat(keepsIn(before, s -> source(s, "111122223333"))).isFalse();
  }

  @Test
  void a_token_of_a_named_subject_is_meant_to_get_in() throws IOException {
    String loose =
        """
        {"Statement": {
          "Effect": "Allow",
          "Principal": {"Federated":
            "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringLike": {
            "token.actions.githubusercontent.com:sub": ["repo:acme/*", "repo:other/app:*"]}}}}
        """;
    Workspace before = open("trust.json", loose);
    assertThat(keepsIn(before, s -> value(s, "repo:acme/app:*"))).isTrue();
    assertThat(keepsIn(before, s -> value(s, "repo:third/app:*"))).isFalse();
  }

  @Test
  void any_principal_of_a_named_account_will_do() throws IOException {
    String account = trust("{\"AWS\": \"444455556666\"}", "\"sts:AssumeRole\"", "{}");
    Workspace before = open("trust.json", account);
    assertThat(keepsIn(before, s -> id(s, "x1234"))).isTrue();
    assertThat(
            keepsIn(
                before,
                s ->
                    new Change.Replace(
                        s.principal().patterns().get(0).origin(),
                        "arn:aws:iam::444455556666:role/deploy")))
        .isTrue();
    assertThat(
            keepsIn(
                before,
                s -> new Change.Replace(s.principal().patterns().get(0).origin(), "777788889999")))
        .isFalse();
  }

  private static Change id(Statement statement, String id) {
    return new Change.AddCondition(
        statement.origin(), "StringEquals", "sts:ExternalId", List.of(id));
  }

  private static Change operator(Statement statement, String name) {
    return new Change.ChangeOperator(statement.conditions().get(0).origin(), name);
  }

  private static Change source(Statement statement, String account) {
    return new Change.AddCondition(
        statement.origin(), "StringEquals", "aws:SourceAccount", List.of(account));
  }

  private static Change value(Statement statement, String text) {
    Condition condition = statement.conditions().get(0);
    return new Change.Replace(condition.values().get(0).origin(), text);
  }

  private static Statement first(Workspace workspace) {
    Role role = workspace.inventory("trust.json").roles().get(0);
    return role.trust().orElseThrow().statements().get(0);
  }

  private static boolean proves(
      Workspace before, Finding finding, Function<Statement, Change> change) {
    Fix fix = Fix.of("x", change.apply(first(before)));
    SourceFile file = finding.at().file();
    Optional<FixEditor.Edited> edited = new FixEditor(before.options()).edited(file, fix);
    assertThat(edited).isPresent();
    return new Proof(finding, before).holds(before.with(edited.get().file()));
  }

  private static boolean keepsIn(Workspace before, Function<Statement, Change> change) {
    Statement first = first(before);
    Fix fix = Fix.of("x", change.apply(first));
    SourceFile file = first.origin().file();
    Workspace after =
        before.with(new FixEditor(before.options()).edited(file, fix).orElseThrow().file());
    Finding finding =
        new Finding(
            before.analysis().rules().get(0),
            Severity.HIGH,
            first.origin(),
            "something",
            new Evidence.Shape(),
            List.of(),
            "role trust");
    return new Proof(finding, before)
        .staysOpen(before.inventory(file.name()).roles(), after.inventory(file.name()).roles());
  }

  private String fixed(String name, String text) throws IOException {
    Fixed fixed = new Fixer().fixed(open(name, text));
    assertThat(Files.readString(directory.resolve(name))).isEqualTo(text);
    return fixed.files().isEmpty() ? text : fixed.files().get(0).after().text();
  }

  private List<String> found(String name, String text) throws IOException {
    return open(name, text).analysis().open().stream().map(r -> r.finding().rule().id()).toList();
  }

  private Workspace open(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
    AnalysisRequest request =
        new AnalysisRequest(
            List.of(Path.of(name)),
            directory,
            Optional.empty(),
            Optional.empty(),
            Optional.of("111122223333"),
            Profile.RECOMMENDED,
            Optional.empty(),
            List.of(),
            Progress.SILENT);
    return new Analyzer(LocalDate.of(2026, 1, 1)).open(request);
  }
}
