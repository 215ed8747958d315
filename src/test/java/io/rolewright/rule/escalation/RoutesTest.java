package io.rolewright.rule.escalation;

import static io.rolewright.rule.escalation.Cast.allow;
import static io.rolewright.rule.escalation.Cast.deny;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.Abilities;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private static final String ADMIN = allow("'*'", "*");

  private static Optional<String> shortest(Role role, Cast others) {
    Roster roster = others.with(role).roster();
    return id(new Routes(roster.of(role), roster).shortest());
  }

  private static Optional<String> shortest(String... statements) {
    return shortest(Cast.role("team/worker", statements), new Cast());
  }

  private static Optional<String> shortest(Identity user, Cast others) {
    Roster roster = others.with(user).roster();
    return id(new Routes(roster.of(user), roster).shortest());
  }

  private static String quoted(String actions) {
    return "'" + actions.strip().replaceAll(" +", "','") + "'";
  }

  private static Optional<String> id(Optional<Route> route) {
    return route.map(found -> found.path().id());
  }

  @Test
  void those_of_one_kind_are_those_of_all_that_are_of_it() {
    Role role =
        Cast.role("worker", allow("'iam:PassRole','ec2:*','lambda:*','iam:PutRolePolicy'", "*"));
    Roster roster = new Cast().with(role).roster();
    Routes routes = new Routes(roster.of(role), roster);
    for (Kind kind : Kind.values()) {
      assertThat(routes.inTurn(kind))
          .as(kind.name())
          .isEqualTo(routes.inTurn().stream().filter(r -> r.path().kind() == kind).toList());
    }
    assertThat(routes.inTurn(Kind.PASS)).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iam:PutRolePolicy                              | *                                           | iam-005
          iam:Put*                                       | arn:aws:iam::111122223333:role/team/worker   | iam-005
          iam:AttachRolePolicy                           | arn:aws:iam::*:role/team/*                   | iam-009
          iam:UpdateAssumeRolePolicy                     | arn:aws:iam::111122223333:role/*             | iam-012
          iam:CreateAccessKey                            | arn:aws:iam::*:user/*                        | iam-002
          iam:PassRole ec2:RunInstances                | *                                           | ec2-001
          iam:PassRole lambda:CreateFunction lambda:InvokeFunction | *                             | lambda-001
          ssm:StartSession                               | *                                           | ssm-001
          """)
  void a_known_way_is_found(String actions, String resource, String path) {
    assertThat(shortest(allow(quoted(actions), resource))).contains(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          iam:PutRolePolicy                 | arn:aws:iam::111122223333:role/team/other
          iam:PutRolePolicy                 | arn:aws:iam::111122223333:role/else/*
          iam:UpdateAssumeRolePolicy        | arn:aws:iam::111122223333:role/team/other
          iam:PutUserPolicy                 | *
          iam:AddUserToGroup                | *
          iam:DeleteRolePermissionsBoundary | *
          iam:PassRole                      | *
          ec2:RunInstances                  | *
          lambda:UpdateFunctionCode         | arn:aws:lambda:*:*:function:own-*
          iam:Get* s3:*                   | *
          """)
  void what_leads_nowhere_is_none(String actions, String resource) {
    assertThat(shortest(allow(quoted(actions), resource))).isEmpty();
  }

  @Test
  void conditions_denies_and_boundary_close_ways() {
    String put = allow("'iam:PutRolePolicy'", "*");
    assertThat(shortest(put, deny("'iam:*'", "*", ""))).isEmpty();
    String bounded = "'StringEquals': {'iam:PermissionsBoundary': '" + Cast.BOUNDARY + "'}";
    assertThat(shortest(allow("'iam:PutRolePolicy'", "*", bounded))).isEmpty();
    String other = "'ArnEquals': {'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess'}";
    assertThat(shortest(allow("'iam:AttachRolePolicy'", "*", other))).isEmpty();
    Role limited =
        Cast.role(
            "team/worker",
            Cast.trust("'Service': 'ec2.amazonaws.com'"),
            Optional.of(Cast.policy(PolicyKind.BOUNDARY, allow("'s3:*'", "*"))),
            put);
    assertThat(shortest(limited, new Cast())).isEmpty();
  }

  @Test
  void a_key_that_does_not_come_with_the_call_does_not_let_it_through() {
    String tag = "'StringEquals': {'aws:RequestTag/team': 'blue'}";
    assertThat(shortest(allow("'iam:*'", "*", tag))).isEmpty();
    String passed = "'StringEquals': {'iam:PassedToService': 'ec2.amazonaws.com'}";
    assertThat(shortest(allow("'iam:*'", "*", passed))).isEmpty();
  }

  @Test
  void a_passed_role_goes_to_the_service_that_the_condition_says() {
    String pass = "'iam:PassRole','ec2:RunInstances','lambda:CreateFunction'";
    String launch = "'lambda:InvokeFunction'";
    String ec2 = "'StringEquals': {'iam:PassedToService': 'ec2.amazonaws.com'}";
    String start = allow("'ec2:RunInstances','lambda:CreateFunction'," + launch, "*");
    assertThat(shortest(allow("'iam:PassRole'", "*", ec2), start)).contains("ec2-001");
    String glue = ec2.replace("ec2", "glue");
    assertThat(shortest(allow("'iam:PassRole'", "*", glue), start)).isEmpty();
    assertThat(shortest(allow(pass, "arn:aws:iam::111122223333:role/one"))).isEmpty();
  }

  @Test
  void the_way_into_an_administrator_needs_his_word() {
    String assume = allow("'sts:AssumeRole'", "*");
    String root = "'AWS': 'arn:aws:iam::111122223333:root'";
    Role open = Cast.role("admin", Cast.trust(root), Optional.empty(), ADMIN);
    Role closed = Cast.role("admin", ADMIN);
    assertThat(shortest(Cast.role("worker", assume), new Cast().with(open))).contains("sts-001");
    assertThat(shortest(Cast.role("worker", assume), new Cast().with(closed))).isEmpty();
    Role plain = Cast.role("plain", Cast.trust(root), Optional.empty(), allow("'s3:*'", "*"));
    assertThat(shortest(Cast.role("worker", assume), new Cast().with(plain))).isEmpty();
  }

  @Test
  void an_administrator_can_be_named_outright() {
    String pass = allow("'iam:PassRole'", "arn:aws:iam::111122223333:role/admin");
    String run = allow("'ec2:RunInstances'", "*");
    Cast cast = new Cast().with(Cast.role("admin", ADMIN));
    assertThat(shortest(Cast.role("worker", pass, run), cast)).contains("ec2-001");
    Cast plain = new Cast().with(Cast.role("admin", allow("'s3:*'", "*")));
    assertThat(shortest(Cast.role("worker", pass, run), plain)).isEmpty();
  }

  @Test
  void looking_after_oneself_is_no_way_but_writing_to_oneself_is() {
    String self = "arn:aws:iam::*:user/${aws:username}";
    Identity keys = Cast.user("dana", allow("'iam:CreateAccessKey'", self));
    assertThat(shortest(keys, new Cast())).isEmpty();
    Identity policy = Cast.user("dana", allow("'iam:PutUserPolicy'", self));
    assertThat(shortest(policy, new Cast())).contains("iam-007");
  }

  @Test
  void every_step_has_its_own_request_and_place() {
    Role worker = Cast.role("worker", allow("'iam:PassRole'", "*"), allow("'ec2:Run*'", "*"));
    Roster roster = new Cast().with(worker).roster();
    Route route = new Routes(roster.of(worker), roster).shortest().orElseThrow();
    assertThat(route.isCertain()).isTrue();
    assertThat(route.steps())
        .extracting(Route.Step::action)
        .containsExactly("iam:PassRole", "ec2:RunInstances");
    assertThat(route.decisive().ability().request().action()).isEqualTo("iam:PassRole");
    assertThat(route.steps().get(0).grant().action().span())
        .isNotEqualTo(route.steps().get(1).grant().action().span());
  }

  @Test
  void an_administrators_shortest_way_is_one_call() {
    Abilities admin = Abilities.of(Cast.role("admin", ADMIN));
    Route route = new Routes(admin, new Cast().roster()).shortest().orElseThrow();
    assertThat(route.steps()).hasSize(1);
  }
}
