package io.rolewright.rule.escalation;

import static io.rolewright.rule.escalation.Cast.allow;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.rule.escalation.ExternalReach.Who;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToxicPairTest {

  private static final String ADMIN = allow("'*'", "*");
  private static final String GITHUB = "token.actions.githubusercontent.com";

  private static Optional<ToxicPair> of(PolicyDocument trust, String... statements) {
    Role role = Cast.role("deploy", trust, Optional.empty(), statements);
    return ToxicPair.of(role, new Cast().with(role).roster());
  }

  private static PolicyDocument github(String subject) {
    return Cast.policy(
        PolicyKind.TRUST,
        ("{'Effect': 'Allow', 'Principal': {'Federated':"
                + " 'arn:aws:iam::111122223333:oidc-provider/%s'}, 'Action':"
                + " 'sts:AssumeRoleWithWebIdentity', 'Condition': {'StringLike': {'%s:sub': '%s'}}}")
            .formatted(GITHUB, GITHUB, subject));
  }

  @Test
  void anybody_who_becomes_an_administrator_is_shown_on_both_sides() {
    ToxicPair pair = of(Cast.trust("'AWS': '*'"), ADMIN).orElseThrow();
    assertThat(pair.isCertain()).isTrue();
    assertThat(pair.entries())
        .singleElement()
        .satisfies(e -> assertThat(e.who()).isEqualTo(Who.STRANGER));
    assertThat(pair.entries().get(0).entry().request().action()).isEqualTo("sts:AssumeRole");
    assertThat(pair.admin()).isPresent();
    assertThat(pair.route()).isEmpty();
  }

  @Test
  void a_way_to_more_rights_counts_as_well() {
    ToxicPair pair = of(Cast.trust("'AWS': '*'"), allow("'iam:PutRolePolicy'", "*")).orElseThrow();
    assertThat(pair.route().orElseThrow().path().id()).isEqualTo("iam-005");
    assertThat(of(Cast.trust("'AWS': '*'"), allow("'s3:*'", "*"))).isEmpty();
  }

  @Test
  void other_tenants_of_a_shared_issuer_are_outside() {
    ToxicPair pair = of(github("repo:*"), ADMIN).orElseThrow();
    assertThat(pair.entries().get(0).who()).isEqualTo(Who.TENANT);
    assertThat(pair.entries().get(0).name()).isEqualTo(GITHUB);
    assertThat(of(github("repo:acme/site:ref:refs/heads/main"), ADMIN)).isEmpty();
  }

  @Test
  void accounts_are_outside_unless_own_or_trusted() {
    assertThat(of(Cast.trust("'AWS': '777788889999'"), ADMIN).orElseThrow().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.who()).isEqualTo(Who.OUTSIDER))
        .satisfies(entry -> assertThat(entry.name()).isEqualTo("777788889999"));
    assertThat(of(Cast.trust("'AWS': '444455556666'"), ADMIN)).isEmpty();
    assertThat(of(Cast.trust("'AWS': '111122223333'"), ADMIN)).isEmpty();
    assertThat(of(Cast.trust("'Service': 'ec2.amazonaws.com'"), ADMIN)).isEmpty();
  }
}
