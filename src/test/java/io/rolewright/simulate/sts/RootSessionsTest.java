package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What AssumeRoot needs and gives. */
class RootSessionsTest {

  private static final String OTHER = "222222222222";

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

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
    assertThat(sts.call(unlock, Cast.userWith(task), Optional.empty()).isAccepted()).isTrue();
    assertThat(sts.call(audit, Cast.userWith(task), Optional.empty()).isAccepted()).isFalse();
  }

  @TestFactory
  Stream<DynamicTest> root_sessions_keep_to_their_task() {
    return MarkdownTable.tests("root-tasks.md", this::rootTask);
  }

  private void rootTask(Map<String, String> row) {
    StsCall call =
        Cast.with(
            Cast.call(Operation.ASSUME_ROOT),
            Parameter.TASK_POLICY_ARN,
            "arn:aws:iam::aws:policy/root-task/" + row.get("task"));
    Outcome outcome = sts.call(call, Cast.caller("user"), Optional.empty());
    ResourceRequest request =
        new ResourceRequest(
            Cast.AT,
            row.get("action"),
            row.get("resource"),
            Optional.empty(),
            Optional.empty(),
            Context.EMPTY);
    Authorized answer = sts.authorize(outcome.session().orElseThrow().credentials(), request);
    assertThat(answer.decision().isAllowed()).isEqualTo(row.get("allowed").equals("yes"));
    assertThat(answer.request().context().get("aws:AssumedRoot")).containsExactly("true");
  }
}
