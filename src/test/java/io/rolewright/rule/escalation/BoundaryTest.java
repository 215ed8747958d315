package io.rolewright.rule.escalation;

import static io.rolewright.rule.escalation.Cast.allow;
import static io.rolewright.rule.escalation.Cast.deny;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.rule.escalation.BoundaryEffect.Kind;
import io.rolewright.rule.permission.Abilities;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundaryTest {

  private static Abilities abilities(String limit, String... statements) {
    Role role =
        Cast.role(
            "worker",
            Cast.trust("'Service': 'ec2.amazonaws.com'"),
            Optional.of(Cast.policy(PolicyKind.BOUNDARY, limit)),
            statements);
    return Abilities.of(role);
  }

  private static Kind kind(String limit, String... statements) {
    return BoundaryEffect.of(abilities(limit, statements)).orElseThrow().kind();
  }

  @Test
  void a_boundary_comes_to_what_it_takes() {
    String s3 = allow("'s3:*'", "*");
    assertThat(kind(allow("'*'", "*"), s3)).isEqualTo(Kind.BOUNDS_NOTHING);
    assertThat(kind(allow("'s3:*','sqs:*'", "*"), s3)).isEqualTo(Kind.BOUNDS_NOTHING_HERE);
    assertThat(kind(allow("'s3:Get*'", "*"), s3)).isEqualTo(Kind.BOUNDS);
    assertThat(kind(allow("'sqs:*'", "*"), s3)).isEqualTo(Kind.LEAVES_NOTHING);
    String condition = "'StringEquals': {'aws:RequestedRegion': 'eu-west-1'}";
    assertThat(kind(allow("'*'", "*", condition), s3)).isEqualTo(Kind.BOUNDS);
    assertThat(kind(allow("'*'", "*", condition), allow("'s3:*'", "*", condition)))
        .isEqualTo(Kind.BOUNDS_NOTHING_HERE);
  }

  @Test
  void what_a_boundary_takes_is_shown_by_a_request() {
    BoundaryEffect effect =
        BoundaryEffect.of(abilities(allow("'s3:Get*'", "*"), allow("'s3:*'", "*"))).orElseThrow();
    assertThat(effect.taken().orElseThrow().request().action()).startsWith("s3:");
    assertThat(effect.taken().orElseThrow().allowing()).allMatch(d -> d.isAllowed());
    assertThat(effect.taken().orElseThrow().refusing()).noneMatch(d -> d.isAllowed());
  }

  @Test
  void a_holder_without_a_boundary_has_no_effect_and_no_escape_of_one() {
    Abilities abilities = Abilities.of(Cast.role("worker", allow("'*'", "*")));
    assertThat(BoundaryEffect.of(abilities)).isEmpty();
    assertThat(Escape.of(abilities)).isEmpty();
  }

  @Test
  void roles_without_the_boundary_are_an_escape() {
    String all = allow("'*'", "*");
    assertThat(escapes(all, all))
        .containsExactly(
            Escape.Kind.UNBOUNDED_ROLE,
            Escape.Kind.REMOVED,
            Escape.Kind.REPLACED,
            Escape.Kind.REWRITTEN);
    String with = "'StringEquals': {'iam:PermissionsBoundary': '" + Cast.BOUNDARY + "'}";
    assertThat(escapes(all, allow("'iam:CreateRole'", "*", with))).isEmpty();
    assertThat(escapes(all, allow("'iam:CreateRole'", "*", with.replace("Equals", "NotEquals"))))
        .containsExactly(Escape.Kind.UNBOUNDED_ROLE);
    String without = "'StringNotEquals': {'iam:PermissionsBoundary': '" + Cast.BOUNDARY + "'}";
    assertThat(escapes(all, allow("'iam:CreateRole'", "*"), deny("'iam:CreateRole'", "*", without)))
        .isEmpty();
  }

  private static List<Escape.Kind> escapes(String limit, String... statements) {
    return Escape.of(abilities(limit, statements)).stream().map(Escape::kind).toList();
  }
}
