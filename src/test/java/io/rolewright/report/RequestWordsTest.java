package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import org.junit.jupiter.api.Test;

class RequestWordsTest {

  @Test
  void a_role_session_is_named_by_its_session() {
    assertThat(words(Caller.roleSession("111122223333", "ci/deploy", "run1"), "*"))
        .isEqualTo(
            "role session arn:aws:sts::111122223333:assumed-role/deploy/run1 calls s3:GetObject");
  }

  @Test
  void a_service_is_named_by_its_principal() {
    assertThat(words(Caller.service("sns.amazonaws.com"), "arn:aws:s3:::b/k"))
        .isEqualTo("service sns.amazonaws.com calls s3:GetObject\non arn:aws:s3:::b/k");
  }

  @Test
  void a_federated_caller_is_the_holder_of_a_token() {
    Caller holder =
        Caller.federated(Caller.Kind.WEB_IDENTITY, "token.actions.githubusercontent.com");
    assertThat(words(holder, "*"))
        .isEqualTo("a holder of a token of token.actions.githubusercontent.com calls s3:GetObject");
  }

  @Test
  void an_anonymous_caller_has_no_name() {
    Caller nobody = Caller.anonymous();
    assertThat(words(nobody, "*")).isEqualTo("anyone, without credentials, calls s3:GetObject");
  }

  @Test
  void what_stands_for_anything_has_no_name_of_its_own() {
    assertThat(words(Caller.roleSession("000000000000", "zz-holder", "session"), "*"))
        .isEqualTo("a role session with these permissions calls s3:GetObject");
    assertThat(words(Caller.user("000000000000", "zz-holder"), "arn:aws:kms:x:000000000000:key/a"))
        .isEqualTo(
            "a user with these permissions calls s3:GetObject\non arn:aws:kms:x:<own account>:key/a");
    assertThat(
            words(Caller.user("111122223333", "dana"), "arn:aws:iam::909090909090:role/zz-fresh"))
        .isEqualTo(
            "user arn:aws:iam::111122223333:user/dana calls s3:GetObject\n"
                + "on arn:aws:iam::<any account>:role/<any name>");
  }

  private static String words(Caller caller, String resource) {
    return RequestWords.of(new Request(caller, "s3:GetObject", resource, Context.EMPTY));
  }
}
