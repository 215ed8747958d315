package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManagedPolicyActionsTest {

  @Test
  void administrator_access_is_everything_in_any_partition() {
    ManagedPolicyActions actions =
        ManagedPolicyActions.ofArn("arn:aws-cn:iam::aws:policy/AdministratorAccess").orElseThrow();
    assertThat(actions.patterns()).containsExactly("*");
    assertThat(actions.allButListed()).isFalse();
  }

  @Test
  void power_users_get_all_but_what_governs_access() {
    ManagedPolicyActions actions =
        ManagedPolicyActions.ofArn("arn:aws:iam::aws:policy/PowerUserAccess").orElseThrow();
    assertThat(actions.allButListed()).isTrue();
    assertThat(actions.patterns()).contains("iam:*");
  }

  @Test
  void a_policy_of_the_same_name_in_an_account_is_not_aws_s() {
    assertThat(ManagedPolicyActions.ofArn("arn:aws:iam::111122223333:policy/AdministratorAccess"))
        .isEmpty();
  }

  @Test
  void every_pattern_is_of_a_service_that_exists() {
    List<String> rows =
        Table.shipped("managed-policy-actions.tsv").rows().stream()
            .flatMap(row -> Table.list(row.get(2)).stream())
            .toList();
    assertThat(rows)
        .allMatch(
            p ->
                p.equals("*")
                    || Catalog.shipped().hasService(p.substring(0, Math.max(0, p.indexOf(':')))));
  }
}
