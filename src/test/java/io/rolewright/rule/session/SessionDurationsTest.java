package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Amount;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.SessionGrant.Kind;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDurationsTest {

  private static Role role(String policies, Optional<Amount> duration) {
    return Written.with(Written.role("app", policies, "", ""), Map.of(), duration);
  }

  private static SessionQuestions questions(Role role) {
    return Written.ask(Written.inventory(List.of(role), List.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      allow s3:*          | 14400 |
      allow s3:*          | 14401 | 14400
      allow *             | 3600  |
      allow *             | 7200  | 3600
      allow iam:PassRole  | 7200  |
      allow *             | 43201 |
      """)
  void a_privileged_role_has_a_lower_limit(String policies, long seconds, Long limit) {
    Role role = role(policies, Optional.of(Written.seconds(seconds)));
    assertThat(questions(role).tooLong(role).map(LongSession::limit))
        .isEqualTo(Optional.ofNullable(limit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      ROLES_ANYWHERE_PROFILE | 3600  | 3600 |
      ROLES_ANYWHERE_PROFILE | 3601  | 3600 | OVER_ROLE_MAXIMUM
      ROLES_ANYWHERE_PROFILE | 3601  | 7200 |
      ROLES_ANYWHERE_PROFILE | 899   | 3600 | OUT_OF_RANGE
      ROLES_ANYWHERE_PROFILE | 43201 | 3600 | OUT_OF_RANGE
      CALL                   | 7200  | 7200 |
      CHAINED_CALL           | 7200  | 7200 | OVER_CHAINING_CAP
      CHAINED_CALL           | 3600  | 3600 |
      """)
  void a_grant_asks_for_no_more_than_the_role_gives(
      Kind kind, long asked, long most, String fault) {
    Role role = role("allow s3:*", Optional.of(Written.seconds(most)));
    SessionGrant grant = Written.grant(kind, "", Optional.of(Written.seconds(asked)), "app");
    assertThat(
            questions(role).durationFaults(grant).stream()
                .map(f -> f.kind().name())
                .collect(Collectors.joining()))
        .isEqualTo(fault == null ? "" : fault);
  }

  @Test
  void a_duration_that_a_template_leaves_open_is_no_fault() {
    Text open =
        new Text(Written.AT, List.of(new TextPart.Unknown("parameter D", Optional.empty())));
    Amount unknown = new Amount(Written.AT, OptionalLong.empty(), open);
    Role role = role("allow *", Optional.of(unknown));
    SessionGrant grant =
        Written.grant(Kind.ROLES_ANYWHERE_PROFILE, "", Optional.of(unknown), "app");
    assertThat(questions(role).tooLong(role)).isEmpty();
    assertThat(questions(role).durationFault(role)).isEmpty();
    assertThat(questions(role).durationFaults(grant)).isEmpty();
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
    Role longer = Written.with(role, Map.of(), Optional.of(Written.seconds(7200)));
    assertThat(questions(longer).cappedByChaining(longer).isPresent())
        .isEqualTo(capped.equals("yes"));
    assertThat(questions(role).cappedByChaining(role)).isEmpty();
  }
}
