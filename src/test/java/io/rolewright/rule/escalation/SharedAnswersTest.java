package io.rolewright.rule.escalation;

import static io.rolewright.rule.escalation.Cast.allow;
import static io.rolewright.rule.escalation.Cast.deny;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Given;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAnswersTest {

  private static final String IAM = "arn:aws:iam::111122223333:";
  private static final List<String> NAMES = List.of("team/one", "two", "team/three", "one");

  private static List<Ask> asks() {
    Targets roles = Targets.only(IAM + "role/zz-fresh");
    return List.of(
        Ask.of("iam:PassRole", roles).with(Given.is("iam:PassedToService", "ec2.amazonaws.com")),
        Ask.of("iam:PassRole", Targets.only(IAM + "role/two")),
        Ask.of("iam:PutRolePolicy", Targets.only(IAM + "role/team/one")),
        Ask.of("ec2:RunInstances", Targets.only("arn:aws:ec2:eu-west-1:111122223333:instance/i")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Bool': {'aws:SecureTransport': 'true'}",
        "'StringEquals': {'aws:RequestedRegion': ['eu-west-1', 'eu-central-1']}",
        "'StringEquals': {'aws:ResourceTag/team': '${aws:PrincipalTag/team}'}",
        "'StringNotEquals': {'aws:ResourceTag/team': '${aws:PrincipalTag/team}'}",
        "'StringEquals': {'aws:ResourceTag/team': '${aws:PrincipalTag/team, \\'x\\'}'}",
        "'StringEqualsIfExists': {'aws:ResourceTag/team': '${aws:PrincipalTag/team}'}",
        "'StringEquals': {'aws:ResourceTag/of': '${aws:PrincipalArn}'}",
        "'StringLike': {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/team/*'}",
        "'StringLike': {'aws:userid': '*:one'}",
        "'NumericLessThan': {'aws:MultiFactorAuthAge': '3600'}",
        "'NumericLessThanIfExists': {'aws:MultiFactorAuthAge': '3600'}",
        "'Null': {'aws:MultiFactorAuthAge': 'true'}"
      })
  void roles_of_the_same_policies_get_the_answers_that_each_gets_alone(String condition) {
    String written = condition.replace("\\'", "\\u0027");
    Cast cast = new Cast();
    List<Role> roles = new ArrayList<>();
    for (String name : NAMES) {
      Role role =
          Cast.role(
              name,
              allow("'iam:Pass*','iam:Put*','ec2:*'", "*", written),
              deny("'iam:PutRolePolicy'", "*", "'StringEquals': {'aws:PrincipalTag/a': 'b'}"));
      roles.add(role);
      cast.with(role);
    }
    Roster roster = cast.roster();
    for (Role role : roles) {
      Abilities alone = Abilities.of(role);
      for (Ask ask : asks()) {
        assertThat(roster.of(role).can(ask)).as(ask.action()).isEqualTo(alone.can(ask));
      }
    }
  }

  @Test
  void a_request_of_another_is_told_with_the_own_name() {
    String statement = allow("'iam:PassRole'", "*", "'Bool': {'aws:SecureTransport': 'true'}");
    Role first = Cast.role("team/one", statement);
    Role second = Cast.role("team/two", statement);
    Roster roster = new Cast().with(first).with(second).roster();
    Ask ask = Ask.of("iam:PassRole", Targets.only(IAM + "role/zz-fresh"));
    Ability.Able before = roster.of(first).can(ask).able().orElseThrow();
    Ability.Able after = roster.of(second).can(ask).able().orElseThrow();
    assertThat(before.request().principal().roleArn()).contains(IAM + "role/team/one");
    assertThat(after.request().principal().roleArn()).contains(IAM + "role/team/two");
    assertThat(after.request().context()).isEqualTo(before.request().context());
    assertThat(after.grant().statement()).isSameAs(statement(second));
  }

  private static Object statement(Role role) {
    return role.permissions().get(0).document().orElseThrow().statements().get(0);
  }
}
