package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import io.rolewright.reason.property.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {

  private static List<Escape> escapes(String role, String session, Role... others) {
    List<Role> roles = new ArrayList<>(List.of(Written.role("app", role, "", "")));
    roles.addAll(List.of(others));
    Granted granted = new Granted(Written.grant(session, "app"), roles.get(0), true);
    return Written.ask(Written.inventory(roles, List.of(granted.grant()), List.of()))
        .escapes(granted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
    # role                                   | session policy                    | ways out
      allow *                                | allow s3:*                        | -
      allow s3:*                             | allow *                           | -
      allow *                                | allow sts:AssumeRole              | ASSUME_ROLE yes
      allow *                                | allow sts:AssumeRole on arn:aws:iam::444455556666:role/far | ASSUME_ROLE yes
      allow *                                | allow sts:AssumeRole on arn:aws:s3:::b | -
      allow s3:*                             | allow sts:AssumeRole              | -
      allow *                                | allow iam:CreateAccessKey         | IAM_WRITE yes
      allow *                                | allow iam:CreateAccessKey on arn:aws:iam::*:role/* | -
      allow *                                | allow iam:PutRolePolicy on arn:aws:iam::*:role/x | IAM_WRITE yes
      allow *                                | allow iam:Get*,iam:List*          | -
      allow *                                | allow iam:*; deny iam:Create*,iam:Put*,iam:Attach*,iam:Add*,iam:Update*,iam:Set*,iam:Delete*,iam:Upload* | -
      allow *                                | allow iam:PassRole                | -
      allow *                                | allow iam:PassRole; allow ec2:RunInstances | PASS_ROLE yes
      allow *                                | allow iam:PassRole if {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}; allow ec2:RunInstances | -
      allow *                                | allow iam:PassRole if {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}; allow lambda:CreateFunction,lambda:InvokeFunction | PASS_ROLE yes
      allow *                                | allow iam:PassRole; allow lambda:CreateFunction | -
      allow *                                | allow *                           | ASSUME_ROLE yes, PASS_ROLE yes, IAM_WRITE yes
      arn:aws:iam::111122223333:policy/x     | allow sts:AssumeRole              | ASSUME_ROLE open
      arn:aws:iam::111122223333:policy/x     | allow s3:*                        | -
      """)
  void are_calls_whose_sessions_the_policy_does_not_bound(
      String role, String session, String ways) {
    List<Escape> escapes = escapes(role, session);
    String found =
        escapes.stream()
            .map(e -> e.way() + " " + Written.word(e.answer()))
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(ways == null ? "" : ways);
    for (Escape escape : escapes) {
      if (escape.answer() instanceof Answer.Yes yes) {
        assertThat(yes.grounds().witnesses())
            .isNotEmpty()
            .allMatch(Witness::isCertain)
            .allMatch(w -> w.allowing().stream().allMatch(d -> d.isAllowed()));
      }
    }
  }

  @Test
  void the_next_role_is_named_if_its_trust_policy_lets_the_session_in() {
    String byArn = "allow sts:AssumeRole to {\"AWS\": \"arn:aws:iam::111122223333:role/app\"}";
    String byAccount = "allow sts:AssumeRole to {\"AWS\": \"111122223333\"}";
    String byOther = "allow sts:AssumeRole to {\"AWS\": \"arn:aws:iam::111122223333:role/x\"}";
    String byService = "allow sts:AssumeRole to {\"Service\": \"ec2.amazonaws.com\"}";
    List<Escape> escapes =
        escapes(
            "allow *",
            "allow sts:AssumeRole on arn:aws:iam::111122223333:role/next-*",
            Written.role("next-arn", "", "", byArn),
            Written.role("next-account", "", "", byAccount),
            Written.role("next-other", "", "", byOther),
            Written.role("next-service", "", "", byService),
            Written.role("elsewhere", "", "", byArn),
            Written.role("next-unseen", "", "", ""));
    assertThat(escapes).hasSize(1);
    assertThat(escapes.get(0).onward().all()).isTrue();
    assertThat(escapes.get(0).onward().roles())
        .extracting(t -> t.role().name().shown() + " " + Written.word(t.letsIn()))
        .containsExactly("next-arn yes", "next-account yes", "next-unseen open");
  }

  @Test
  void without_a_session_policy_there_is_nothing_to_leave() {
    Role role = Written.role("app", "allow *", "", "");
    Granted granted = new Granted(Written.grant("", "app"), role, true);
    assertThat(Written.ask(Written.inventory(List.of(role), List.of(), List.of())).escapes(granted))
        .isEmpty();
  }
}
