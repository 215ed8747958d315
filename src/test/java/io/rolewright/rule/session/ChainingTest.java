package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainingTest {

  private static SessionQuestions questions(Role role) {
    return Written.ask(Written.inventory(List.of(role), List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      allow sts:AssumeRole to {"AWS": "arn:aws:iam::111122223333:role/x"}                                  | yes
      allow sts:AssumeRole to {"AWS": "arn:aws:sts::111122223333:assumed-role/x/alice"}                     | yes
      allow sts:AssumeRole to {"AWS": "111122223333"}                                                      | no
      allow sts:AssumeRole to {"AWS": "111122223333"} if {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/x"}} | yes
      allow sts:AssumeRole to {"AWS": "arn:aws:iam::111122223333:role/x"}; allow sts:AssumeRole to {"Service": "ec2.amazonaws.com"} | no
      allow sts:AssumeRole to {"AWS": "arn:aws:iam::111122223333:user/x"}                                  | no
      deny sts:AssumeRole to {"AWS": "arn:aws:iam::111122223333:role/x"}                                   | no
      """)
  void a_role_that_only_role_sessions_assume_is_capped(String trust, String capped) {
    Role role = Written.role("app", "", "", trust);
    assertThat(Written.word(questions(role).onlyChained(role))).isEqualTo(capped);
  }
}
