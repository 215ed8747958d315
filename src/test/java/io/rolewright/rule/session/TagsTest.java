package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {

  private static final String TO = " to {\"AWS\": \"444455556666\"}";
  private static final String FREE = "allow sts:AssumeRole,sts:TagSession" + TO;

  private static SessionQuestions questions(Role role) {
    return Written.ask(Written.inventory(List.of(role), List.of(), List.of()));
  }

  private static String gains(Role role) {
    return questions(role).tagGains(role).stream()
        .map(g -> g.tag() + " " + Written.word(g.answer()))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
    # role                                                                             | condition of the trust policy                                             | gains
      allow s3:* on arn:aws:s3:::${aws:PrincipalTag/team}/*                            | -                                                                         | team yes
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/Team": "admin"}}               | -                                                                         | Team yes
      allow s3:* if {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}} | -                                                                     | team yes
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/team": "admin"}}; allow s3:*   | -                                                                         | team no
      allow s3:*; deny s3:* if {"Null": {"aws:PrincipalTag/team": "true"}}             | -                                                                         | team yes
      allow s3:*; deny s3:* if {"StringEquals": {"aws:PrincipalTag/team": "guest"}}    | -                                                                         | team no
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/team": "admin"}}               | {"StringEquals": {"aws:RequestTag/team": "dev"}}                          | team no
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/team": "admin"}}               | {"StringEquals": {"aws:RequestTag/team": "admin"}}                        | team no
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/team": "admin"}}               | {"StringEquals": {"aws:RequestTag/team": "${aws:PrincipalTag/team}"}}     | team no
      allow s3:* if {"StringLike": {"aws:PrincipalTag/team": "*"}}                     | {"StringLike": {"aws:RequestTag/team": "dev-*"}}                          | team yes
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/team": "admin"}}               | {"StringEquals": {"aws:RequestTag/cost": "1"}}                            | team yes
      allow s3:* if {"StringEquals": {"aws:PrincipalTag/team": "admin"}}               | {"ForAllValues:StringEquals": {"aws:TagKeys": "cost"}}                    | team no
      allow s3:*                                                                       | -                                                                         | -
      """)
  void with_which_a_caller_chooses_what_it_can_do_are_found(
      String policy, String condition, String gains) {
    String trust = condition == null ? FREE : FREE + " if " + condition;
    Role role = Written.role("app", policy, "", trust);
    assertThat(gains(role)).isEqualTo(gains == null ? "" : gains);
    for (TagGain gain : questions(role).tagGains(role)) {
      if (gain.answer() instanceof Answer.Yes yes) {
        Request used = yes.grounds().witnesses().get(0).request();
        Request passed = yes.grounds().witnesses().get(1).request();
        assertThat(used.context().get("aws:PrincipalTag/" + gain.tag()))
            .isNotEmpty()
            .isEqualTo(passed.context().get("aws:RequestTag/" + gain.tag()));
      }
    }
  }

  @Test
  void nobody_gains_by_a_tag_that_he_may_not_pass() {
    String policy = "allow s3:* on arn:aws:s3:::${aws:PrincipalTag/team}/*";
    assertThat(gains(Written.role("app", policy, "", "allow sts:AssumeRole" + TO))).isEmpty();
    String oidc =
        "allow sts:AssumeRoleWithWebIdentity,sts:TagSession to"
            + " {\"Federated\": \"arn:aws:iam::111122223333:oidc-provider/idp.example.com\"}";
    assertThat(gains(Written.role("app", policy, "", oidc))).isEqualTo("team no");
  }

  @Test
  void nobody_gains_by_a_tag_that_the_role_has_anyway() {
    String policy = "allow s3:* if {\"StringEquals\": {\"aws:PrincipalTag/team\": \"blue\"}}";
    Role role = Written.role("app", policy, "", FREE);
    assertThat(gains(role)).isEqualTo("team yes");
    assertThat(gains(Written.with(role, Map.of("Team", "blue"), Optional.empty())))
        .isEqualTo("team no");
    assertThat(gains(Written.with(role, Map.of("team", "red"), Optional.empty())))
        .isEqualTo("team yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
    # trust policy                                                                                                                 | lost
      allow sts:AssumeRole to {"AWS": "444455556666"}                                                                              | yes
      allow sts:AssumeRole to {"AWS": "444455556666"} if {"StringEquals": {"sts:RoleSessionName": "${aws:username}"}}              | no
      allow sts:AssumeRole to {"AWS": "444455556666"} if {"StringLike": {"sts:RoleSessionName": "ops-*"}}                          | yes
      allow sts:AssumeRole,sts:SetSourceIdentity to {"AWS": "444455556666"} if {"StringLike": {"sts:SourceIdentity": "*"}}         | no
      allow sts:AssumeRole,sts:SetSourceIdentity to {"AWS": "444455556666"} if {"StringLikeIfExists": {"sts:SourceIdentity": "*"}} | yes
      allow sts:AssumeRole to {"AWS": "arn:aws:iam::444455556666:user/dana"}                                                       | no
      allow sts:AssumeRole to {"AWS": ["arn:aws:iam::444455556666:user/dana", "arn:aws:iam::444455556666:user/eve"]}               | yes
      allow sts:AssumeRole to {"AWS": "arn:aws:iam::444455556666:role/x"}                                                          | no
      allow sts:AssumeRole to {"Service": "ec2.amazonaws.com"}                                                                     | no
      """)
  void sessions_that_do_not_tell_the_user_are_found(String trust, String lost) {
    Role role = Written.role("app", "", "", trust);
    Answer answer = questions(role).losesAttribution(role);
    assertThat(Written.word(answer)).isEqualTo(lost);
    if (answer instanceof Answer.Yes yes) {
      assertThat(yes.grounds().witnesses()).hasSize(2);
      assertThat(yes.grounds().witnesses().get(0).request().principal())
          .isNotEqualTo(yes.grounds().witnesses().get(1).request().principal());
    }
  }
}
