package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.NamedPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What GetFederationToken and GetSessionToken need and give. */
class UserTokensTest {

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  @Test
  void a_federation_token_needs_the_users_own_permission_on_the_session() {
    StsCall call = Cast.call(Operation.GET_FEDERATION_TOKEN);
    NamedPolicy other =
        Policies.allowing(
            PolicyKind.IDENTITY,
            "sts:GetFederationToken",
            "arn:aws:sts::111111111111:federated-user/other");
    NamedPolicy guests =
        Policies.allowing(
            PolicyKind.IDENTITY,
            "sts:GetFederationToken",
            "arn:aws:sts::111111111111:federated-user/guest");
    assertThat(sts.call(call, Cast.userWith(other), Optional.empty()).isAccepted()).isFalse();
    assertThat(sts.call(call, Cast.userWith(guests), Optional.empty()).isAccepted()).isTrue();
    assertThat(
            sts.call(Cast.tagged(call, "team=web"), Cast.userWith(guests), Optional.empty())
                .refusal()
                .orElseThrow()
                .request()
                .action())
        .isEqualTo("sts:TagSession");
  }

  @Test
  void a_federated_user_may_do_nothing_without_a_session_policy() {
    StsCall bare = Cast.call(Operation.GET_FEDERATION_TOKEN);
    Outcome none = sts.call(bare, Cast.caller("user"), Optional.empty());
    assertThat(may(none, "s3:ListAllMyBuckets", "*")).isFalse();
    assertThat(none.session().orElseThrow().notes())
        .singleElement()
        .asString()
        .startsWith("without a session policy");
    StsCall scoped = Cast.withManaged(bare, Policies.allowing(PolicyKind.SESSION, "s3:List*", "*"));
    Outcome some = sts.call(scoped, Cast.caller("user"), Optional.empty());
    assertThat(may(some, "s3:ListAllMyBuckets", "*")).isTrue();
    assertThat(may(some, "s3:CreateBucket", "*")).isFalse();
    assertThat(some.session().orElseThrow().arn())
        .isEqualTo("arn:aws:sts::111111111111:federated-user/guest");
  }

  @Test
  void a_federated_user_of_the_root_user_may_do_what_the_session_policy_says() {
    StsCall call =
        Cast.withManaged(
            Cast.call(Operation.GET_FEDERATION_TOKEN),
            Policies.allowing(PolicyKind.SESSION, "s3:List*", "*"));
    Outcome outcome = sts.call(call, Cast.caller("root"), Optional.empty());
    assertThat(may(outcome, "s3:ListAllMyBuckets", "*")).isTrue();
    assertThat(may(outcome, "s3:CreateBucket", "*")).isFalse();
  }

  @Test
  void nothing_can_forbid_a_session_token() {
    Outcome outcome =
        sts.call(
            Cast.call(Operation.GET_SESSION_TOKEN),
            Cast.userWith(Policies.denying(PolicyKind.IDENTITY, "sts:*")),
            Optional.empty());
    assertThat(outcome.decisions()).isEmpty();
    assertThat(outcome.session().orElseThrow().arn())
        .isEqualTo("arn:aws:iam::111111111111:user/people/dana");
  }

  private boolean may(Outcome outcome, String action, String resource) {
    Credentials session = outcome.session().orElseThrow().credentials();
    return sts.authorize(session, Cast.request(action, resource)).decision().isAllowed();
  }
}
