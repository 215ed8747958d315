package io.rolewright.rule.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivilegeTest {

  private static Privilege of(String action, String resource) {
    String text =
        """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": "%s", "Resource": "%s"}}
        """;
    SourceFile file = SourceFile.of("policy.json", text.formatted(action, resource));
    PolicyDocument policy =
        new PolicyReader(Limits.DEFAULT)
            .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), PolicyKind.IDENTITY);
    return Privilege.of(Permissions.of(policy, Optional.empty()), true);
  }

  @ParameterizedTest
  @CsvSource({
    "iam:AttachRolePolicy, *",
    "iam:PutRolePolicy, arn:aws:iam::111122223333:role/*",
    "iam:CreateAccessKey, arn:aws:iam::*:user/*",
    "iam:CreatePolicyVersion, arn:aws:iam::111122223333:policy/*",
    "iam:AddUserToGroup, *",
    "iam:PutGroupPolicy, arn:aws:iam::111122223333:group/*",
    "iam:UpdateSAMLProvider, *",
  })
  void a_call_that_raises_the_callers_own_permissions_is_privileged(String action, String on) {
    assertThat(of(action, on)).isEqualTo(Privilege.PRIVILEGED);
  }

  @ParameterizedTest
  @CsvSource({
    "iam:CreateAccessKey, arn:aws:iam::111122223333:role/*",
    "iam:PutRolePolicy, arn:aws:iam::111122223333:role/one-role",
    "iam:GetRole, *",
    "s3:*, *",
  })
  void a_call_on_other_resources_or_of_another_kind_is_not(String action, String on) {
    assertThat(of(action, on)).isEqualTo(Privilege.ORDINARY);
  }

  @Test
  void every_action_is_an_administrators() {
    assertThat(of("*", "*")).isEqualTo(Privilege.ADMIN);
    assertThat(of("iam:*", "*")).isEqualTo(Privilege.ADMIN);
  }
}
