package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls need to be allowed, and what their sessions may do. */
class StsCallsTest {

  private static final String OTHER = "222222222222";

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  private static NamedPolicy trust(String principal, String actions, String condition) {
    return Cast.policy(
        PolicyKind.TRUST,
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
         "Principal": %s, "Action": %s, "Condition": %s}}
        """
            .formatted(principal, actions, condition));
  }

  private static NamedPolicy denying(PolicyKind kind, String action) {
    String who = kind == PolicyKind.RCP ? "\"Principal\": \"*\"," : "";
    return Cast.policy(
        kind,
        """
        {"Version": "2012-10-17", "Statement": [
         {"Effect": "Deny", %s "Action": "%s", "Resource": "*"},
         {"Effect": "Allow", %s "Action": "*", "Resource": "*"}]}
        """
            .formatted(who, action, who));
  }

  private static NamedPolicy allowing(PolicyKind kind, String action, String resource) {
    return Cast.policy(
        kind,
        """
        {"Version": "2012-10-17", "Statement":
         {"Effect": "Allow", "Action": "%s", "Resource": "%s"}}
        """
            .formatted(action, resource));
  }

  private static Credentials userWith(NamedPolicy... identity) {
    Credentials user = Cast.caller("user");
    return new Credentials(
        user.kind(),
        user.caller(),
        user.userId(),
        user.mfa(),
        user.principalTags(),
        user.entityTags(),
        user.transitiveTags(),
        user.sourceIdentity(),
        user.issuedAt(),
        user.carried(),
        List.of(identity),
        user.boundary(),
        user.sessionPolicies(),
        false);
  }

  private static StsCall assumeRole() {
    return Cast.call(Operation.ASSUME_ROLE);
  }

  private Outcome assume(StsCall call, Credentials caller, NamedPolicy trust) {
    return sts.call(call, caller, Optional.of(Cast.role("Target", trust, 3600)));
  }

  private static ResourceRequest request(String action, String resource) {
    return new ResourceRequest(
        Cast.AT, action, resource, Optional.empty(), Optional.empty(), Context.EMPTY);
  }

  private boolean may(Outcome outcome, String action, String resource) {
    Credentials session = outcome.session().orElseThrow().credentials();
    return sts.authorize(session, request(action, resource)).decision().isAllowed();
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
    NamedPolicy trust = trust("{\"AWS\": \"*\"}", "\"sts:AssumeRole\"", "{}");
    Outcome outcome = assume(Cast.tagged(assumeRole(), "team=web"), Cast.caller("user"), trust);
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.decisions()).hasSize(2);
    assertThat(outcome.refusal().orElseThrow().request().action()).isEqualTo("sts:TagSession");
    assertThat(assume(assumeRole(), Cast.caller("user"), trust).isAccepted()).isTrue();
  }

  @Test
  void inherited_tags_and_source_identity_need_permission_too() {
    NamedPolicy onlyAssume = trust("{\"AWS\": \"*\"}", "\"sts:AssumeRole\"", "{}");
    NamedPolicy andTags =
        trust("{\"AWS\": \"*\"}", "[\"sts:AssumeRole\", \"sts:TagSession\"]", "{}");
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
        trust(
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
            trust("{\"AWS\": \"111111111111\"}", "\"sts:AssumeRole\"", "{}"),
            List.of(),
            Optional.empty(),
            3600,
            Map.of(),
            false);
    assertThat(sts.call(assumeRole(), userWith(), Optional.of(foreign)).refusal())
        .map(r -> r.decision().reason())
        .contains(ReasonCode.IMPLICIT_DENY_IDENTITY);
    assertThat(sts.call(assumeRole(), Cast.caller("user"), Optional.of(foreign)).isAccepted())
        .isTrue();
  }

  @Test
  void policies_of_the_organisation_bind_the_callers_and_the_roles_account() {
    assertThat(
            underOrganization(denying(PolicyKind.SCP, "sts:AssumeRole"), Optional.empty(), false))
        .isEqualTo(ReasonCode.EXPLICIT_DENY_SCP);
    assertThat(
            underOrganization(
                Cast.EVERYTHING, Optional.of(denying(PolicyKind.RCP, "sts:*")), false))
        .isEqualTo(ReasonCode.EXPLICIT_DENY_RCP);
    assertThat(underOrganization(denying(PolicyKind.SCP, "sts:AssumeRole"), Optional.empty(), true))
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
  void a_federation_token_needs_the_users_own_permission_on_the_session() {
    StsCall call = Cast.call(Operation.GET_FEDERATION_TOKEN);
    NamedPolicy other =
        allowing(
            PolicyKind.IDENTITY,
            "sts:GetFederationToken",
            "arn:aws:sts::111111111111:federated-user/other");
    NamedPolicy guests =
        allowing(
            PolicyKind.IDENTITY,
            "sts:GetFederationToken",
            "arn:aws:sts::111111111111:federated-user/guest");
    assertThat(sts.call(call, userWith(other), Optional.empty()).isAccepted()).isFalse();
    assertThat(sts.call(call, userWith(guests), Optional.empty()).isAccepted()).isTrue();
    assertThat(
            sts.call(Cast.tagged(call, "team=web"), userWith(guests), Optional.empty())
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
    StsCall scoped = withManaged(bare, allowing(PolicyKind.SESSION, "s3:List*", "*"));
    Outcome some = sts.call(scoped, Cast.caller("user"), Optional.empty());
    assertThat(may(some, "s3:ListAllMyBuckets", "*")).isTrue();
    assertThat(may(some, "s3:CreateBucket", "*")).isFalse();
    assertThat(some.session().orElseThrow().arn())
        .isEqualTo("arn:aws:sts::111111111111:federated-user/guest");
  }

  @Test
  void a_federated_user_of_the_root_user_may_do_what_the_session_policy_says() {
    StsCall call =
        withManaged(
            Cast.call(Operation.GET_FEDERATION_TOKEN),
            allowing(PolicyKind.SESSION, "s3:List*", "*"));
    Outcome outcome = sts.call(call, Cast.caller("root"), Optional.empty());
    assertThat(may(outcome, "s3:ListAllMyBuckets", "*")).isTrue();
    assertThat(may(outcome, "s3:CreateBucket", "*")).isFalse();
  }

  private static StsCall withManaged(StsCall call, NamedPolicy policy) {
    StsCall with = Cast.with(call, Parameter.POLICY_ARNS, "arn:aws:iam::111111111111:policy/P");
    return new StsCall(
        with.operation(),
        with.at(),
        with.parameters(),
        with.tags(),
        Optional.empty(),
        List.of(policy));
  }

  @Test
  void nothing_can_forbid_a_session_token() {
    Outcome outcome =
        sts.call(
            Cast.call(Operation.GET_SESSION_TOKEN),
            userWith(denying(PolicyKind.IDENTITY, "sts:*")),
            Optional.empty());
    assertThat(outcome.decisions()).isEmpty();
    assertThat(outcome.session().orElseThrow().arn())
        .isEqualTo("arn:aws:iam::111111111111:user/people/dana");
  }

  @Test
  void session_policies_only_narrow_what_the_role_may_do() {
    TargetRole role = Cast.role(3600);
    Outcome scoped =
        sts.call(
            withManaged(assumeRole(), allowing(PolicyKind.SESSION, "s3:List*", "*")),
            Cast.caller("user"),
            Optional.of(role));
    assertThat(may(scoped, "s3:ListAllMyBuckets", "*")).isTrue();
    assertThat(may(scoped, "ec2:StartInstances", "*")).isFalse();
    Credentials next = scoped.session().orElseThrow().credentials();
    assertThat(next.sessionPolicies()).isPresent();
    assertThat(sts.authorize(next, request("sts:GetCallerIdentity", "*")).decision().isAllowed())
        .isTrue();
  }

  @Test
  void a_key_says_itself_who_may_use_it() {
    String key = "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555";
    Authorized answer = sts.authorize(Cast.caller("user"), request("kms:Decrypt", key));
    assertThat(answer.policies().mandatory()).isTrue();
    assertThat(answer.decision().reason()).isEqualTo(ReasonCode.IMPLICIT_DENY_RESOURCE);
    assertThat(
            sts.authorize(Cast.caller("user"), request("s3:GetObject", "arn:aws:s3:::b/x"))
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

  @Test
  void certificate_attributes_are_tags_of_the_principal_or_of_the_request() {
    Credentials service =
        Credentials.of(Credentials.Kind.SERVICE, Caller.service("rolesanywhere.amazonaws.com"));
    StsCall call = Cast.tagged(assumeRole(), "x509Subject/CN=web-1");
    NamedPolicy trust =
        trust(
            "{\"Service\": \"rolesanywhere.amazonaws.com\"}",
            "[\"sts:AssumeRole\", \"sts:TagSession\"]",
            "{\"StringEquals\": {\"aws:PrincipalTag/x509Subject/CN\": \"web-1\"}}");
    Optional<TargetRole> role = Optional.of(Cast.role("Target", trust, 3600));
    Outcome outcome = sts.call(call, service, role);
    assertThat(outcome.isAccepted()).isTrue();
    assertThat(outcome.decisions().get(0).hangsOn()).containsExactly(Uncertainty.U23);
    assertThat(sts.hangsOn(call, service, role)).containsExactly(Uncertainty.U23);
    assertThat(outcome.session().orElseThrow().credentials().principalTags())
        .containsEntry("x509Subject/CN", "web-1");
  }

  @Test
  void whether_a_federated_caller_has_principal_tags_is_uncertain() {
    NamedPolicy trust =
        trust(
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
    assertThat(sts.hangsOn(call, Cast.caller("role session"), Optional.of(Cast.role(3600))))
        .containsExactly(Uncertainty.U26);
  }

  @Test
  void root_sessions_are_for_member_accounts_of_the_callers_organisation() {
    AccountFacts management = facts("o-acme", true);
    assertThat(rootFaults(Map.of(Cast.ACCOUNT, management))).isEmpty();
    assertThat(rootFaults(Map.of(Cast.ACCOUNT, AccountFacts.STANDALONE)))
        .singleElement()
        .asString()
        .contains("account 111111111111 is in no organisation");
    assertThat(rootFaults(Map.of(Cast.ACCOUNT, facts("o-acme", false), OTHER, management)))
        .singleElement()
        .asString()
        .contains("222222222222 is the management account itself");
    assertThat(rootFaults(Map.of(Cast.ACCOUNT, management, OTHER, facts("o-else", false))))
        .singleElement()
        .asString()
        .contains("not in the caller's organisation");
  }

  private static AccountFacts facts(String organization, boolean management) {
    return new AccountFacts(
        Optional.of(organization),
        Optional.empty(),
        management,
        Optional.empty(),
        Optional.empty());
  }

  private static List<String> rootFaults(Map<String, AccountFacts> accounts) {
    Sts sts =
        new Sts(
            new Surroundings(accounts, Cast.NOW, Context.EMPTY, Optional.empty()),
            Assumptions.DEFAULT);
    return sts
        .call(Cast.call(Operation.ASSUME_ROOT), Cast.caller("user"), Optional.empty())
        .faults()
        .stream()
        .map(Fault::message)
        .toList();
  }

  @Test
  void root_sessions_need_permission_on_the_root_user_and_the_task() {
    NamedPolicy task =
        Cast.policy(
            PolicyKind.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
             "Action": "sts:AssumeRoot", "Resource": "arn:aws:iam::222222222222:root",
             "Condition": {"StringLike": {"sts:TaskPolicyArn": "*/S3UnlockBucketPolicy"}}}}
            """);
    String tasks = "arn:aws:iam::aws:policy/root-task/";
    StsCall call = Cast.call(Operation.ASSUME_ROOT);
    StsCall unlock = Cast.with(call, Parameter.TASK_POLICY_ARN, tasks + "S3UnlockBucketPolicy");
    StsCall audit =
        Cast.with(call, Parameter.TASK_POLICY_ARN, tasks + "IAMAuditRootUserCredentials");
    assertThat(sts.call(unlock, userWith(task), Optional.empty()).isAccepted()).isTrue();
    assertThat(sts.call(audit, userWith(task), Optional.empty()).isAccepted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]} | 0
          {"Version": "2012-10-17", "Statement": [{"Effect": "allow", "Action": "s3:*", "Resource": "*"}]} | 1
          {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}]} | 1
          {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*"}]} | 1
          """)
  void an_inline_session_policy_must_be_one_that_aws_takes(String text, int defects) {
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
