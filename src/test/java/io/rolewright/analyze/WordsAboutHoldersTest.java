package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.examples.ExampleResult;
import io.rolewright.analyze.examples.RuleTestRun;
import io.rolewright.analyze.examples.RuleTests;
import io.rolewright.rule.file.RuleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules can ask about requests that permission and session policies decide. */
class WordsAboutHoldersTest {

  private static final String RULE =
      """
      ---
      id: MY001
      title: it is so
      severity: low
      ---
      # asked

      ## Rule

      ```rule
      for role r
      for document d in r.permissions
      when %s request q from %s
        where permits(d, q) and %s
      report r "it is so"
      ```

      ## %s

      ```yaml account=111122223333
      Resources:
        App: %s
          Type: AWS::IAM::Role
          Properties:
            RoleName: app
            Path: /web/
            AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: []}
            Policies:
              - PolicyName: own
                PolicyDocument: {Version: "2012-10-17", Statement: [%s]}
      ```
      """;

  @TempDir Path folder;

  private void isAnswered(String kind, String actor, String condition, String policy)
      throws IOException {
    Files.writeString(
        folder.resolve("asked.md"),
        RULE.formatted(kind, actor, condition, "Noncompliant", "# finding low: it is so", policy));
    RuleTestRun run =
        RuleTests.of(RuleLoader.ofRulesUnderTest().load(List.of(Path.of("asked.md")), folder));
    assertThat(run.problems()).isEmpty();
    assertThat(run.results()).hasSize(1).allMatch(ExampleResult::passed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          q.calls("s3:delete*")                     | {Effect: Allow, Action: "S3:*Object", Resource: "*"}
          q.calls(["iam:*", "s3:PutObject"])        | {Effect: Allow, Action: "s3:*", Resource: "*"}
          not q.calls(["s3:Get*", "s3:List*"])      | {Effect: Allow, NotAction: "s3:Get*", Resource: "*"}
          q.concerns("arn:aws:s3:::pay/*")          | {Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::p*"}
          q.concerns(["x", "arn:aws:s3:::pay/slip"]) | {Effect: Allow, Action: "s3:GetObject", NotResource: "arn:aws:s3:::pay/x"}
          q.calls("s3:Put*") and not q.concerns("arn:aws:s3:::pay/*") | {Effect: Allow, Action: "s3:PutObject", Resource: "arn:aws:s3:::*"}
          q.calls("s3:*") and q.context["aws:SourceIp"] is absent | {Effect: Allow, Action: "s3:*", Resource: "*"}
          """)
  void what_a_policy_permits_is_possible(String condition, String policy) throws IOException {
    isAnswered("possible", "anyHolder", condition, policy);
    isAnswered("possible", "sessionOf(r)", condition, policy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          q.calls("s3:Delete*")               | {Effect: Allow, Action: "s3:Put*", Resource: "*"}
          q.calls("s3:Delete*")               | {Effect: Allow, Action: "s3:*", Resource: "*"}, {Effect: Deny, Action: "s3:D*", Resource: "*"}
          not q.calls(["s3:Get*", "s3:List*"]) | {Effect: Allow, Action: ["s3:GetObject", "s3:List*"], Resource: "*"}
          q.concerns("arn:aws:s3:::pay/*")    | {Effect: Allow, Action: "s3:*", NotResource: "arn:aws:s3:::p*"}
          q.calls("s3:*")                     | {Effect: Allow, Action: "s3:*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": ["true"]}, StringEquals: {"aws:PrincipalAccount": "x"}}}
          """)
  void what_no_request_is_permitted_is_proved(String condition, String policy) throws IOException {
    isAnswered("impossible", "anyHolder", condition, policy);
    isAnswered("impossible", "sessionOf(r)", condition, policy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          possible   | anyHolder    | arn:aws:iam::111122223333:role/other
          impossible | sessionOf(r) | arn:aws:iam::111122223333:role/other
          possible   | sessionOf(r) | arn:aws:iam::111122223333:role/web/app
          impossible | sessionOf(r) | arn:aws:iam::111122223333:role/app
          impossible | sessionOf(r) | arn:aws:iam::444455556666:role/web/app
          impossible | sessionOf(r) | arn:aws:iam::111122223333:user/*
          possible   | anyHolder    | arn:aws:iam::111122223333:user/*
          """)
  void a_session_of_a_role_is_nobody_else(String kind, String actor, String who)
      throws IOException {
    String policy =
        "{Effect: Allow, Action: \"s3:*\", Resource: \"*\","
            + " Condition: {ArnLike: {\"aws:PrincipalArn\": \"%s\"}}}";
    isAnswered(kind, actor, "q.calls(\"s3:*\")", policy.formatted(who));
  }
}
