package io.rolewright.reason.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.source.SourceFile;
import org.junit.jupiter.api.Test;

/**
 * Requests that AWS documents and that are easily taken for impossible: each is found, so that no
 * proof leaves it out.
 */
class RequestsThatAwsSendsTest {

  private static final String OWNER = "111111111111";
  private static final String ROLE = "arn:aws:iam::111111111111:role/deploy";

  private static PolicyDocument read(String statements, PolicyKind kind) {
    String text = "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
    SourceFile file = SourceFile.of("policy.json", text);
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  private static Judged judged(String statements, PolicyKind kind, PolicyScope scope) {
    return Judged.policy(read(statements, kind), scope, OWNER);
  }

  private static Request request(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    return ((Outcome.Possible) outcome).witness().request();
  }

  private static Request assuming(String statement) {
    return request(
        Properties.among(Population.assuming(ROLE, OWNER, "aws"))
            .possible(judged(statement, PolicyKind.TRUST, PolicyScope.TRUST)));
  }

  private static Properties among(PolicyKind kind) {
    return Properties.among(Population.of(kind, OWNER, "aws"));
  }

  @Test
  void services_send_external_ids() {
    Request request =
        assuming(
            """
            {"Effect": "Allow", "Principal": {"Service": "cognito-idp.amazonaws.com"},
             "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "e-1"}}}
            """);
    assertThat(request.principal()).isEqualTo(Caller.service("cognito-idp.amazonaws.com"));
  }

  @Test
  void trust_policies_see_the_provider_of_a_web_identity() {
    Request request =
        assuming(
            """
            {"Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"},
             "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals":
               {"aws:FederatedProvider": "cognito-identity.amazonaws.com"}}}
            """);
    assertThat(request.principal().kind()).isEqualTo(Caller.Kind.WEB_IDENTITY);
  }

  @Test
  void a_deny_of_callers_that_say_to_be_no_service_leaves_those_that_say_nothing() {
    String bucket =
        """
        {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
         "Condition": {"Bool": {"aws:PrincipalIsAWSService": "false"}}},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
         "Condition": {"Bool": {"aws:PrincipalIsAWSService": "true"}}}
        """;
    Judged policy = judged(bucket, PolicyKind.RESOURCE, PolicyScope.RESOURCE);
    Request request = request(among(PolicyKind.RESOURCE).possible(policy));
    assertThat(request.principal().kind()).isEqualTo(Caller.Kind.ANONYMOUS);
  }

  @Test
  void sessions_of_root_users_are_newly_allowed_where_only_their_own_keys_are_denied() {
    String allow = "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"},";
    String before =
        """
        {"Effect": "Deny", "Action": "*", "Resource": "*",
         "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:root"}}}
        """;
    String after = before.replace("}}}", "}, \"Null\": {\"aws:AssumedRoot\": \"true\"}}}");
    Outcome outcome =
        among(PolicyKind.SCP)
            .newAccess(
                judged(allow + before, PolicyKind.SCP, PolicyScope.CALLER),
                judged(allow + after, PolicyKind.SCP, PolicyScope.CALLER));
    assertThat(request(outcome).principal().kind()).isEqualTo(Caller.Kind.ASSUMED_ROOT);
  }

  @Test
  void policies_of_users_speak_about_their_federated_sessions() {
    Judged policy =
        judged(
            """
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
             "Condition": {"StringEquals": {"aws:PrincipalType": "FederatedUser"}}}
            """,
            PolicyKind.IDENTITY,
            PolicyScope.CALLER);
    Request request = request(among(PolicyKind.IDENTITY).possible(policy));
    assertThat(request.principal().kind()).isEqualTo(Caller.Kind.FEDERATED_USER);
  }

  @Test
  void who_takes_tags_away_names_their_keys_alone() {
    Judged policy =
        judged(
            """
            {"Effect": "Allow", "Action": "iam:UntagRole", "Resource": "*", "Condition": {
               "ForAnyValue:StringEquals": {"aws:TagKeys": "env"},
               "Null": {"aws:RequestTag/env": "true"}}}
            """,
            PolicyKind.IDENTITY,
            PolicyScope.CALLER);
    assertThat(request(among(PolicyKind.IDENTITY).possible(policy)).action())
        .isEqualTo("iam:UntagRole");
  }

  @Test
  void tags_that_are_passed_to_a_session_are_among_its_tag_keys() {
    String trust =
        """
        {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole", "Condition": {
           "ForAnyValue:StringEquals": {"aws:TagKeys": "env"},
           "Null": {"aws:RequestTag/env": "true"}}}
        """;
    assertThat(
            Properties.among(Population.assuming(ROLE, OWNER, "aws"))
                .possible(judged(trust, PolicyKind.TRUST, PolicyScope.TRUST)))
        .isInstanceOf(Outcome.Impossible.class);
  }

  @Test
  void not_every_service_says_whether_another_calls_on_behalf_of_somebody() {
    Judged policy =
        judged(
            """
            {"Effect": "Allow", "Action": "ec2:*", "Resource": "*",
             "Condition": {"Null": {"aws:ViaAWSService": "true"}}}
            """,
            PolicyKind.IDENTITY,
            PolicyScope.CALLER);
    assertThat(request(among(PolicyKind.IDENTITY).possible(policy)).action()).startsWith("ec2:");
  }

  @Test
  void a_request_that_a_service_forwards_may_say_nothing_of_the_network() {
    Judged policy =
        judged(
            """
            {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*", "Condition": {
               "Bool": {"aws:ViaAWSService": "true"},
               "Null": {"aws:SourceIp": "true", "aws:SourceVpc": "true"}}}
            """,
            PolicyKind.IDENTITY,
            PolicyScope.CALLER);
    assertThat(request(among(PolicyKind.IDENTITY).possible(policy)).action())
        .isEqualTo("kms:Decrypt");
  }

  @Test
  void a_statement_of_another_reading_is_not_taken_for_one_without_effect() {
    String text = "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}";
    PolicyDocument policy = read(text, PolicyKind.IDENTITY);
    PolicyDocument again = read(text, PolicyKind.IDENTITY);
    Properties properties = among(PolicyKind.IDENTITY);
    assertThatThrownBy(
            () ->
                properties.redundant(
                    policy,
                    again.statements().get(0),
                    document -> Judged.policy(document, PolicyScope.CALLER, OWNER)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
