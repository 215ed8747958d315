package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.reason.property.Witness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeDownTest {

  private static Granted granted(String role, String boundary, String session) {
    Role only = Written.role("app", role, boundary == null ? "" : boundary, "");
    return new Granted(Written.grant(session, "app"), only, true);
  }

  private static SessionQuestions ask(Granted granted) {
    return Written.ask(
        Written.inventory(List.of(granted.role()), List.of(granted.grant()), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
    # role                                  | boundary        | session policy                           | no-op | dead
      allow s3:GetObject                    | -               | allow *                                  | yes   | no
      allow s3:GetObject on arn:aws:s3:::b/*| -               | allow s3:*                               | yes   | no
      allow s3:Get*,s3:List*                | -               | allow s3:Get*; allow s3:L*               | yes   | no
      allow s3:*                            | -               | allow s3:Get*                            | no    | no
      allow s3:*                            | allow s3:Get*   | allow s3:Get*                            | yes   | no
      allow s3:*                            | allow ec2:*     | allow s3:*                               | yes   | yes
      allow s3:GetObject                    | -               | allow ec2:*                              | no    | yes
      allow s3:GetObject                    | -               | deny ec2:*                               | no    | yes
      allow s3:GetObject                    | -               | allow *; deny ec2:*                      | yes   | no
      allow s3:GetObject                    | -               | allow *; deny s3:GetObject on arn:aws:s3:::b/* | no | no
      allow s3:GetObject; deny s3:*         | -               | allow s3:*                               | yes   | yes
      allow s3:GetObject on arn:aws:s3:::a/*| -               | allow s3:GetObject on arn:aws:s3:::b/*   | no    | yes
      allow s3:GetObject on arn:aws:s3:::a* | -               | allow s3:GetObject on arn:aws:s3:::*b    | no    | no
      allow s3:GetObject                    | -               | allow s3:GetObject if {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}} | no | no
      allow s3:GetObject if {"Bool": {"aws:SecureTransport": "true"}} | - | allow s3:GetObject if {"Bool": {"aws:SecureTransport": "false"}} | no | yes
      arn:aws:iam::aws:policy/AdministratorAccess | -         | allow *                                  | yes   | no
      arn:aws:iam::aws:policy/AdministratorAccess | -         | allow s3:*                               | no    | no
      arn:aws:iam::111122223333:policy/x    | -               | allow s3:*                               | open  | open
      arn:aws:iam::111122223333:policy/x    | -               | allow *                                  | yes   | open
      arn:aws:iam::111122223333:policy/x    | -               | deny s3:*                                | open  | yes
      arn:aws:iam::111122223333:policy/x; allow ec2:* | -     | allow s3:*                               | no    | open
      arn:aws:iam::111122223333:policy/x    | allow s3:*      | allow ec2:*                              | open  | yes
      arn:aws:iam::111122223333:policy/x    | allow s3:Get*   | allow s3:*                               | yes   | open
      allow s3:*    | arn:aws:iam::111122223333:policy/x      | allow s3:*                               | yes   | open
      allow s3:*    | arn:aws:iam::111122223333:policy/x      | allow ec2:*                              | open  | yes
      allow s3:*    | -               | arn:aws:iam::111122223333:policy/x                       | open  | open
      allow s3:*    | -               | arn:aws:iam::111122223333:policy/x; deny s3:*            | no    | yes
      allow s3:Get* | -               | arn:aws:iam::aws:policy/AmazonS3FullAccess               | yes   | no
      allow ec2:*   | -               | arn:aws:iam::aws:policy/AmazonS3FullAccess               | open  | open
      """)
  void is_decided_by_the_roles_real_permissions(
      String role, String boundary, String session, String noOp, String dead) {
    Granted granted = granted(role, boundary, session);
    SessionQuestions questions = ask(granted);
    Answer nothingTaken = questions.noOp(granted);
    Answer nothingLeft = questions.dead(granted);
    assertThat(Written.word(nothingTaken)).as("no-op").isEqualTo(noOp);
    assertThat(Written.word(nothingLeft)).as("dead").isEqualTo(dead);
    if (nothingTaken.isNo()) {
      Witness taken = nothingTaken.witness().orElseThrow();
      assertThat(taken.allowing()).allMatch(decision -> decision.isAllowed());
      assertThat(taken.refusing()).noneMatch(decision -> decision.isAllowed()).isNotEmpty();
    }
    if (nothingLeft.isNo()) {
      assertThat(nothingLeft.witness().orElseThrow().isCertain()).isTrue();
    }
  }

  @Test
  void names_the_statements_that_give_nothing() {
    Granted granted =
        granted(
            "allow s3:*; allow sqs:SendMessage",
            "",
            "allow s3:GetObject; allow ec2:*; deny sqs:*; allow sqs:SendMessage");
    assertThat(ask(granted).deadStatements(granted))
        .extracting(
            a -> a.statement().action().patterns().get(0).shown(), a -> Written.word(a.answer()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("s3:GetObject", "no"),
            org.assertj.core.groups.Tuple.tuple("ec2:*", "yes"),
            org.assertj.core.groups.Tuple.tuple("sqs:SendMessage", "yes"));
  }

  @Test
  void a_bucket_that_names_the_role_keeps_a_session_policy_alive() {
    Granted granted = granted("allow ec2:*", "", "allow s3:GetObject");
    String toRole = "allow s3:GetObject to {\"AWS\": \"arn:aws:iam::111122223333:role/app\"}";
    SessionQuestions questions =
        Written.ask(
            Written.inventory(
                List.of(granted.role()), List.of(), List.of(Written.resource(toRole))));
    assertThat(questions.dead(granted).isNo()).isTrue();
    assertThat(questions.deadStatements(granted).get(0).answer().isNo()).isTrue();
    assertThat(ask(granted).dead(granted).isYes()).isTrue();
  }

  @Test
  void a_role_that_may_hold_more_is_not_said_to_have_nothing_to_take() {
    Role role = Written.open(Written.role("app", "allow s3:GetObject", "", ""));
    SessionGrant grant = Written.grant("allow s3:*", "app");
    Granted granted = new Granted(grant, role, true);
    Answer answer = ask(granted).noOp(granted);
    assertThat(answer.doubt()).contains("the input may not have all policies of the role");
  }

  @Test
  void a_grant_is_without_effect_if_it_is_for_each_of_its_roles() {
    Role narrow = Written.role("narrow", "allow s3:GetObject", "", "");
    Role wide = Written.role("wide", "allow s3:*; allow ec2:*", "", "");
    SessionGrant both = Written.grant("allow s3:*", "narrow", "wide");
    SessionQuestions questions =
        Written.ask(Written.inventory(List.of(narrow, wide), List.of(both), List.of()));
    assertThat(questions.noOp(both).isNo()).isTrue();
    assertThat(questions.noOp(Written.grant("allow s3:*", "narrow")).isYes()).isTrue();
    assertThat(questions.noOp(Written.grant("allow s3:*", "absent")).isOpen()).isTrue();
  }

  @Test
  void a_budget_that_ends_leaves_the_question_open() {
    Granted granted = granted("allow s3:Get*a*b on *", "", "allow s3:*a on *");
    SessionQuestions questions =
        SessionQuestions.of(
            Written.inventory(List.of(granted.role()), List.of(), List.of()),
            io.rolewright.reason.solve.Means.ordinary().withSteps(0));
    assertThat(questions.noOp(granted).isOpen()).isTrue();
    assertThat(questions.noOp(granted).doubt()).isNotEqualTo(Optional.empty());
  }
}
