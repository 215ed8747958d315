package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Uncertainty;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls whose end hangs on an uncertain item. */
class UncertainCallsTest {

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  @Test
  void certificate_attributes_are_tags_of_the_principal_or_of_the_request() {
    Credentials service =
        Credentials.of(Credentials.Kind.SERVICE, Caller.service("rolesanywhere.amazonaws.com"));
    StsCall call = Cast.tagged(assumeRole(), "x509Subject/CN=web-1");
    NamedPolicy trust =
        Policies.trust(
            "{\"Service\": \"rolesanywhere.amazonaws.com\"}",
            "[\"sts:AssumeRole\", \"sts:TagSession\"]",
            "{\"StringEquals\": {\"aws:PrincipalTag/x509Subject/CN\": \"web-1\"}}");
    Optional<TargetRole> role = Optional.of(Cast.role("Target", trust, 3600));
    Outcome outcome = sts.call(call, service, role);
    assertThat(outcome.isAccepted()).isTrue();
    assertThat(outcome.decisions().get(0).hangsOn()).containsExactly(Uncertainty.U23);
    assertThat(outcome.session().orElseThrow().credentials().principalTags())
        .containsEntry("x509Subject/CN", "web-1");
  }

  @Test
  void whether_a_federated_caller_has_principal_tags_is_uncertain() {
    NamedPolicy trust =
        Policies.trust(
            "{\"Federated\": \"%s\"}".formatted(Cast.OIDC),
            "\"sts:*\"",
            "{\"StringEquals\": {\"aws:PrincipalTag/team\": \"web\"}}");
    StsCall call = Cast.tagged(Cast.call(Operation.ASSUME_ROLE_WITH_WEB_IDENTITY), "team=web");
    Optional<TargetRole> role = Optional.of(Cast.role("Target", trust, 3600));
    Outcome outcome = sts.call(call, Cast.caller("web identity"), role);
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.decisions().get(0).hangsOn()).contains(Uncertainty.U24);
    Sts other = new Sts(Cast.WORLD, Assumptions.DEFAULT.with(Uncertainty.U24));
    assertThat(other.call(call, Cast.caller("web identity"), role).isAccepted()).isTrue();
  }

  @Test
  void passing_the_tag_of_the_calling_role_hangs_on_u26() {
    StsCall call = Cast.tagged(assumeRole(), "floor=1");
    assertThat(
            sts.call(call, Cast.caller("role session"), Optional.of(Cast.role(3600))).decisions())
        .allSatisfy(d -> assertThat(d.hangsOn()).containsExactly(Uncertainty.U26));
  }

  private static StsCall assumeRole() {
    return Cast.call(Operation.ASSUME_ROLE);
  }
}
