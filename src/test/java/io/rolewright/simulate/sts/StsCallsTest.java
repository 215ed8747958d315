package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls for roles need to be allowed, and what their sessions may do. */
class StsCallsTest {

  private static final String OTHER = "222222222222";

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  private static StsCall assumeRole() {
    return Cast.call(Operation.ASSUME_ROLE);
  }

  private Outcome assume(StsCall call, Credentials caller, NamedPolicy trust) {
    return sts.call(call, caller, Optional.of(Cast.role("Target", trust, 3600)));
  }

  private boolean may(Outcome outcome, String action, String resource) {
    Credentials session = outcome.session().orElseThrow().credentials();
    return sts.authorize(session, Cast.request(action, resource)).decision().isAllowed();
  }

  @Test
  void the_session_is_named_after_role_and_session() {
    Session session =
        sts.call(assumeRole(), Cast.caller("user"), Optional.of(Cast.role(3600)))
            .session()
            .orElseThrow();
    assertThat(session.arn()).isEqualTo("arn:aws:sts::111111111111:assumed-role/Target/night");
    assertThat(session.credentials().caller().roleArn())
        .contains("arn:aws:iam::111111111111:role/deploy/Target");
    assertThat(session.notes()).isEmpty();
  }

  @Test
  void a_call_with_tags_is_refused_where_the_trust_policy_lacks_TagSession() {
    NamedPolicy trust = Policies.trust("{\"AWS\": \"*\"}", "\"sts:AssumeRole\"", "{}");
    Outcome outcome = assume(Cast.tagged(assumeRole(), "team=web"), Cast.caller("user"), trust);
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.decisions()).hasSize(2);
    assertThat(outcome.refusal().orElseThrow().request().action()).isEqualTo("sts:TagSession");
    assertThat(assume(assumeRole(), Cast.caller("user"), trust).isAccepted()).isTrue();
  }

  @Test
  void inherited_tags_and_source_identity_need_permission_too() {
    NamedPolicy onlyAssume = Policies.trust("{\"AWS\": \"*\"}", "\"sts:AssumeRole\"", "{}");
    NamedPolicy andTags =
        Policies.trust("{\"AWS\": \"*\"}", "[\"sts:AssumeRole\", \"sts:TagSession\"]", "{}");
    Credentials chained = Cast.caller("role session");
    assertThat(assume(assumeRole(), chained, onlyAssume).refusal().orElseThrow().request().action())
        .isEqualTo("sts:TagSession");
    assertThat(assume(assumeRole(), chained, andTags).refusal().orElseThrow().request().action())
        .isEqualTo("sts:SetSourceIdentity");
  }

  @Test
  void a_context_of_another_provider_needs_SetContext() {
    StsCall call =
        Cast.with(
            assumeRole(),
            Parameter.PROVIDED_CONTEXTS,
            "arn:aws:iam::aws:contextProvider/IdentityCenter");
    Outcome outcome = sts.call(call, Cast.caller("user"), Optional.of(Cast.role(3600)));
    assertThat(outcome.decisions())
        .extracting(d -> d.request().action())
        .containsExactly("sts:AssumeRole", "sts:SetContext");
    assertThat(outcome.decisions().get(1).request().context().isList("sts:RequestContextProviders"))
        .isTrue();
  }

  @Test
  void keys_of_sts_are_only_in_requests_that_the_reference_lists_them_for() {
    StsCall call = Cast.tagged(Cast.with(assumeRole(), Parameter.EXTERNAL_ID, "ext-1"), "team=web");
    NamedPolicy trust =
        Policies.trust(
            "{\"AWS\": \"*\"}",
            "[\"sts:AssumeRole\", \"sts:TagSession\"]",
            "{\"StringEquals\": {\"sts:ExternalId\": \"ext-1\"}}");
    Outcome outcome = assume(call, Cast.caller("user"), trust);
    assertThat(outcome.decisions()).hasSize(2);
    assertThat(outcome.decisions().get(0).decision().isAllowed()).isTrue();
    assertThat(outcome.decisions().get(1).request().context().has("sts:ExternalId")).isFalse();
    assertThat(outcome.decisions().get(1).request().context().has("aws:RequestTag/team")).isTrue();
    assertThat(outcome.isAccepted()).isFalse();
  }

  @Test
  void the_caller_of_another_account_needs_permission_on_both_sides() {
    TargetRole foreign =
        new TargetRole(
            "arn:aws:iam::222222222222:role/Target",
            OTHER,
            "AROAOTHER",
            Policies.trust("{\"AWS\": \"111111111111\"}", "\"sts:AssumeRole\"", "{}"),
            List.of(),
            Optional.empty(),
            3600,
            Map.of(),
            false);
    assertThat(sts.call(assumeRole(), Cast.userWith(), Optional.of(foreign)).refusal())
        .map(r -> r.decision().reason())
        .contains(ReasonCode.IMPLICIT_DENY_IDENTITY);
    assertThat(sts.call(assumeRole(), Cast.caller("user"), Optional.of(foreign)).isAccepted())
        .isTrue();
  }

  @Test
  void policies_of_the_organisation_bind_the_callers_and_the_roles_account() {
    assertThat(
            underOrganization(
                Policies.denying(PolicyKind.SCP, "sts:AssumeRole"), Optional.empty(), false))
        .isEqualTo(ReasonCode.EXPLICIT_DENY_SCP);
    assertThat(
            underOrganization(
                Cast.EVERYTHING, Optional.of(Policies.denying(PolicyKind.RCP, "sts:*")), false))
        .isEqualTo(ReasonCode.EXPLICIT_DENY_RCP);
    assertThat(
            underOrganization(
                Policies.denying(PolicyKind.SCP, "sts:AssumeRole"), Optional.empty(), true))
        .isEqualTo(ReasonCode.ALLOW_RESOURCE);
  }

  private static ReasonCode underOrganization(
      NamedPolicy scp, Optional<NamedPolicy> rcp, boolean management) {
    AccountFacts facts =
        new AccountFacts(
            Optional.of("o-acme"),
            Optional.empty(),
            management,
            Optional.of(List.of(List.of(scp))),
            rcp.map(policy -> List.of(List.of(policy))));
    Sts sts =
        new Sts(
            new Surroundings(
                Map.of(Cast.ACCOUNT, facts), Cast.NOW, Context.EMPTY, Optional.empty()),
            Assumptions.DEFAULT);
    Outcome outcome = sts.call(assumeRole(), Cast.caller("user"), Optional.of(Cast.role(3600)));
    return outcome.decisions().get(0).decision().reason();
  }

  @Test
  void session_policies_only_narrow_what_the_role_may_do() {
    TargetRole role = Cast.role(3600);
    Outcome scoped =
        sts.call(
            Cast.withManaged(assumeRole(), Policies.allowing(PolicyKind.SESSION, "s3:List*", "*")),
            Cast.caller("user"),
            Optional.of(role));
    assertThat(may(scoped, "s3:ListAllMyBuckets", "*")).isTrue();
    assertThat(may(scoped, "ec2:StartInstances", "*")).isFalse();
    Credentials next = scoped.session().orElseThrow().credentials();
    assertThat(next.sessionPolicies()).isPresent();
    assertThat(
            sts.authorize(next, Cast.request("sts:GetCallerIdentity", "*")).decision().isAllowed())
        .isTrue();
  }

  @Test
  void a_key_says_itself_who_may_use_it() {
    String key = "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555";
    Authorized answer = sts.authorize(Cast.caller("user"), Cast.request("kms:Decrypt", key));
    assertThat(answer.policies().mandatory()).isTrue();
    assertThat(answer.decision().reason()).isEqualTo(ReasonCode.IMPLICIT_DENY_RESOURCE);
    assertThat(
            sts.authorize(Cast.caller("user"), Cast.request("s3:GetObject", "arn:aws:s3:::b/x"))
                .decision()
                .isAllowed())
        .isTrue();
  }

  @Test
  void a_service_linked_role_is_for_its_service() {
    TargetRole role = Cast.role(3600);
    TargetRole linked =
        new TargetRole(
            role.arn(),
            role.account(),
            role.id(),
            role.trust(),
            role.identity(),
            role.boundary(),
            3600,
            Map.of(),
            true);
    assertThat(sts.call(assumeRole(), Cast.caller("user"), Optional.of(linked)).faults())
        .extracting(Fault::rule)
        .containsExactly("R2.22");
    Outcome outcome = sts.call(assumeRole(), Cast.caller("service"), Optional.of(linked));
    assertThat(outcome.session().orElseThrow().credentials().serviceLinkedRole()).isTrue();
  }

  @Test
  void an_identity_provider_only_opens_roles_of_its_own_account() {
    Credentials foreign =
        Credentials.of(
            Credentials.Kind.WEB_IDENTITY,
            Caller.federated(
                Caller.Kind.WEB_IDENTITY, "arn:aws:iam::222222222222:oidc-provider/id.example"));
    assertThat(
            sts.call(
                    Cast.call(Operation.ASSUME_ROLE_WITH_WEB_IDENTITY),
                    foreign,
                    Optional.of(Cast.role(3600)))
                .faults())
        .extracting(Fault::message)
        .containsExactly(
            "the identity provider is in account 222222222222, the role in account 111111111111");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Effect": "Allow", "Action": "s3:*", "Resource": "*"                   | 0
          "Effect": "allow", "Action": "s3:*", "Resource": "*"                   | 1
          "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" | 1
          "Effect": "Allow", "Action": "s3:*"                                    | 1
          """,
      quoteCharacter = '~')
  void an_inline_session_policy_must_be_one_that_aws_takes(String statement, int defects) {
    String text = "{\"Version\": \"2012-10-17\", \"Statement\": [{%s}]}".formatted(statement);
    NamedPolicy policy = Cast.policy(PolicyKind.SESSION, text);
    StsCall with = Cast.with(assumeRole(), Parameter.POLICY, text);
    StsCall call =
        new StsCall(
            with.operation(),
            with.at(),
            with.parameters(),
            List.of(),
            Optional.of(policy),
            List.of());
    assertThat(sts.faults(call, Cast.caller("user"), Optional.of(3600))).hasSize(defects);
  }

  @Test
  void a_call_for_a_role_without_the_role_is_a_bug_of_the_asker() {
    assertThatThrownBy(() -> sts.call(assumeRole(), Cast.caller("user"), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
