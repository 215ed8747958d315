package io.rolewright.rule.escalation;

import static io.rolewright.rule.escalation.Cast.allow;
import static io.rolewright.rule.escalation.Cast.deny;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Passing roles, assuming them, changing whom they trust, and what complements allow. */
class GrantsToOthersTest {

  private static Abilities abilities(String... statements) {
    return Abilities.of(Cast.role("team/worker", statements));
  }

  private static boolean can(Ability ability) {
    return ability.able().isPresent();
  }

  @Test
  void passing_is_unbounded_where_neither_role_nor_service_is_bound() {
    RolePassing all = new RolePassing(abilities(allow("'iam:PassRole'", "*")));
    assertThat(can(all.anyToAny())).isTrue();
    String ec2 = "'StringEquals': {'iam:PassedToService': 'ec2.amazonaws.com'}";
    RolePassing bound = new RolePassing(abilities(allow("'iam:PassRole'", "*", ec2)));
    assertThat(can(bound.anyToAny())).isFalse();
    assertThat(can(bound.any("ec2.amazonaws.com"))).isTrue();
    assertThat(can(bound.any("lambda.amazonaws.com"))).isFalse();
    assertThat(can(bound.anyToSome())).isTrue();
    String wild = "'StringLike': {'iam:PassedToService': '*'}";
    assertThat(can(new RolePassing(abilities(allow("'iam:PassRole'", "*", wild))).anyToAny()))
        .isTrue();
    String prefix = "arn:aws:iam::111122223333:role/app-*";
    assertThat(can(new RolePassing(abilities(allow("'iam:*'", prefix))).anyToAny())).isFalse();
  }

  @Test
  void assuming_is_unbounded_where_a_role_of_any_account_may_be_asked_for() {
    assertThat(can(assuming(allow("'sts:AssumeRole'", "*")).anyAnywhere())).isTrue();
    assertThat(can(assuming(allow("'sts:*'", "arn:aws:iam::*:role/*")).anyAnywhere())).isTrue();
    String own = "arn:aws:iam::111122223333:role/*";
    assertThat(can(assuming(allow("'sts:AssumeRole'", own)).anyAnywhere())).isFalse();
    for (String key : List.of("aws:ResourceAccount", "aws:ResourceOrgID")) {
      String value = key.endsWith("ID") ? "o-a1b2c3d4e5" : "111122223333";
      String bound = "'StringEquals': {'" + key + "': '" + value + "'}";
      assertThat(can(assuming(allow("'sts:*'", "*", bound)).anyAnywhere())).as(key).isFalse();
    }
    String audit = "arn:aws:iam::*:role/audit";
    assertThat(can(assuming(allow("'sts:AssumeRole'", audit)).anyAnywhere())).isFalse();
  }

  private static RoleAssuming assuming(String... statements) {
    return new RoleAssuming(abilities(statements));
  }

  @Test
  void roles_that_let_the_holder_in_are_decided_on_both_sides() {
    String root = "'AWS': 'arn:aws:iam::111122223333:root'";
    String worker = "'AWS': 'arn:aws:iam::111122223333:role/team/worker'";
    PolicyDocument guarded =
        Cast.policy(
            PolicyKind.TRUST,
            ("{'Effect': 'Allow', 'Principal': {%s}, 'Action': 'sts:AssumeRole', 'Condition':"
                    + " {'ArnEquals': {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x'}}}")
                .formatted(root));
    Cast cast =
        new Cast()
            .with(named("by-root", Cast.trust(root)))
            .with(named("by-name", Cast.trust(worker)))
            .with(named("guarded", guarded))
            .with(named("denied", Cast.trust(root)))
            .with(named("compute", Cast.trust("'Service': 'ec2.amazonaws.com'")));
    RoleAssuming assuming =
        assuming(
            allow("'sts:AssumeRole'", "*"),
            deny("'sts:AssumeRole'", "arn:aws:iam::111122223333:role/denied", ""));
    assertThat(assuming.accepting(cast.estate(), 9).roles())
        .extracting(accepting -> accepting.role().name().shown())
        .containsExactly("by-root", "by-name");
    assertThat(assuming.accepting(cast.estate(), 1).complete()).isFalse();
  }

  private static Role named(String name, PolicyDocument trust) {
    return Cast.role(name, trust, Optional.empty(), allow("'s3:*'", "*"));
  }

  @Test
  void trust_is_taken_over_beyond_the_own_path_only() {
    String all = "'iam:UpdateAssumeRolePolicy','iam:CreateOpenIDConnectProvider'";
    assertThat(takeovers(allow(all, "*")))
        .containsExactly("iam:UpdateAssumeRolePolicy", "iam:CreateOpenIDConnectProvider");
    String path = "arn:aws:iam::111122223333:role/team/*";
    assertThat(takeovers(allow(all, path))).isEmpty();
    assertThat(takeovers(allow("'iam:*'", "*"))).hasSize(8);
    assertThat(takeovers(allow("'iam:*'", "*"), deny("'iam:*Provider*'", "*", ""))).hasSize(3);
    assertThat(takeovers(allow("'iam:Get*'", "*"))).isEmpty();
  }

  private static List<String> takeovers(String... statements) {
    return TrustTakeover.of(abilities(statements)).stream().map(TrustTakeover::action).toList();
  }

  @Test
  void a_complement_is_told_by_the_sensitive_actions_that_go_through() {
    String but = "{'Effect': 'Allow', 'NotAction': ['s3:*'], 'Resource': '*'}";
    List<ComplementGrant> open = ComplementGrant.of(abilities(but), 3);
    assertThat(open).singleElement().satisfies(c -> assertThat(c.all()).hasSize(3));
    assertThat(open.get(0).isNotAction()).isTrue();
    assertThat(ComplementGrant.of(abilities(but, deny("'*'", "*", "")), 3)).isEmpty();
    String narrow = but.replace("'*'", "'arn:aws:s3:::bucket/*'");
    assertThat(ComplementGrant.of(abilities(narrow), 3)).isEmpty();
    String roles =
        "{'Effect': 'Allow', 'Action': ['iam:PutRolePolicy', 's3:ListBucket'],"
            + " 'NotResource': 'arn:aws:iam::111122223333:role/admin'}";
    assertThat(ComplementGrant.of(abilities(roles), 3).get(0).all())
        .extracting(ComplementGrant.Sensitive::action)
        .containsExactly("iam:PutRolePolicy");
    assertThat(ComplementGrant.of(abilities(allow("'*'", "*")), 3)).isEmpty();
  }
}
